/**
 * One selection model for every medium: where in an image, a video or a sound something is meant.
 * Coordinates are normalised to 0..1 of the upright picture (x to the right, y down).
 */
import * as z from 'zod';
import { hash, microseconds, pixels, unit } from './primitives.ts';
const xy = z.tuple([unit, unit]);
const sign = z.enum(['+', '-']).default('+');
/** What an exact part does to the parts before it: joins them, takes away from them, or keeps only what lies in both. */
export const combine = z.enum(['+', '-', '&']);
/** A click; `-` says "not this". */
export const pointPart = z.strictObject({ kind: z.literal('point'), x: unit, y: unit, sign });
/**
 * A box, (x1, y1) top left and (x2, y2) bottom right: the object in it is meant.
 * `object` names it (grounded generation, tracking); `frames` holds first and last frame in a video.
 */
export const boxPart = z
  .strictObject({
    kind: z.literal('box'),
    x1: unit,
    y1: unit,
    x2: unit,
    y2: unit,
    object: z.string().max(200).optional(),
    frames: z.strictObject({ first: z.int().min(0), last: z.int().min(0) }).optional(),
  })
  .refine((b) => b.x1 < b.x2 && b.y1 < b.y2, 'a box needs x1 < x2 and y1 < y2')
  .refine((b) => !b.frames || b.frames.first <= b.frames.last, 'the first frame comes before the last');
/** An exact outline. */
export const polygonPart = z.strictObject({
  kind: z.literal('polygon'),
  points: z.array(xy).min(3).max(10_000),
  sign: combine.default('+'),
});
/**
 * A painted stroke; `radius` in units of the picture's longer side. `-` erases. `hardness` is the share of the radius
 * that is fully painted; from there the paint fades to nothing at the edge (1, or none given: a hard edge).
 * `pressures`, one a point, scale the radius there. A `hint` is a scribble: the object it runs over is meant (or
 * isn't), not the paint itself.
 */
export const strokePart = z
  .strictObject({
    kind: z.literal('stroke'),
    points: z.array(xy).min(1).max(20_000),
    radius: z.number().gt(0).max(1),
    hardness: unit.optional(),
    pressures: z.array(unit).optional(),
    sign: combine.default('+'),
    hint: z.literal(true).optional(),
  })
  .refine((s) => !s.pressures || s.pressures.length === s.points.length, 'a stroke has one pressure a point')
  .refine((s) => !s.hint || s.sign !== '&', 'a scribble says what is meant or what is not');
/** An 8-bit alpha plane in the media store, as large as the picture (255 = inside). */
export const maskPart = z.strictObject({
  kind: z.literal('mask'),
  hash,
  sign: combine.default('+'),
});
/** Words: "the dog on the left"; without a sign they join. */
export const wordsPart = z.strictObject({
  kind: z.literal('words'),
  text: z.string().min(1).max(500),
  sign: combine.optional(),
});
/** Another medium that shows what is meant. */
export const referencePart = z.strictObject({ kind: z.literal('reference'), hash });
export const regionPart = z.discriminatedUnion('kind', [
  pointPart,
  boxPart,
  polygonPart,
  strokePart,
  maskPart,
  wordsPart,
  referencePart,
]);
/** A span of a moving medium, [start, end) in microseconds. */
export const timeRange = z
  .strictObject({ start: microseconds, end: microseconds })
  .refine((t) => t.start < t.end, 'a time range needs start < end');
/** A frequency band of a sound, in hertz. */
export const band = z
  .strictObject({ low: z.number().min(0), high: z.number().max(200_000) })
  .refine((b) => b.low < b.high, 'a band needs low < high');
/**
 * Changes to what was found, made in this order. Lengths are in units of the picture's longer side.
 * `smooth`: corners and specks smaller than this go; `grow`: the outline moves out (below 0: in); `feather`: the edge
 * fades over this distance to either side.
 */
export const refinement = z.strictObject({
  fillHoles: z.literal(true).optional(),
  smooth: z.number().gt(0).max(0.1).optional(),
  grow: z
    .number()
    .min(-0.5)
    .max(0.5)
    .refine((g) => g !== 0, 'growing by nothing is left out')
    .optional(),
  feather: z.number().gt(0).max(0.25).optional(),
});
/**
 * Parts are read in order: signs add, take away, and keep only what lies in both. An inverted region means everything
 * else. What is found is refined last.
 * A region without parts is the whole picture (or, with `time`, the whole picture in that span).
 */
export const region = z.strictObject({
  parts: z.array(regionPart).max(4_096).default([]),
  inverted: z.boolean().optional(),
  refine: refinement.optional(),
  time: timeRange.optional(),
  band: band.optional(),
});
/** A COCO run-length encoding: column-major runs, starting with zeros; `counts` compressed or plain. */
export const rle = z.strictObject({
  size: z.tuple([z.int().min(0), z.int().min(0)]), // [height, width]
  counts: z.union([z.string(), z.array(z.int().min(0))]),
});
/** A hard mask for looking at, smaller than the picture it covers: an `rle` in its compressed form. */
export const sketchMask = z.strictObject({ size: z.tuple([pixels, pixels]), counts: z.string().max(65_536) });
