/** From one colour space to another. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pixelsOf } from './decode.ts';
import { depthOf, type Raster } from './raster.ts';
import sharp from './sharp.ts';
import { tiffOf } from './tiff.ts';

/** A profile, or nothing where the bytes aren't one: every profile has this signature in its header. */
const readable = (icc: Uint8Array | undefined): Uint8Array | undefined =>
  icc && Buffer.from(icc.subarray(36, 40)).toString('latin1') === 'acsp' ? icc : undefined;

const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === b || (!!a && !!b && Buffer.compare(a, b) === 0);

/** The bytes of sRGB's profile, as sharp has it. */
const srgb = async (): Promise<Uint8Array> => {
  const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } });
  const png = await pixel.withIccProfile('srgb').png().toBuffer();
  return new Uint8Array((await sharp(png).metadata()).icc!);
};

/**
 * The picture's colours in the colour space of the profile `icc` (absent: sRGB), at its own depth. A profile that
 * can't be read counts as sRGB.
 */
export async function inProfile(raster: Raster, icc: Uint8Array | undefined): Promise<Raster> {
  const [before, after] = [readable(raster.icc), readable(icc)];
  if (same(before, after)) return raster;
  const folder = await mkdtemp(join(tmpdir(), 'vitrail-profile-'));
  try {
    const path = join(folder, 'to.icc'); // sharp reads profiles from files only
    if (after) await writeFile(path, after);
    // Between the two, sharp goes through Display P3 at 16 bits, and takes what has no profile to be in it already.
    const from = { ...raster, icc: before ?? (await srgb()) };
    const pipeline = sharp(tiffOf(from), { limitInputPixels: false }).withIccProfile(after ? path : 'srgb');
    const converted: Raster = { ...raster, ...(await pixelsOf(pipeline, depthOf(raster))) };
    if (after) converted.icc = after;
    else delete converted.icc;
    return converted;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
