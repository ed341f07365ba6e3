/**
 * One selection model for every medium: where in an image, a video or a sound something is meant.
 * Coordinates are normalised to 0..1 of the upright picture (x to the right, y down).
 */
import * as z from 'zod';
import { hash, microseconds, pixels, unit } from './primitives.ts';

const xy = z.tuple([unit, unit]);
const sign = z.enum(['+', '-']).default('+');

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

/** An exact outline; `-` takes it away. */
export const polygonPart = z.strictObject({
  kind: z.literal('polygon'),
  points: z.array(xy).min(3).max(10_000),
  sign,
});

/**
 * A painted stroke; `radius` in units of the picture's longer side. `-` erases. A `hint` is a scribble: the object it
 * runs over is meant (or isn't), not the paint itself.
 */
export const strokePart = z.strictObject({
  kind: z.literal('stroke'),
  points: z.array(xy).min(1).max(20_000),
  radius: z.number().gt(0).max(1),
  sign,
  hint: z.literal(true).optional(),
});

/** An 8-bit alpha plane in the media store, as large as the picture (255 = inside). */
export const maskPart = z.strictObject({ kind: z.literal('mask'), hash, sign });

/** Words: "the dog on the left". */
export const wordsPart = z.strictObject({ kind: z.literal('words'), text: z.string().min(1).max(500) });

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
export type RegionPart = z.infer<typeof regionPart>;

/** A span of a moving medium, [start, end) in microseconds. */
export const timeRange = z
  .strictObject({ start: microseconds, end: microseconds })
  .refine((t) => t.start < t.end, 'a time range needs start < end');
export type TimeRange = z.infer<typeof timeRange>;

/** A frequency band of a sound, in hertz. */
export const band = z
  .strictObject({ low: z.number().min(0), high: z.number().max(200_000) })
  .refine((b) => b.low < b.high, 'a band needs low < high');

/**
 * Parts are read in order: signs add and take away. An inverted region means everything else.
 * A region without parts is the whole picture (or, with `time`, the whole picture in that span).
 */
export const region = z.strictObject({
  parts: z.array(regionPart).max(4_096).default([]),
  inverted: z.boolean().optional(),
  time: timeRange.optional(),
  band: band.optional(),
});
export type Region = z.infer<typeof region>;
/** A region as written by a caller: signs and parts may be left out. */
export type RegionInput = z.input<typeof region>;

/** A COCO run-length encoding: column-major runs, starting with zeros; `counts` compressed or plain. */
export const rle = z.strictObject({
  size: z.tuple([z.int().min(0), z.int().min(0)]), // [height, width]
  counts: z.union([z.string(), z.array(z.int().min(0))]),
});
export type Rle = z.infer<typeof rle>;

/** A hard mask for looking at, smaller than the picture it covers: an `rle` in its compressed form. */
export const sketchMask = z.strictObject({ size: z.tuple([pixels, pixels]), counts: z.string().max(65_536) });
export type SketchMask = z.infer<typeof sketchMask>;
