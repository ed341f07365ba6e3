/**
 * Local contrast without halos: Paris, Hasinoff, Kautz, "Local Laplacian filters", 2011, in the fast form of Aubry et
 * al., "Fast local Laplacian filters", 2014. Edges larger than `sigma` stay as they are; smaller differences grow by
 * up to `1 + boost` (boost −1..2.2; below 0 they shrink). Work is at a reduced size and moves to the full one by local
 * lines, so that what is finer than a reduced pixel grows with its surroundings.
 */
import type { Work } from '../../../runtime/work.ts';
import { guidedLines } from './guided.ts';
import type { Reduced } from './reduced.ts';

interface Size {
  width: number;
  height: number;
}

interface Level extends Size {
  data: Float32Array;
}

/** Burt and Adelson's five taps. */
const taps = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16] as const;

/** Half the size, smoothed first. Borders repeat. */
async function shrink({ data, width, height }: Level, work: Work): Promise<Level> {
  const w = Math.ceil(width / 2);
  const h = Math.ceil(height / 2);
  const rows = new Float32Array(w * height);
  for (let y = 0; y < height; y++) {
    const at = y * width;
    for (let x = 0; x < w; x++) {
      let sum = 0;
      for (let k = 0; k < 5; k++)
        sum += taps[k]! * data[at + Math.min(width - 1, Math.max(0, 2 * x + k - 2))]!;
      rows[y * w + x] = sum;
    }
    if (y % 32 === 0) await work.breathe();
  }
  const out = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let k = 0; k < 5; k++) {
      const from = Math.min(height - 1, Math.max(0, 2 * y + k - 2)) * w;
      for (let x = 0; x < w; x++) out[y * w + x]! += taps[k]! * rows[from + x]!;
    }
    if (y % 32 === 0) await work.breathe();
  }
  return { data: out, width: w, height: h };
}

/** To `size`, twice as large: even places take 1 6 1 eighths of their neighbours, odd ones the mean of two. */
async function grow({ data, width, height }: Level, size: Size, work: Work): Promise<Float32Array> {
  const rows = new Float32Array(size.width * height);
  for (let y = 0; y < height; y++) {
    const at = y * width;
    for (let x = 0; x < size.width; x++) {
      const i = x >> 1;
      const next = data[at + Math.min(width - 1, i + 1)]!;
      rows[y * size.width + x] =
        x & 1 ? (data[at + i]! + next) / 2 : (data[at + Math.max(0, i - 1)]! + 6 * data[at + i]! + next) / 8;
    }
    if (y % 32 === 0) await work.breathe();
  }
  const out = new Float32Array(size.width * size.height);
  for (let y = 0, o = 0; y < size.height; y++) {
    const here = (y >> 1) * size.width;
    const below = Math.min(height - 1, (y >> 1) + 1) * size.width;
    const above = Math.max(0, (y >> 1) - 1) * size.width;
    for (let x = 0; x < size.width; x++, o++)
      out[o] =
        y & 1
          ? (rows[here + x]! + rows[below + x]!) / 2
          : (rows[above + x]! + 6 * rows[here + x]! + rows[below + x]!) / 8;
    if (y % 32 === 0) await work.breathe();
  }
  return out;
}

async function pyramid(plane: Level, levels: number, work: Work): Promise<Level[]> {
  const out = [plane];
  for (let l = 0; l < levels; l++) out.push(await shrink(out[l]!, work));
  return out;
}

/** Differences of a level to what the next one says of it. */
async function band(levels: Level[], l: number, work: Work): Promise<Float32Array> {
  const out = await grow(levels[l + 1]!, levels[l]!, work);
  const { data } = levels[l]!;
  for (let i = 0; i < out.length; i++) out[i] = data[i]! - out[i]!;
  return out;
}

export interface LocalContrast {
  boost: number;
  sigma: number;
  /** How many octaves of scales change, from the finest on, and how much of the change the finest gets (0..1). */
  octaves: number;
  finest: number;
}

/** The filtered plane (0..1), of the same size. */
export async function localLaplacian(
  plane: Float32Array,
  size: Size,
  { boost, sigma, octaves, finest }: LocalContrast,
  work: Work,
): Promise<Float32Array> {
  const quiet = { ...work, progress: () => {} };
  const levels = Math.max(1, Math.min(octaves, Math.floor(Math.log2(Math.min(size.width, size.height)))));
  const original = await pyramid({ data: plane, ...size }, levels, quiet);
  const sums = original.slice(0, levels).map((l) => new Float32Array(l.data.length));
  const references = Math.ceil(1 / (0.8 * sigma)) + 1;
  const step = 1 / (references - 1);
  const remapped = new Float32Array(plane.length);
  for (let k = 0; k < references; k++) {
    const g = k * step;
    for (let i = 0; i < plane.length; i++) {
      const d = plane[i]! - g;
      const e = (d * d) / (2 * sigma * sigma);
      // exp(−e) to within 0.004, a fifth of the cost.
      const bell = 1 / (1 + e * (1 + e * (0.5 + e * (1 / 6 + e * (1 / 24 + e / 120)))));
      remapped[i] = plane[i]! + boost * d * bell;
      if (i % 262_144 === 0) await quiet.breathe();
    }
    const changed = await pyramid({ data: remapped, ...size }, levels, quiet);
    for (let l = 0; l < levels; l++) {
      const detail = await band(changed, l, quiet);
      const at = original[l]!.data;
      const sum = sums[l]!;
      for (let i = 0; i < detail.length; i++) {
        const share = 1 - Math.abs(Math.min(1, Math.max(0, at[i]!)) - g) / step;
        if (share > 0) sum[i]! += share * detail[i]!;
      }
      await quiet.breathe();
    }
    work.progress(k + 1, references);
  }
  let out = original[levels]!;
  for (let l = levels - 1; l >= 0; l--) {
    const data = await grow(out, original[l]!, quiet);
    const before = l === 0 && finest < 1 ? await band(original, 0, quiet) : undefined;
    for (let i = 0; i < data.length; i++) {
      const after = sums[l]![i]!;
      data[i]! += before ? before[i]! + finest * (after - before[i]!) : after;
    }
    out = { ...original[l]!, data };
  }
  return out.data;
}

/**
 * The local lines from a plane to its filtered self: `slope · tone + offset` is the new tone, at full size as well. In
 * flat parts the line keeps the mean and the slope is 1: noise neither grows nor goes. At full size already (a factor
 * of 1) the change itself.
 */
export async function linesBetween(
  before: Float32Array,
  after: Float32Array,
  size: Reduced,
  work: Work,
): Promise<{ slope: Float32Array; offset: Float32Array }> {
  const quiet = { ...work, progress: () => {} };
  const change = new Float32Array(before.length);
  for (let i = 0; i < change.length; i++) change[i] = after[i]! - before[i]!;
  if (size.factor === 1) return { slope: new Float32Array(before.length).fill(1), offset: change };
  const lines = await guidedLines(before, change, size, 2, 1e-4, quiet);
  for (let i = 0; i < change.length; i++) lines.slope[i] = Math.max(0, 1 + lines.slope[i]!);
  return lines;
}
