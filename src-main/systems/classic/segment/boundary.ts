/**
 * How likely an object's outline runs through a pixel in each of eight directions.
 *
 * After Martin, Fowlkes and Malik, "Learning to detect natural image boundaries using local brightness, colour and
 * texture cues" (PAMI 2004): what lies on both sides of a line through the pixel is compared at two scales. Means and
 * variances stand in for their histograms, so that sums over rectangles of summed-area tables do the work; a
 * logistic function of the cues gives the probability.
 */
import type { Work } from '../../../runtime/work.ts';
import { blur, type Planes } from './planes.ts';

/** Directions of an outline's normal: `k * PI / ORIENTATIONS`, k = 0 is horizontal (the outline runs upright). */
export const ORIENTATIONS = 8;
/** Half-window sizes in pixels of the search size. */
const RADII = [3, 7];
export const CUES = 8;

export interface Boundaries {
  width: number;
  height: number;
  /** ORIENTATIONS planes one after another, each 0..1. */
  strength: Float32Array;
}

interface Gradient {
  xx: Float32Array;
  xy: Float32Array;
  yy: Float32Array;
  /** Its size, and the mean size around it. */
  size: Float32Array;
  around: Float32Array;
}

/** Colour gradients summed over the channels (Di Zenzo 1986). */
export function gradientOf(planes: Planes, sigma: number): Gradient {
  const { width, height } = planes;
  const n = width * height;
  const out: Gradient = {
    xx: new Float32Array(n),
    xy: new Float32Array(n),
    yy: new Float32Array(n),
    size: new Float32Array(n),
    around: new Float32Array(0),
  };
  for (const channel of [planes.l, planes.a, planes.b]) {
    const soft = sigma > 0 ? blur(channel, width, height, sigma) : channel;
    for (let y = 0; y < height; y++) {
      const up = Math.max(0, y - 1) * width;
      const down = Math.min(height - 1, y + 1) * width;
      for (let x = 0; x < width; x++) {
        const i = y * width + x;
        const dx =
          (soft[y * width + Math.min(width - 1, x + 1)]! - soft[y * width + Math.max(0, x - 1)]!) / 2;
        const dy = (soft[down + x]! - soft[up + x]!) / 2;
        out.xx[i]! += dx * dx;
        out.xy[i]! += dx * dy;
        out.yy[i]! += dy * dy;
      }
    }
  }
  for (let i = 0; i < n; i++) out.size[i] = Math.sqrt(out.xx[i]! + out.yy[i]!);
  out.around = blur(out.size, width, height, 8);
  return out;
}

/** Summed-area tables of a rotated picture, for weight, each channel, and each channel squared. */
interface Frame {
  width: number;
  height: number;
  tables: Float64Array[];
}

function rotate(
  channels: Float32Array[],
  weight: Float32Array,
  width: number,
  height: number,
  angle: number,
): Frame {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const w = Math.ceil(Math.abs(width * cos) + Math.abs(height * sin)) + 2;
  const h = Math.ceil(Math.abs(width * sin) + Math.abs(height * cos)) + 2;
  const tables = Array.from({ length: 1 + 2 * channels.length }, () => new Float64Array((w + 1) * (h + 1)));
  const sums = new Float64Array(tables.length);
  for (let v = 0; v < h; v++) {
    sums.fill(0);
    for (let u = 0; u < w; u++) {
      const x = Math.round(cos * (u - w / 2) - sin * (v - h / 2) + (width - 1) / 2);
      const y = Math.round(sin * (u - w / 2) + cos * (v - h / 2) + (height - 1) / 2);
      if (x >= 0 && y >= 0 && x < width && y < height) {
        const i = y * width + x;
        const share = weight[i]!;
        sums[0]! += share;
        for (let c = 0; c < channels.length; c++) {
          const value = channels[c]![i]!;
          sums[1 + 2 * c]! += share * value;
          sums[2 + 2 * c]! += share * value * value;
        }
      }
      const o = (v + 1) * (w + 1) + u + 1;
      for (let t = 0; t < tables.length; t++) tables[t]![o] = tables[t]![o - w - 1]! + sums[t]!;
    }
  }
  return { width: w, height: h, tables };
}

/** Variances below these (noise, and what a person can't see) don't count: L, a, b, log gradient. */
const FLOOR = [9, 4, 4, 0.15];

/**
 * The cues at one place of a frame for a line along `u` (or along `v` when `upright`), at both radii:
 * [separation, colour difference, texture difference] × 2.
 */
function compare(frame: Frame, u: number, v: number, upright: boolean, cues: Float32Array): void {
  const { width, height, tables } = frame;
  const stride = width + 1;
  for (let s = 0; s < RADII.length; s++) {
    const r = RADII[s]!;
    const u0 = Math.max(0, u - r);
    const u1 = Math.min(width, u + r + 1);
    const v0 = Math.max(0, v - r);
    const v1 = Math.min(height, v + r + 1);
    // the line itself is left out: it is a mixture of both sides
    const [au1, bu0] = upright ? [u, Math.min(width, u + 1)] : [u1, u0];
    const [av1, bv0] = upright ? [v1, v0] : [v, Math.min(height, v + 1)];
    const a00 = v0 * stride + u0;
    const a01 = v0 * stride + au1;
    const a10 = av1 * stride + u0;
    const a11 = av1 * stride + au1;
    const b00 = bv0 * stride + bu0;
    const b01 = bv0 * stride + u1;
    const b10 = v1 * stride + bu0;
    const b11 = v1 * stride + u1;
    const weight = tables[0]!;
    const wa = weight[a11]! - weight[a10]! - weight[a01]! + weight[a00]!;
    const wb = weight[b11]! - weight[b10]! - weight[b01]! + weight[b00]!;
    let separation = 0;
    let colour = 0;
    let texture = 0;
    if (wa > 2 && wb > 2) {
      for (let c = 0; c < 4; c++) {
        const sum = tables[1 + 2 * c]!;
        const square = tables[2 + 2 * c]!;
        const ma = (sum[a11]! - sum[a10]! - sum[a01]! + sum[a00]!) / wa;
        const mb = (sum[b11]! - sum[b10]! - sum[b01]! + sum[b00]!) / wb;
        const va = Math.max(0, (square[a11]! - square[a10]! - square[a01]! + square[a00]!) / wa - ma * ma);
        const vb = Math.max(0, (square[b11]! - square[b10]! - square[b01]! + square[b00]!) / wb - mb * mb);
        const d = (ma - mb) * (ma - mb);
        const ratio = d / (va + vb + FLOOR[c]!);
        if (c < 3) {
          separation += ratio;
          colour += d;
        } else texture = ratio;
      }
    }
    cues[s * 3] = Math.log1p(separation);
    cues[s * 3 + 1] = Math.log1p(colour / 20);
    cues[s * 3 + 2] = Math.log1p(texture);
  }
}

/** Calls `visit` with the cues of every pixel and direction. */
export async function eachCue(
  planes: Planes,
  work: Work,
  visit: (index: number, orientation: number, cues: Float32Array) => void,
): Promise<void> {
  const { width, height } = planes;
  const gradient = gradientOf(planes, 0.7);
  const detail = gradient.size.map((g) => Math.log(1 + g));
  const channels = [planes.l, planes.a, planes.b, detail];
  const cues = new Float32Array(CUES);
  for (let k = 0; k < ORIENTATIONS / 2; k++) {
    const angle = (k * Math.PI) / ORIENTATIONS;
    const frame = rotate(channels, planes.alpha, width, height, angle);
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const dx = x - (width - 1) / 2;
        const dy = y - (height - 1) / 2;
        const u = Math.round(cos * dx + sin * dy + frame.width / 2);
        const v = Math.round(-sin * dx + cos * dy + frame.height / 2);
        const i = y * width + x;
        for (const upright of [true, false]) {
          compare(frame, u, v, upright, cues);
          // the normal of an upright line lies along u, that of a level one along v
          const nx = upright ? cos : -sin;
          const ny = upright ? sin : cos;
          const g = Math.sqrt(
            Math.max(
              0,
              nx * nx * gradient.xx[i]! + 2 * nx * ny * gradient.xy[i]! + ny * ny * gradient.yy[i]!,
            ),
          );
          cues[6] = Math.log1p(g);
          cues[7] = g / (g + gradient.around[i]! + 1);
          visit(i, upright ? k : k + ORIENTATIONS / 2, cues);
        }
      }
      if ((y & 3) === 0) await work.breathe();
    }
  }
}

/** Weights of the cues and the bias, fitted by logistic regression on outlines of objects set into photographs. */
export const WEIGHTS = [0.88, -0.41, 0.3, 0.38, -0.12, 1.65, 1.32, 3.46];
export const BIAS = -6.5;

export async function boundariesOf(planes: Planes, work: Work): Promise<Boundaries> {
  const n = planes.width * planes.height;
  const strength = new Float32Array(ORIENTATIONS * n);
  await eachCue(planes, work, (i, k, cues) => {
    let sum = BIAS;
    for (let c = 0; c < CUES; c++) sum += WEIGHTS[c]! * cues[c]!;
    strength[k * n + i] = 1 / (1 + Math.exp(-sum));
  });
  return { width: planes.width, height: planes.height, strength };
}

/** The strongest boundary at each pixel, whatever its direction. */
export function strongest(boundaries: Boundaries): Float32Array {
  const n = boundaries.width * boundaries.height;
  const out = boundaries.strength.slice(0, n);
  for (let k = 1; k < ORIENTATIONS; k++) {
    for (let i = 0; i < n; i++) {
      const s = boundaries.strength[k * n + i]!;
      if (s > out[i]!) out[i] = s;
    }
  }
  return out;
}
