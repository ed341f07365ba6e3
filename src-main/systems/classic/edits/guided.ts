import { letGo } from '../../../runtime/collect.ts';
import type { Work } from '../../../runtime/work.ts';
import { boxBlur } from '../box-blur.ts';

/**
 * The guided filter (He, Sun, Tang, "Guided image filtering", 2013) as its local lines: `input` is near
 * `slope · guide + offset` around each pixel, flat where the guide varies by less than the square root of `epsilon`.
 * Laid on a guide of full size they give the filter there (He, Sun, "Fast guided filter", 2015).
 */
export async function guidedLines(
  guide: Float32Array,
  input: Float32Array,
  size: { width: number; height: number },
  radius: number,
  epsilon: number,
  work: Work,
): Promise<{ slope: Float32Array; offset: Float32Array }> {
  const n = guide.length;
  const ones = new Float32Array(n).fill(1);
  const share = await boxBlur(ones, size, radius, work);
  letGo([ones]);
  const mean = async (of: Float32Array): Promise<Float32Array> => {
    const blurred = await boxBlur(of, size, radius, work);
    for (let i = 0; i < n; i++) blurred[i]! /= share[i]!;
    return blurred;
  };
  const meanProduct = async (a: Float32Array, b: Float32Array): Promise<Float32Array> => {
    const product = new Float32Array(n);
    for (let i = 0; i < n; i++) product[i] = a[i]! * b[i]!;
    const out = await mean(product);
    letGo([product]);
    return out;
  };
  const meanGuide = await mean(guide);
  const meanInput = guide === input ? meanGuide : await mean(input);
  const slope = await meanProduct(guide, input);
  const variance = guide === input ? slope.slice() : await meanProduct(guide, guide);
  const offset = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const g = meanGuide[i]!;
    slope[i] = (slope[i]! - g * meanInput[i]!) / (Math.max(0, variance[i]! - g * g) + epsilon);
    offset[i] = meanInput[i]! - slope[i]! * g;
  }
  letGo([meanGuide, meanInput, variance]);
  const lines = { slope: await mean(slope), offset: await mean(offset) };
  letGo([slope, offset, share]);
  return lines;
}
