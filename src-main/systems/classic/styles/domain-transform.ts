import type { Work } from '../../../runtime/work.ts';
import type { Draft } from './draft.ts';

/**
 * Edge-preserving smoothing by recursive passes along rows and columns whose steps are longer where colours change
 * (Gastal, Oliveira, "Domain transform for edge-aware image and video processing", 2011). `reach` in pixels, `range`
 * in coded values.
 */
export async function domainTransform(
  { rgb, size }: Pick<Draft, 'rgb' | 'size'>,
  reach: number,
  range: number,
  work: Work,
): Promise<Draft['rgb']> {
  const { width, height } = size;
  const out = rgb.map((p) => p.slice()) as Draft['rgb'];
  const passes = 3;
  for (let pass = 0; pass < passes; pass++) {
    const sigma = (reach * Math.sqrt(3) * 2 ** (passes - pass - 1)) / Math.sqrt(4 ** passes - 1);
    const fade = -Math.SQRT2 / sigma;
    const steps = new Float32Array(Math.max(width, height));
    // How much of the neighbour at `j` comes to `i`, by the photo's own colours.
    const kept = (i: number, j: number): number => {
      const apart =
        Math.abs(rgb[0][i]! - rgb[0][j]!) +
        Math.abs(rgb[1][i]! - rgb[1][j]!) +
        Math.abs(rgb[2][i]! - rgb[2][j]!);
      return Math.exp(fade * (1 + (reach / range) * apart));
    };
    const line = (start: number, step: number, length: number): void => {
      for (let k = 1; k < length; k++) steps[k] = kept(start + k * step, start + (k - 1) * step);
      for (const plane of out) {
        for (let k = 1, i = start + step; k < length; k++, i += step)
          plane[i]! += steps[k]! * (plane[i - step]! - plane[i]!);
        for (let k = length - 2, i = start + k * step; k >= 0; k--, i -= step)
          plane[i]! += steps[k + 1]! * (plane[i + step]! - plane[i]!);
      }
    };
    for (let y = 0; y < height; y++) {
      line(y * width, 1, width);
      if (y % 8 === 0) await work.breathe();
    }
    for (let x = 0; x < width; x++) {
      line(x, width, height);
      if (x % 8 === 0) await work.breathe();
    }
    work.progress(pass + 1, passes);
  }
  return out;
}
