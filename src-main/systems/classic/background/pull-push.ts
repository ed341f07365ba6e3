/** Colours for places that have none, from what lies around them. */
import type { Work } from '../../../runtime/work.ts';

/**
 * A small picture of floats, interleaved: `parts` numbers a cell, each already multiplied by the cell's weight, then
 * the weight itself, 0 (nothing is known) to 1.
 */
export interface Cells {
  width: number;
  height: number;
  parts: number;
  data: Float32Array;
}

export const blankCells = (width: number, height: number, parts: number): Cells => ({
  width,
  height,
  parts,
  data: new Float32Array(width * height * (parts + 1)),
});

/**
 * Fills, in place, what has no weight: averages go up a pyramid, and what is missing comes down again from the finest
 * level that knows something (Gortler et al., "The lumigraph", 1996, section 3.4). Afterwards every weight is 1; where
 * nothing at all was known the numbers are 0.
 */
export async function pullPush(cells: Cells, work: Work): Promise<Cells> {
  const levels = [cells];
  for (let last = cells; last.width > 1 || last.height > 1; levels.push(last)) {
    last = halved(last);
    await work.breathe();
  }
  const top = levels.pop()!;
  const weight = top.data[top.parts]!;
  for (let i = 0; i <= top.parts && weight > 0; i++) top.data[i]! /= weight;
  for (let coarse = top, fine = levels.pop(); fine; coarse = fine, fine = levels.pop())
    await push(coarse, fine, work);
  return cells;
}

/** Sums of two by two cells; a weight never exceeds 1. */
function halved({ width, height, parts, data }: Cells): Cells {
  const out = blankCells(Math.ceil(width / 2), Math.ceil(height / 2), parts);
  const step = parts + 1;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const o = ((y >> 1) * out.width + (x >> 1)) * step;
      for (let c = 0; c < step; c++) out.data[o + c]! += data[i++]!;
    }
  for (let o = 0; o < out.data.length; o += step) {
    const weight = out.data[o + parts]!;
    if (weight > 1) for (let c = 0; c < step; c++) out.data[o + c]! /= weight;
  }
  return out;
}

async function push(coarse: Cells, fine: Cells, work: Work): Promise<void> {
  const { width, height, parts, data } = fine;
  const sample = sampler(coarse, 2);
  const from = new Float64Array(parts);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += parts + 1) {
      const missing = 1 - data[i + parts]!;
      if (missing <= 0) continue;
      sample(x, y, from);
      for (let c = 0; c < parts; c++) data[i + c]! += missing * from[c]!;
      data[i + parts] = 1;
    }
    await work.breathe();
  }
}

/** Reads filled cells, each `factor` pixels wide, at the middle of a pixel: bilinear, borders repeat. */
export function sampler(
  { width, height, parts, data }: Cells,
  factor: number,
): (x: number, y: number, out: Float64Array) => void {
  const step = parts + 1;
  return (x, y, out) => {
    const fx = Math.min(width - 1, Math.max(0, (x + 0.5) / factor - 0.5));
    const fy = Math.min(height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    const x1 = Math.floor(fx);
    const y1 = Math.floor(fy);
    const right = x1 + 1 < width ? step : 0;
    const below = y1 + 1 < height ? step * width : 0;
    const i = (y1 * width + x1) * step;
    for (let c = 0; c < parts; c++) {
      const top = data[i + c]! + (data[i + right + c]! - data[i + c]!) * (fx - x1);
      const low = data[i + below + c]! + (data[i + below + right + c]! - data[i + below + c]!) * (fx - x1);
      out[c] = top + (low - top) * (fy - y1);
    }
  };
}
