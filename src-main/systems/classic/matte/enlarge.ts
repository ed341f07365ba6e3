/**
 * Alpha at the photo's own size: around each pixel of the reduced size alpha is linear in the colour, and the photo's
 * finer colours tell its finer alpha. He and Sun, "Fast guided filter" (2015); Levin et al. 2008, section 5.1.
 */
import { blankMask, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';

/** Differences below this (squared, colours 0..1) count as noise. */
const EPSILON = 1e-4;

export interface Solved {
  width: number;
  height: number;
  /** 0..1. */
  alpha: Float32Array;
  /** R, G, B in turn, 0..1, within three pixels of the band. */
  colour: Float32Array;
  /** 1 where alpha was worked out; elsewhere it is 0 or 1. */
  band: Uint8Array;
}

export async function enlarge(solved: Solved, image: Raster, work: Work): Promise<Mask> {
  const { width, height, alpha } = solved;
  const near = spread(solved.band, width, height, 1);
  await work.breathe();
  const lines = await averaged(await fitLines(solved, work), solved, near, work);
  const out = blankMask(image.width, image.height);
  const sx = width / image.width;
  const sy = height / image.height;
  const scale = 1 / fullScale(image);
  const { channels } = image;
  const columns = Uint32Array.from({ length: width + 1 }, (_, x) => Math.ceil(x / sx - 0.5));
  columns[width] = image.width;
  for (let y = 0; y < image.height; y++) {
    const fy = (y + 0.5) * sy - 0.5;
    const y0 = Math.max(0, Math.floor(fy));
    const y1 = Math.min(height - 1, y0 + 1);
    const wy = Math.max(0, fy - y0);
    const row = Math.min(height - 1, Math.floor((y + 0.5) * sy)) * width;
    for (let cell = 0; cell < width; cell++) {
      const start = y * image.width;
      if (!near[row + cell]) {
        if (alpha[row + cell]! > 0.5) out.data.fill(255, start + columns[cell]!, start + columns[cell + 1]!);
        continue;
      }
      for (let x = columns[cell]!; x < columns[cell + 1]!; x++) {
        const fx = (x + 0.5) * sx - 0.5;
        const x0 = Math.max(0, Math.floor(fx));
        const x1 = Math.min(width - 1, x0 + 1);
        const wx = Math.max(0, fx - x0);
        const o = (start + x) * channels;
        const [p, q, r, s] = [
          4 * (y0 * width + x0),
          4 * (y0 * width + x1),
          4 * (y1 * width + x0),
          4 * (y1 * width + x1),
        ];
        let value = 0;
        for (let c = 0; c < 4; c++) {
          const upper = lines[p! + c]! * (1 - wx) + lines[q! + c]! * wx;
          const lower = lines[r! + c]! * (1 - wx) + lines[s! + c]! * wx;
          const factor = upper * (1 - wy) + lower * wy;
          value += c < 3 ? factor * image.data[o + c]! * scale : factor;
        }
        out.data[start + x] = Math.round(255 * Math.min(1, Math.max(0, value)));
      }
    }
    if ((y & 7) === 0) await work.breathe();
  }
  return out;
}

/** Also sets pixels up to `steps` away: along the rows, then down the columns. */
export function spread(set: Uint8Array, width: number, height: number, steps: number): Uint8Array {
  const rows = set.slice();
  for (let y = 0; y < height; y++)
    for (let x = 0, i = y * width; x < width; x++, i++)
      if (set[i])
        rows.fill(1, y * width + Math.max(0, x - steps), y * width + Math.min(width - 1, x + steps) + 1);
  const out = rows.slice();
  for (let y = 0; y < height; y++)
    for (let x = 0, i = y * width; x < width; x++, i++)
      if (rows[i])
        for (let v = Math.max(0, y - steps); v <= Math.min(height - 1, y + steps); v++)
          out[v * width + x] = 1;
  return out;
}

/** Ridge regression of alpha on colour in windows of 3 × 3: factors of R, G, B and 1 in turn. */
async function fitLines({ width, height, alpha, colour, band }: Solved, work: Work): Promise<Float32Array> {
  const lines = new Float32Array(4 * width * height);
  const near = spread(band, width, height, 3);
  await work.breathe();
  const sums = new Float64Array(13);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (near[i]) fitLine(alpha, colour, width, height, x, y, sums, lines);
      else lines[4 * i + 3] = alpha[i]!;
    }
    if ((y & 15) === 0) await work.breathe();
  }
  return lines;
}

function fitLine(
  alpha: Float32Array,
  colour: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  sums: Float64Array,
  out: Float32Array,
): void {
  sums.fill(0);
  let n = 0;
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
      const i = v * width + u;
      const r = colour[3 * i]!;
      const g = colour[3 * i + 1]!;
      const b = colour[3 * i + 2]!;
      const a = alpha[i]!;
      n++;
      sums[0]! += r;
      sums[1]! += g;
      sums[2]! += b;
      sums[3]! += a;
      sums[4]! += r * r;
      sums[5]! += r * g;
      sums[6]! += r * b;
      sums[7]! += g * g;
      sums[8]! += g * b;
      sums[9]! += b * b;
      sums[10]! += r * a;
      sums[11]! += g * a;
      sums[12]! += b * a;
    }
  const [r, g, b, a] = [sums[0]! / n, sums[1]! / n, sums[2]! / n, sums[3]! / n];
  const s00 = sums[4]! / n - r * r + EPSILON;
  const s01 = sums[5]! / n - r * g;
  const s02 = sums[6]! / n - r * b;
  const s11 = sums[7]! / n - g * g + EPSILON;
  const s12 = sums[8]! / n - g * b;
  const s22 = sums[9]! / n - b * b + EPSILON;
  const c0 = sums[10]! / n - r * a;
  const c1 = sums[11]! / n - g * a;
  const c2 = sums[12]! / n - b * a;
  const i00 = s11 * s22 - s12 * s12;
  const i01 = s02 * s12 - s01 * s22;
  const i02 = s01 * s12 - s02 * s11;
  const i11 = s00 * s22 - s02 * s02;
  const i12 = s01 * s02 - s00 * s12;
  const i22 = s00 * s11 - s01 * s01;
  const scale = 1 / (s00 * i00 + s01 * i01 + s02 * i02);
  const f0 = scale * (i00 * c0 + i01 * c1 + i02 * c2);
  const f1 = scale * (i01 * c0 + i11 * c1 + i12 * c2);
  const f2 = scale * (i02 * c0 + i12 * c1 + i22 * c2);
  const o = 4 * (y * width + x);
  out[o] = f0;
  out[o + 1] = f1;
  out[o + 2] = f2;
  out[o + 3] = a - f0 * r - f1 * g - f2 * b;
}

/** Each pixel's line is the mean over the windows that it lies in. */
async function averaged(
  lines: Float32Array,
  { width, height }: Solved,
  near: Uint8Array,
  work: Work,
): Promise<Float32Array> {
  const wanted = spread(near, width, height, 1);
  const out = lines.slice();
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (!wanted[i]) continue;
      for (let c = 0; c < 4; c++) {
        let sum = 0;
        let n = 0;
        for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
          for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
            sum += lines[4 * (v * width + u) + c]!;
            n++;
          }
        out[4 * i + c] = sum / n;
      }
    }
    if ((y & 15) === 0) await work.breathe();
  }
  return out;
}
