/** Scaling, by sharp: Lanczos with alpha premultiplied, so that hidden colours don't bleed. */
import { pixelsOf } from './decode.ts';
import { depthOf, type Raster } from './raster.ts';
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
