/**
 * Local contrast without halos: Paris, Hasinoff, Kautz, "Local Laplacian filters", 2011, in the fast form of Aubry et
 * al., "Fast local Laplacian filters", 2014. Edges larger than `sigma` stay as they are; smaller differences grow by
 * up to `1 + boost` (boost −1..2.2; below 0 they shrink). Work is at a reduced size and moves to the full one by local
 * lines, so that what is finer than a reduced pixel grows with its surroundings.
 */
import { letGo } from '../../../runtime/collect.ts';
import type { Kernel } from '../../../runtime/threads/kernel.ts';
import type { Work } from '../../../runtime/work.ts';
import { crew } from '../crew.ts';
import { guidedLines } from './guided.ts';
import { Pyramid } from './pyramid.ts';
import type { Reduced } from './reduced.ts';

interface Size {
  width: number;
  height: number;
}

export interface LocalContrast {
  boost: number;
  sigma: number;
  /** How many octaves of scales change, from the finest on, and how much of the change the finest gets (0..1). */
  octaves: number;
  finest: number;
}

interface Filtering {
  /** The original's pyramid, the finest level first, without the coarsest. */
  original: Float32Array[];
  size: Size;
  boost: number;
  sigma: number;
  /** Between one reference tone and the next. */
  step: number;
}

/**
 * For one reference tone: what it adds to each level of the result's pyramid (but the coarsest), which is something
 * only where the original's tone is less than a step from it.
 */
export const filtering: Kernel<Filtering, { reference: number }, Float32Array[]> = {
  name: 'local-laplacian',
  make({ original, size, boost, sigma, step }) {
    const levels = original.length;
    const plane = original[0]!;
    const changed = new Pyramid(new Float32Array(plane.length), size, levels);
    const coarse = new Float32Array(plane.length);
    return ({ reference }, check) => {
      const g = reference * step;
      const remapped = changed.levels[0]!.data;
      for (let i = 0; i < plane.length; i++) {
        const d = plane[i]! - g;
        const e = (d * d) / (2 * sigma * sigma);
        // exp(−e) to within 0.004, a fifth of the cost.
        const bell = 1 / (1 + e * (1 + e * (0.5 + e * (1 / 6 + e * (1 / 24 + e / 120)))));
        remapped[i] = plane[i]! + boost * d * bell;
      }
      const out: Float32Array[] = [];
      for (let l = 0; l < levels; l++) {
        check();
        changed.shrink(l);
        changed.grow(l, coarse);
        const at = original[l]!;
        const { data } = changed.levels[l]!;
        const sum = new Float32Array(at.length);
        for (let i = 0; i < sum.length; i++) {
          const share = 1 - Math.abs(Math.min(1, Math.max(0, at[i]!)) - g) / step;
          if (share > 0) sum[i] = share * (data[i]! - coarse[i]!);
        }
        out.push(sum);
      }
      return out;
    };
  },
};

/** The filtered plane (0..1), of the same size. */
export async function localLaplacian(
  plane: Float32Array,
  size: Size,
  { boost, sigma, octaves, finest }: LocalContrast,
  work: Work,
): Promise<Float32Array> {
  const levels = Math.max(1, Math.min(octaves, Math.floor(Math.log2(Math.min(size.width, size.height)))));
  const references = Math.ceil(1 / (0.8 * sigma)) + 1;
  const step = 1 / (references - 1);
  const pyramid = new Pyramid(plane, size, levels);
  for (let l = 0; l < levels; l++) {
    pyramid.shrink(l);
    await work.breathe();
  }
  const original = pyramid.levels.slice(0, levels).map(({ data }) => data);
  const sums = original.map(({ length }) => new Float32Array(length));
  await crew.run(
    filtering,
    { original, size, boost, sigma, step },
    {
      count: references,
      slow: plane.length > 100_000,
      input: (reference) => ({ reference }),
      // Two references at the most say something of a pixel: their order doesn't matter.
      output: (_, details) =>
        details.forEach((detail, l) => {
          const sum = sums[l]!;
          for (let i = 0; i < sum.length; i++) sum[i]! += detail[i]!;
        }),
    },
    work,
  );
  const out = sums[0]!;
  const grown = new Float32Array(plane.length);
  if (finest < 1) {
    pyramid.grow(0, grown);
    for (let i = 0; i < out.length; i++) {
      const before = plane[i]! - grown[i]!;
      out[i] = before + finest * (out[i]! - before);
    }
    await work.breathe();
  }
  // From the coarsest level down, each becomes the result at its size.
  for (let l = levels - 1; l >= 0; l--) {
    pyramid.grow(l, grown);
    const sum = sums[l]!;
    for (let i = 0; i < sum.length; i++) sum[i]! += grown[i]!;
    pyramid.levels[l]!.data = sum;
    await work.breathe();
  }
  letGo([grown, ...original.slice(1), ...sums.slice(1)]);
  return out;
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
  letGo([change]);
  for (let i = 0; i < lines.slope.length; i++) lines.slope[i] = Math.max(0, 1 + lines.slope[i]!);
  return lines;
}
