/**
 * From a hard mask to a matte at the photo's own size: hard rims where they really run, hair and fur strand by strand,
 * blur as soft as it is. Alpha is solved for in a band around the outline only.
 */
import { blankMask, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { readBand } from './band.ts';
import { enlarge, spread } from './enlarge.ts';
import { laplacianOf } from './laplacian.ts';
import { hardnessAt, nearHardRims, type Known } from './nearest.ts';
import { rimsOf } from './rims.ts';
import { SEAM_REACH, softenSeams } from './seams.ts';
import { shareOf, type Share } from './looks.ts';
import { solveAlpha } from './solve.ts';
import { trimapOf, type Trimap } from './trimap.ts';

export { foregroundColours } from './colours.ts';

/** Pixels at which alpha is solved; a finer photo's own detail comes back by its colours. */
const SOLVED = 1_500_000;
/** How far windows may stray from a line in colour before it counts: camera noise. */
const EPSILON = 1e-5;
/** How much what a colour says by itself counts, where it is certain. */
const PRIOR = 0.03;
/** How much counts where a hard rim was found. */
const RIM = 0.1;

/**
 * @param mask 1 inside, at a size of the photo's shape that isn't larger
 * @returns as large as the photo
 * @throws an `AbortError` once cancelled
 */
export async function matteOf(
  mask: Uint8Array,
  size: { width: number; height: number },
  image: Raster,
  work: Work,
): Promise<Mask> {
  const shrink = Math.max(1, Math.sqrt((image.width * image.height) / SOLVED));
  const at = { width: Math.ceil(image.width / shrink), height: Math.ceil(image.height / shrink) };
  const { rims, reach } = await rimsOf(mask, size, at, image, work);
  const hardness = await hardnessAt(rims, size, at.width / size.width, work);
  const trimap = await trimapOf(mask, size, image, hardness, work);
  const { alpha, unknown, open } = start(trimap, mask, at);
  const trust = settle(await nearHardRims(rims, at, reach + 2, work), alpha, unknown, open);
  closeBorder(unknown, at);
  await work.breathe();
  const near = spread(unknown, at.width, at.height, 2 * SEAM_REACH + 1);
  await work.breathe();
  const colour = await readBand(image, at, near, work);
  const system = await laplacianOf(colour, at, unknown, EPSILON, work);
  const { prior, weights } = await priors(trimap, colour, at, system.pixels, alpha, trust, work);
  await solveAlpha(system, alpha, prior, weights, work);
  for (const p of system.pixels) alpha[p] = Math.min(1, Math.max(0, alpha[p]!));
  await softenSeams(alpha, colour, at, unknown, open, work);
  if (at.width < image.width || at.height < image.height)
    return enlarge({ ...at, alpha, colour, band: unknown }, image, work);
  const out = blankMask(image.width, image.height);
  for (let i = 0; i < alpha.length; i++) out.data[i] = Math.round(255 * alpha[i]!);
  await work.breathe();
  return out;
}

/** The mask and what is unknown of it at the size that is solved. */
function start(
  { width, height, signed, unknown, wide }: Trimap,
  mask: Uint8Array,
  at: { width: number; height: number },
): { alpha: Float32Array; unknown: Uint8Array; open: Uint8Array } {
  const alpha = new Float32Array(at.width * at.height);
  const found = new Uint8Array(alpha.length);
  const open = new Uint8Array(alpha.length);
  for (let y = 0; y < at.height; y++) {
    const v = Math.floor(((y + 0.5) * height) / at.height);
    for (let x = 0, i = y * at.width; x < at.width; x++, i++) {
      const j = v * width + Math.floor(((x + 0.5) * width) / at.width);
      found[i] = unknown[j]!;
      open[i] = wide[j]!;
      alpha[i] = unknown[j] ? Math.min(1, Math.max(0, 0.5 + signed[j]! / 2)) : mask[j]!;
    }
  }
  return { alpha, unknown: found, open };
}

/**
 * Hard rims are where they were found, whatever the mask says, but where colours cross it. Changes what is known.
 * @returns how much alpha is to be believed, a number a pixel
 */
function settle(known: Known, alpha: Float32Array, unknown: Uint8Array, open: Uint8Array): Float32Array {
  const trust = new Float32Array(alpha.length);
  known.pixels.forEach((i, k) => {
    if (open[i]) return;
    alpha[i] = known.alpha[k]!;
    trust[i] = known.trust[k]!;
    unknown[i] = trust[i]! > 0 ? 1 : 0;
  });
  return trust;
}

/** The outermost two pixels are known: the Laplacian's stencil would reach beyond the picture there. */
function closeBorder(unknown: Uint8Array, { width, height }: { width: number; height: number }): void {
  for (let y = 0; y < height; y++) {
    const start = y * width;
    if (y < 2 || y >= height - 2) unknown.fill(0, start, start + width);
    else {
      unknown.fill(0, start, start + 2);
      unknown.fill(0, start + Math.max(0, width - 2), start + width);
    }
  }
}

/** What the colour or the rim at each unknown pixel says by itself, and how much that counts. */
async function priors(
  trimap: Trimap,
  colour: Float32Array,
  at: { width: number; height: number },
  pixels: Int32Array,
  alpha: Float32Array,
  trust: Float32Array,
  work: Work,
): Promise<{ prior: Float32Array; weights: Float32Array }> {
  const prior = new Float32Array(pixels.length);
  const weights = new Float32Array(pixels.length);
  const share: Share = { alpha: 0, backError: 0, frontError: 0, off: 0 };
  for (let k = 0; k < pixels.length; k++) {
    const p = pixels[k]!;
    const x = (((p % at.width) + 0.5) * trimap.width) / at.width;
    const y = ((Math.floor(p / at.width) + 0.5) * trimap.height) / at.height;
    const cell = Math.floor(y) * trimap.width + Math.floor(x);
    if (trust[p]! > 0) {
      prior[k] = alpha[p]!;
      weights[k] = RIM * trust[p]!;
    } else if (trimap.wide[cell]) {
      shareOf(trimap.looks, x, y, colour, p, share);
      const error = Math.hypot(share.frontError * share.alpha, share.backError * (1 - share.alpha));
      prior[k] = share.alpha;
      weights[k] = (PRIOR * Math.exp(-0.5 * share.off)) / (1 + (error / 0.1) ** 2);
      alpha[p] = share.alpha;
    }
    if ((k & 8191) === 0) await work.breathe();
  }
  return { prior, weights };
}
