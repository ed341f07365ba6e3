/** Reading and writing media files. Declaration only: the host imports the implementations beside this file. */
import * as z from 'zod';
import { colour, file, folder, imageFormat, media, pixels, rle, task, unit } from '../../contract/index.ts';

/** What a decoder says about a file; the store adds `hash`, `bytes`, and the hashes of the files made from it. */
export const described = media.omit({ hash: true, bytes: true, preview: true, peaks: true });

/** Identifies a file by its content, and makes a preview (pictures and clips) or peaks (sounds) beside it. */
export const probe = task(
  'codecs.probe',
  z.strictObject({ file, out: folder }),
  z.strictObject({ media: described, preview: z.string().optional(), peaks: z.string().optional() }),
);

/** The colour at a place (0..1) of a picture, in sRGB; `null` where it is transparent. */
export const colourAt = task(
  'codecs.colourAt',
  z.strictObject({ file, at: z.strictObject({ x: unit, y: unit }) }),
  z.strictObject({ colour: colour.nullable() }),
);

/** Writes a picture in a format for others: upright, with its colour profile. */
export const encodeImage = task(
  'codecs.encodeImage',
  z.strictObject({ file, out: z.string(), format: imageFormat, quality: z.int().min(1).max(100) }),
  z.strictObject({ path: z.string() }),
);

/** A mask picture (any picture; luma over 127 is inside) as COCO run lengths. */
export const readMask = task('codecs.readMask', z.strictObject({ file }), rle);

/** The colours that a picture is made of. */
export const colours = task(
  'codecs.colours',
  z.strictObject({ file }),
  z.strictObject({ colours: media.shape.colours.unwrap() }),
);

/** Run lengths as an 8-bit PNG. */
export const writeMask = task(
  'codecs.writeMask',
  z.strictObject({ rle, out: z.string() }),
  z.strictObject({ path: z.string(), area: unit }),
);

/**
 * A mask from elsewhere as an 8-bit PNG of a given size: any picture (its luma), COCO run lengths, or a COCO file of
 * annotations (all of them together). One of another size is scaled where its shape is the same.
 */
export const fitMask = task(
  'codecs.fitMask',
  z.strictObject({ file, width: pixels, height: pixels, out: folder }),
  z.strictObject({ path: z.string() }),
);
