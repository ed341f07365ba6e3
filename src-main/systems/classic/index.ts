/** The engine that needs no weights. Declaration only: the host imports the pipelines beside this file. */
import * as z from 'zod';
import {
  boxPart,
  colour,
  combine,
  file,
  folder,
  imageEditing,
  imageEdits,
  pixels,
  pointPart,
  polygonPart,
  refinement,
  sketchMask,
  strokePart,
  task,
  unit,
  type ImageEditName,
} from '../../contract/index.ts';

/** For `nearest`. */
const place = z.tuple([unit, unit]).readonly().optional();
/** For `nth`: counted from a side, the first is 1. */
const nth = z
  .strictObject({ from: z.enum(['left', 'right', 'top', 'bottom']), count: z.int().min(1).max(20) })
  .optional();

/** A region's part as a host reads it: masks are files by now, words have been looked up. */
export const hostPart = z.discriminatedUnion('kind', [
  pointPart,
  boxPart,
  polygonPart,
  strokePart,
  z.strictObject({ kind: z.literal('mask'), file, sign: combine }),
  /** What the classic engine finds by itself. */
  z.strictObject({
    kind: z.literal('named'),
    name: z.enum(['subject', 'background', 'sky', 'brightest', 'darkest', 'highlights', 'shadows']),
    sign: combine.optional(),
  }),
  /**
   * What has a colour: all of it, or one thing: the only one, or the one that is the largest, the smallest, the
   * nearest to `at`, or the `nth`.
   */
  z.strictObject({
    kind: z.literal('colour'),
    colour,
    which: z.enum(['all', 'only', 'largest', 'smallest', 'nearest', 'nth']),
    at: place,
    nth,
    sign: combine.optional(),
  }),
  /** What lies in a part of the bounds of what the parts before it make: the left half of a thing. Shares of those. */
  z.strictObject({ kind: z.literal('within'), x1: unit, y1: unit, x2: unit, y2: unit, sign: z.literal('&') }),
  /** A thing that stands out. `called`: by a noun, which only a model could check. */
  z.strictObject({
    kind: z.literal('object'),
    which: z.enum(['largest', 'smallest', 'nearest', 'nth', 'brightest', 'darkest']),
    at: place,
    nth,
    called: z.literal(true).optional(),
    sign: combine.optional(),
  }),
]);
export type HostPart = z.infer<typeof hostPart>;

/** Gets a photo ready for clicks: decoded, scaled, features computed; kept in the host's cache by the file's key. */
export const prepare = task('classic.prepare', z.strictObject({ image: file }), z.strictObject({}));

/** What a click would select, at a working size: a good guess at once, or, `settled`, exactly that; `null`: nothing. */
export const preview = task(
  'classic.preview',
  z.strictObject({ image: file, at: z.strictObject({ x: unit, y: unit }), settled: z.boolean() }),
  z.strictObject({ mask: sketchMask.nullable() }),
);

/** A mask that was written: an 8-bit PNG. */
const found = z.strictObject({
  path: z.string(),
  width: pixels,
  height: pixels,
  /** The box around the mask in 0..1, and the mask's share of the picture; empty: `null` and 0. */
  bounds: z.strictObject({ x1: unit, y1: unit, x2: unit, y2: unit }).nullable(),
  area: unit,
});

/** A region looked up on a picture: writes an 8-bit PNG as large as the picture. */
export const segment = task(
  'classic.segment',
  z.strictObject({
    image: file,
    parts: z.array(hostPart).min(1),
    inverted: z.boolean().default(false),
    refine: refinement.optional(),
    out: folder,
  }),
  z.strictObject({
    ...found.shape,
    /** How likely (0..1) a name means what was found, and what else it may mean; `null`: there is no doubt. */
    doubt: z
      .strictObject({ sure: unit, others: z.array(found) })
      .nullable()
      .default(null),
  }),
);

/** The commands of image editing that this system does. */
export const edits = [
  'remove',
  'cut-out',
  'blur-background',
  'replace-background',
  'blur',
  'pixelate',
  'adjust',
  'curves',
  'enhance',
  'clarity',
  'vignette',
  'film-look',
  'stylise',
  'black-and-white',
  'recolour',
  'sharpen',
  'denoise',
  'crop',
  'rotate',
  'flip',
  'resize',
  'extend',
  'upscale',
  'straighten',
  'perspective',
  'transform',
  'duplicate',
] as const satisfies ImageEditName[];

/** Commands that make no sense without a region; the others then mean the whole picture. */
export const needRegion: ReadonlySet<ImageEditName> = new Set([
  'remove',
  'pixelate',
  'recolour',
  'crop',
  'transform',
  'duplicate',
]);

/**
 * Commands of which a small picture's result is the small form of the result: their reach is a share of the picture,
 * and neither grain, strokes of a brush nor the finest detail count for what is seen. Of `movers` what looks for nothing.
 */
export const alikeSmall: ReadonlySet<ImageEditName> = new Set([
  'blur',
  'pixelate',
  'adjust',
  'curves',
  'enhance',
  'clarity',
  'vignette',
  'denoise',
  'black-and-white',
  'recolour',
  'blur-background',
  'replace-background',
  'cut-out',
  'crop',
  'rotate',
  'flip',
  'perspective',
]);
/** Applies one command. `mask` limits it; what is outside stays bit-identical. Writes a PNG of the source's depth. */
export const edit = task(
  'classic.edit',
  z.strictObject({
    image: file,
    mask: file.nullable(),
    edit: imageEditing,
    /** The region that the argument `source` of the command means, as a mask. */
    source: file.optional(),
    /** The medium that its argument `photo` names. */
    photo: file.optional(),
    /** Random choices repeat for the same seed. */
    seed: z.int().min(0),
    /** See `More.free`. */
    free: z.boolean().default(false),
    /** To look at: so many pixels of the picture, each way, are taken for one. Masks are as large as before. */
    by: z.int().min(1).default(1),
    out: folder,
  }),
  z.strictObject({ path: z.string() }),
);

/**
 * Sends a mask the way that a command of `movers` sends its picture, or a duplicate its copy. `image` is the picture before, `at` the command's
 * own region: what a command finds out by itself is found there. Writes an 8-bit PNG as large as the picture after.
 */
export const carry = task(
  'classic.carry',
  z.strictObject({ mask: file, image: file, at: file.nullable(), edit: imageEditing, out: folder }),
  found,
);

/**
 * Where a command of `movers` (but `transform`) sends the picture's pixels: `back` leads from the result to the picture
 * before (a 3 × 3 matrix by rows), `width` and `height` are the result's.
 */
export const movement = task(
  'classic.movement',
  z.strictObject({ image: file, at: file.nullable(), edit: imageEditing }),
  z.strictObject({ back: z.array(z.number()).length(9), width: pixels, height: pixels }),
);

export const adjustments = Object.keys(imageEdits.adjust.shape).filter((name) => name !== 'target');
