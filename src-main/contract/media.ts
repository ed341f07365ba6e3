import * as z from 'zod';
import { colour, hash, microseconds, pixels, unit } from './primitives.ts';

export const mediaKind = z.enum(['image', 'video', 'audio', 'mask']);
export type MediaKind = z.infer<typeof mediaKind>;

/** The only types that are ever served to the page, with `nosniff`; anything else is a download. */
export const servedTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/avif',
  'image/tiff',
  'image/gif',
  'video/mp4',
  'video/webm',
  'video/quicktime',
  'audio/wav',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/flac',
  'audio/webm',
  'application/json',
] as const;
export const servedType = z.enum(servedTypes);
export type ServedType = z.infer<typeof servedType>;

/**
 * A file of the store and what a decoder said about it. Width and height are of the upright picture.
 * `preview` is a picture a browser can show (at most 2048 px on its longer side), `peaks` a JSON file
 * with the waveform: `{ peaks: number[][] (one array a channel, -1..1), duration (seconds) }`.
 */
export const media = z.strictObject({
  hash,
  kind: mediaKind,
  type: servedType,
  bytes: z.int().min(0),
  width: pixels.optional(),
  height: pixels.optional(),
  /** Bits a channel of a picture. */
  depth: z.union([z.literal(8), z.literal(16)]).optional(),
  alpha: z.boolean().optional(),
  duration: microseconds.optional(),
  /** Mean frames a second of a video. */
  frameRate: z.number().optional(),
  sampleRate: z.int().optional(),
  channels: z.int().optional(),
  preview: hash.optional(),
  /** When a photo was taken, where it says so: milliseconds since the epoch, which may lie after it. */
  takenAt: z.int().optional(),
  /** The colours that a picture is made of, the most frequent first, and each one's share of it. */
  colours: z
    .array(z.strictObject({ colour, share: unit }))
    .max(6)
    .optional(),
  peaks: hash.optional(),
});
export type Media = z.infer<typeof media>;
