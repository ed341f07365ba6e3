/** What a picture is, and a preview of it. */
import { join } from 'node:path';
import type * as z from 'zod';
import type { FileRef, ServedType } from '../../contract/index.ts';
import type { Metadata } from 'sharp';
import { cachedImage } from '../../runtime/raster/cache.ts';
import { writePreview } from '../../runtime/raster/encode.ts';
import { depthOf } from '../../runtime/raster/raster.ts';
import sharp from '../../runtime/raster/sharp.ts';
import type { Work } from '../../runtime/work.ts';
import { coloursOf } from './colours.ts';
import { takenAt } from './exif.ts';
import type { probe } from './index.ts';
import { damaged, tooManyPixels } from './refuse.ts';

export type PictureKind = 'png' | 'jpeg' | 'webp' | 'avif' | 'tiff' | 'gif';

/** A file of a few bytes can claim to be huge; what it claims is read before its pixels are. libvips' own limit. */
export const pixelLimit = 0x3fff * 0x3fff;
const sideLimit = 65_535;

export async function probeImage(
  kind: PictureKind,
  file: FileRef,
  out: string,
  work: Work,
): Promise<z.input<(typeof probe)['output']>> {
  const { width = 0, height = 0, exif } = await headerOf(file.path);
  if (width * height > pixelLimit || Math.max(width, height) > sideLimit)
    throw tooManyPixels(width, height, pixelLimit);
  work.progress(1, 4);
  // All of it, now: a file that ends half-way is refused here and not in the middle of an edit.
  const raster = await cachedImage(file, { signal: work.signal });
  work.progress(3, 4);
  const preview = join(out, 'preview.webp');
  await writePreview(raster, preview, 2048);
  work.signal.throwIfAborted();
  const colours = await coloursOf(preview);
  work.progress(4, 4);
  const type: ServedType = `image/${kind}`;
  const media = { kind: 'image', type, width: raster.width, height: raster.height } as const;
  const taken = exif && takenAt(exif);
  const about = { depth: depthOf(raster), alpha: raster.channels === 4, colours };
  return { media: { ...media, ...about, ...(typeof taken === 'number' && { takenAt: taken }) }, preview };
}

async function headerOf(path: string): Promise<Pick<Metadata, 'width' | 'height' | 'exif'>> {
  try {
    return await sharp(path, { limitInputPixels: false }).metadata();
  } catch {
    throw damaged(); // its first bytes are a picture's, and its header can't be read
  }
}
