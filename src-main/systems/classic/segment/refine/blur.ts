/** A Gaussian blur for masks: 16 bits between its passes, one plane and some rows of memory. */
import type { Mask } from '../../../../runtime/raster/raster.ts';
import type { Work } from '../../../../runtime/work.ts';

/** Columns that are blurred at once: a strip of them fits the processor's cache. */
const STRIP = 64;
const PASSES = 3;

/**
 * Close to a Gaussian of this deviation (pixels): three boxes, whose widths differ so that their variances add up
 * (Kovesi, "Fast almost-Gaussian filtering", 2010). Beyond the border the mask goes on as at the border.
 */
export async function blurMask(mask: Mask, sigma: number, work: Work): Promise<Mask> {
  const radii = radiiOf(sigma);
  if (!radii.length) return { ...mask, data: mask.data.slice() };
  const { width, height, data } = mask;
  const plane = new Uint16Array(data.length);
  const lines = [new Float64Array(width), new Float64Array(width)] as const;
  for (let y = 0; y < height; y++) {
    const row = plane.subarray(y * width, (y + 1) * width);
    for (let x = 0, i = y * width; x < width; x++, i++) lines[0][x] = 257 * data[i]!;
    const blurred = cascade(lines, width, radii);
    for (let x = 0; x < width; x++) row[x] = blurred[x]! + 0.5;
    if ((y & 31) === 0) await work.breathe();
  }
  const out = new Uint8Array(data.length);
  const columns = [new Float64Array(height), new Float64Array(height)] as const;
  for (let left = 0; left < width; left += STRIP) {
    for (let x = left; x < Math.min(width, left + STRIP); x++) {
      for (let y = 0, i = x; y < height; y++, i += width) columns[0][y] = plane[i]!;
      const blurred = cascade(columns, height, radii);
      for (let y = 0, i = x; y < height; y++, i += width) out[i] = blurred[y]! / 257 + 0.5;
      if ((x & 31) === 0) await work.breathe();
    }
  }
  return { ...mask, data: out };
}

function radiiOf(sigma: number): number[] {
  const ideal = Math.sqrt((12 * sigma * sigma) / PASSES + 1);
  const lower = Math.floor((ideal - 1) / 2) * 2 + 1;
  const smaller = Math.round(
    (12 * sigma * sigma - PASSES * (lower * lower + 4 * lower + 3)) / (-4 * lower - 4),
  );
  return Array.from({ length: PASSES }, (_, pass) => (lower - 1) / 2 + (pass < smaller ? 0 : 1)).filter(
    (radius) => radius > 0,
  );
}

/** Box after box over one line, to and fro between two buffers; answers with the one that holds the result. */
function cascade(
  lines: readonly [Float64Array, Float64Array],
  length: number,
  radii: readonly number[],
): Float64Array {
  let [from, to] = lines;
  for (const radius of radii) {
    const last = length - 1;
    const share = 1 / (2 * radius + 1);
    let sum = (radius + 1) * from[0]!;
    for (let x = 1; x <= radius; x++) sum += from[Math.min(last, x)]!;
    for (let x = 0; x < length; x++) {
      to[x] = sum * share;
      sum += from[Math.min(last, x + radius + 1)]! - from[Math.max(0, x - radius)]!;
    }
    [from, to] = [to, from];
  }
  return from;
}
