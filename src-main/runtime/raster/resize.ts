/** Scaling, by sharp: Lanczos with alpha premultiplied, so that hidden colours don't bleed. */
import { pixelsOf } from './decode.ts';
import { depthOf, type Mask, type Raster } from './raster.ts';
import sharp from './sharp.ts';
import { tiffOf } from './tiff.ts';

interface Size {
  width: number;
  height: number;
}

/** The picture at exactly `size`, of the same depth, channels and profile. */
export async function resizeRaster(raster: Raster, size: Size): Promise<Raster> {
  const depth = depthOf(raster);
  const pipeline = sharp(tiffOf(raster), { limitInputPixels: false, ignoreIcc: true })
    .keepIccProfile()
    .resize({ ...size, fit: 'fill', kernel: 'lanczos3', fastShrinkOnLoad: false });
  const scaled = await pixelsOf(pipeline, depth);
  return raster.icc ? { ...scaled, icc: raster.icc } : scaled;
}

/** The mask at exactly `size`, soft at its edges. */
export async function resizeMask(mask: Mask, size: Size): Promise<Mask> {
  const { data, info } = await sharp(mask.data, {
    raw: { width: mask.width, height: mask.height, channels: 1 },
    limitInputPixels: false,
  })
    .resize({ ...size, fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}
