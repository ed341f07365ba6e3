/** From one colour space to another. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pixelsOf } from './decode.ts';
import { depthOf, type Raster } from './raster.ts';
import sharp from './sharp.ts';
import { tiffOf } from './tiff.ts';

const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === b || (!!a && !!b && Buffer.compare(a, b) === 0);

/**
 * The picture's colours in the colour space of the profile `icc` (absent: sRGB), at its own depth. A profile that
 * can't be read counts as sRGB.
 */
export async function inProfile(raster: Raster, icc: Uint8Array | undefined): Promise<Raster> {
  if (same(raster.icc, icc)) return raster;
  const folder = await mkdtemp(join(tmpdir(), 'vitrail-profile-'));
  try {
    let pipeline = sharp(tiffOf(raster), { limitInputPixels: false });
    if (icc) {
      const path = join(folder, 'to.icc'); // sharp reads profiles from files only
      await writeFile(path, icc);
      pipeline = pipeline.withIccProfile(path);
    }
    const { icc: _before, ...rest } = { ...raster, ...(await pixelsOf(pipeline, depthOf(raster))) };
    return icc ? { ...rest, icc } : rest;
  } catch {
    return raster;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
