/** Pictures as planes of floats at a working size: what every later step of segmentation reads. */
import { fullScale, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';

/** CIE L*a*b* (D65) planes, row by row: L 0..100, a and b about -128..127; `alpha` 0..1. */
export interface Planes {
  width: number;
  height: number;
  l: Float32Array;
  a: Float32Array;
  b: Float32Array;
  alpha: Float32Array;
}

/** The largest size of the same shape with at most `pixels` pixels; never larger than the picture, never empty. */
export function fitSize(width: number, height: number, pixels: number): { width: number; height: number } {
  const scale = Math.min(1, Math.sqrt(pixels / (width * height)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** sRGB transfer curve, 0..1 to linear light (IEC 61966-2-1), tabulated. */
const LINEAR = Float32Array.from({ length: 4097 }, (_, i) => {
  const v = i / 4096;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

const cubeRoot = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29);

/** The picture scaled down by averaging areas, as Lab. Colour profiles are ignored: only differences matter here. */
export async function toPlanes(
  image: Raster,
  size: { width: number; height: number },
  work: Work,
): Promise<Planes> {
  const { width, height } = size;
  const area = width * height;
  const planes: Planes = {
    width,
    height,
    l: new Float32Array(area),
    a: new Float32Array(area),
    b: new Float32Array(area),
    alpha: new Float32Array(area),
  };
  const columns = Uint32Array.from({ length: width + 1 }, (_, x) => Math.round((x * image.width) / width));
  const sums = new Float64Array(width * 4);
  for (let y = 0; y < height; y++) {
    const top = Math.round((y * image.height) / height);
    const bottom = Math.max(top + 1, Math.round(((y + 1) * image.height) / height));
    sums.fill(0);
    for (let sy = top; sy < bottom; sy++) addRow(image, sy, columns, sums);
    finishRow(planes, y, sums, columns, bottom - top, fullScale(image), image.channels === 4);
    if ((y & 7) === 0) await work.breathe();
  }
  return planes;
}

/** Adds one source row to the sums (R, G, B weighted by alpha, then alpha) of each target column. */
function addRow(image: Raster, y: number, columns: Uint32Array, sums: Float64Array): void {
  const { data, channels } = image;
  const width = columns.length - 1;
  const row = y * image.width * channels;
  for (let x = 0; x < width; x++) {
    let r = 0;
    let g = 0;
    let b = 0;
    let alpha = 0;
    const end = row + Math.max(columns[x]! + 1, columns[x + 1]!) * channels;
    if (channels === 3) {
      for (let i = row + columns[x]! * 3; i < end; i += 3) {
        r += data[i]!;
        g += data[i + 1]!;
        b += data[i + 2]!;
      }
    } else {
      for (let i = row + columns[x]! * 4; i < end; i += 4) {
        const weight = data[i + 3]!;
        r += data[i]! * weight;
        g += data[i + 1]! * weight;
        b += data[i + 2]! * weight;
        alpha += weight;
      }
    }
    const o = x * 4;
    sums[o]! += r;
    sums[o + 1]! += g;
    sums[o + 2]! += b;
    sums[o + 3]! += alpha;
  }
}

function finishRow(
  planes: Planes,
  y: number,
  sums: Float64Array,
  columns: Uint32Array,
  rows: number,
  scale: number,
  transparent: boolean,
): void {
  for (let x = 0; x < planes.width; x++) {
    const count = rows * Math.max(1, columns[x + 1]! - columns[x]!);
    const o = x * 4;
    const weight = transparent ? sums[o + 3]! : count;
    const share = weight > 0 ? 4096 / (weight * scale) : 0;
    const r = LINEAR[Math.round(sums[o]! * share)]!;
    const g = LINEAR[Math.round(sums[o + 1]! * share)]!;
    const b = LINEAR[Math.round(sums[o + 2]! * share)]!;
    const fx = cubeRoot((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const fy = cubeRoot(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
    const fz = cubeRoot((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
    const i = y * planes.width + x;
    planes.l[i] = 116 * fy - 16;
    planes.a[i] = 500 * (fx - fy);
    planes.b[i] = 200 * (fy - fz);
    planes.alpha[i] = transparent ? sums[o + 3]! / (count * scale) : 1;
  }
}

/** A plane at another, smaller size, by averaging areas (each target pixel covers at least one source pixel). */
export function shrink(
  plane: Float32Array,
  from: { width: number; height: number },
  to: { width: number; height: number },
): Float32Array {
  if (from.width === to.width && from.height === to.height) return plane.slice();
  const out = new Float32Array(to.width * to.height);
  const sx = from.width / to.width;
  const sy = from.height / to.height;
  for (let y = 0; y < to.height; y++) {
    const y0 = y * sy;
    const y1 = Math.min(from.height, y0 + sy);
    for (let x = 0; x < to.width; x++) {
      const x0 = x * sx;
      const x1 = Math.min(from.width, x0 + sx);
      let sum = 0;
      let weight = 0;
      for (let v = Math.floor(y0); v < y1; v++) {
        const wy = Math.min(v + 1, y1) - Math.max(v, y0);
        for (let u = Math.floor(x0); u < x1; u++) {
          const w = wy * (Math.min(u + 1, x1) - Math.max(u, x0));
          sum += w * plane[v * from.width + u]!;
          weight += w;
        }
      }
      out[y * to.width + x] = weight > 0 ? sum / weight : 0;
    }
  }
  return out;
}

/** Gaussian blur of a plane, separable, edges repeated; `sigma` in pixels. */
export function blur(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(2.5 * sigma));
  const kernel = Float32Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const total = kernel.reduce((a, b) => a + b, 0);
  const pass = new Float32Array(plane.length);
  const out = new Float32Array(plane.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      if (x >= radius && x + radius < width) {
        for (let k = 0, i = row + x - radius; k < kernel.length; k++, i++) sum += kernel[k]! * plane[i]!;
      } else {
        for (let k = -radius; k <= radius; k++) {
          sum += kernel[k + radius]! * plane[row + Math.min(width - 1, Math.max(0, x + k))]!;
        }
      }
      pass[row + x] = sum / total;
    }
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let k = -radius; k <= radius; k++) {
      const from = Math.min(height - 1, Math.max(0, y + k)) * width;
      const weight = kernel[k + radius]! / total;
      for (let x = 0; x < width; x++) out[row + x]! += weight * pass[from + x]!;
    }
  }
  return out;
}
