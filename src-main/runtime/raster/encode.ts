/** Pixels in memory to picture files. Profiles are attached, never applied, except in previews. */
import { rm } from 'node:fs/promises';
import type { Exif, Sharp } from 'sharp';
import type { ImageFormat } from '../../contract/index.ts';
import { depthOf, type Mask, type Raster } from './raster.ts';
import sharp from './sharp.ts';
import { tiffOf, usualDensity, writeTiff } from './tiff.ts';

/**
 * Writes a file by a sharp pipeline that starts with the picture's own numbers and keeps them and their profile. It
 * reads them from a file beside it: a second copy of a large picture in memory is what a machine may not have.
 */
async function write(raster: Raster, path: string, encoder: (untouched: Sharp) => Sharp): Promise<void> {
  const pixels = `${path}.pixels`;
  try {
    await writeTiff(raster, pixels);
    const untouched = sharp(pixels, { limitInputPixels: false })
      .keepIccProfile()
      .toColourspace(depthOf(raster) === 16 ? 'rgb16' : 'srgb');
    await encoder(untouched).toFile(path);
  } finally {
    await rm(pixels, { force: true });
  }
}

/**
 * The working format: lossless, of the picture's depth, quick to write. Measured on a 12-megapixel photograph: level 2
 * takes 0.4 of the time of level 6 for 1.15 of its bytes; without adaptive filters the file doubles.
 */
export async function writePng(raster: Raster, path: string): Promise<void> {
  await write(raster, path, (it) => it.png({ compressionLevel: 2, adaptiveFiltering: true }));
}

/**
 * A picture for others. `quality` 1..100 counts for JPEG, WebP and AVIF. PNG and TIFF keep 16 bits; the others have 8.
 * JPEG has no alpha: the picture is laid on white.
 */
export async function writeImage(
  raster: Raster,
  path: string,
  format: ImageFormat,
  quality: number,
): Promise<void> {
  const has16 = format === 'png' || format === 'tiff';
  await write(has16 ? raster : toEightBits(raster), path, encoders[format](raster, quality));
}

type Encoder = (raster: Raster, quality: number) => (untouched: Sharp) => Sharp;

const encoders: Record<ImageFormat, Encoder> = {
  png: () => (it) => it.png({ compressionLevel: 6, adaptiveFiltering: true }),
  tiff:
    ({ density = usualDensity }) =>
    (it) =>
      it.tiff({
        compression: 'deflate',
        predictor: 'horizontal',
        resolutionUnit: 'inch',
        xres: density / 25.4, // pixels a millimetre
        yres: density / 25.4,
      }),
  jpeg: (raster, quality) => (it) =>
    it
      .flatten({ background: '#fff' })
      .withExif(printSize(raster))
      .jpeg({ quality, chromaSubsampling: quality >= 85 ? '4:4:4' : '4:2:0', mozjpeg: false }),
  webp: (_, quality) => (it) => it.webp({ quality, smartSubsample: true, exact: false }),
  avif: (_, quality) => (it) => it.avif({ quality, effort: 2, chromaSubsampling: '4:4:4' }),
};

/** Where a picture says how large it prints, a JPEG says so in its EXIF block (2: per inch). */
function printSize({ density }: Raster): Exif {
  if (!density) return {};
  const resolution = `${Math.round(density)}/1`;
  return { IFD0: { XResolution: resolution, YResolution: resolution, ResolutionUnit: '2' } };
}

/** An 8-bit grey PNG, 255 inside. */
export async function writeMask(mask: Mask, path: string): Promise<void> {
  await sharp(mask.data, {
    raw: { width: mask.width, height: mask.height, channels: 1 },
    limitInputPixels: false,
  })
    .toColourspace('b-w')
    .png({ compressionLevel: 3 })
    .toFile(path);
}

/** A WebP that every browser shows alike: sRGB, alpha kept, its longer side at most `maxSide` pixels. */
export async function writePreview(raster: Raster, path: string, maxSide = 2048): Promise<void> {
  await sharp(tiffOf(toEightBits(raster)), { limitInputPixels: false })
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 92, smartSubsample: true, effort: 1 })
    .toFile(path);
}

/** The same picture with 8 bits a channel, rounded (not cut). */
export function toEightBits(raster: Raster): Raster {
  if (!(raster.data instanceof Uint16Array)) return raster;
  const { data } = raster;
  const bytes = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) bytes[i] = (data[i]! * 255 + 32_767) / 65_535;
  return { ...raster, data: bytes };
}
