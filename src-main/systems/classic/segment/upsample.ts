/**
 * A mask at the photo's own size: edges follow the photo's detail instead of the working size's pixels.
 * He and Sun, "Fast guided filter" (2015), over the photo's colours, only where the outline runs.
 */
import { fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { signedDistance } from './distance.ts';

/** Window's half side, and how far from the outline pixels are reconsidered, both in working pixels. */
const RADIUS = 2;
const REACH = 2.6;
/** Differences below this (squared, colours 0..1) count as noise. */
const EPSILON = 4e-4;

/** `mask`: 1 inside, at the working size. */
export async function upsample(
  mask: Uint8Array,
  size: { width: number; height: number },
  image: Raster,
  work: Work,
): Promise<Mask> {
  const signed = signedDistance(mask, size.width, size.height);
  const same = size.width === image.width && size.height === image.height;
  const out = same ? soften(mask, size, signed) : await enlarge(mask, signed, size, image, work);
  await work.breathe();
  return out;
}

/** The same size: the staircase becomes an antialiased line. */
function soften(
  mask: Uint8Array,
  { width, height }: { width: number; height: number },
  signed: Float32Array,
): Mask {
  const data = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (Math.abs(signed[i]!) > 2) {
        data[i] = mask[i] ? 255 : 0;
        continue;
      }
      let sum = 0;
      let total = 0;
      for (let v = -1; v <= 1; v++) {
        for (let u = -1; u <= 1; u++) {
          const px = Math.min(width - 1, Math.max(0, x + u));
          const py = Math.min(height - 1, Math.max(0, y + v));
          const weight = u && v ? 1 : u || v ? 2 : 4;
          sum += weight * mask[py * width + px]!;
          total += weight;
        }
      }
      // steeper than the average, so that thin things stay
      data[i] = Math.round(255 * Math.min(1, Math.max(0, 0.5 + 1.3 * (sum / total - 0.5))));
    }
  }
  return { width, height, data };
}

async function enlarge(
  mask: Uint8Array,
  signed: Float32Array,
  size: { width: number; height: number },
  image: Raster,
  work: Work,
): Promise<Mask> {
  const { width, height } = size;
  const lines = await fitLines(mask, signed, size, image, work);
  const data = new Uint8Array(image.width * image.height);
  const sx = width / image.width;
  const sy = height / image.height;
  const scale = fullScale(image);
  const { channels } = image;
  // the photo's columns that lie in each working pixel
  const columns = Uint32Array.from({ length: width + 1 }, (_, x) => Math.ceil(x / sx - 0.5));
  for (let y = 0; y < image.height; y++) {
    const fy = (y + 0.5) * sy - 0.5;
    const y0 = Math.max(0, Math.floor(fy));
    const y1 = Math.min(height - 1, y0 + 1);
    const wy = Math.max(0, fy - y0);
    const row = Math.min(height - 1, Math.floor((y + 0.5) * sy)) * width;
    for (let cell = 0; cell < width; cell++) {
      const first = y * image.width + columns[cell]!;
      const last = y * image.width + (cell === width - 1 ? image.width : columns[cell + 1]!);
      if (Math.abs(signed[row + cell]!) >= REACH) {
        if (mask[row + cell]) data.fill(255, first, last);
        continue;
      }
      for (let o = first; o < last; o++) {
        const fx = (o - y * image.width + 0.5) * sx - 0.5;
        const x0 = Math.max(0, Math.floor(fx));
        const x1 = Math.min(width - 1, x0 + 1);
        const wx = Math.max(0, fx - x0);
        let alpha = 0;
        for (let c = 0; c < 4; c++) {
          const plane = lines[c]!;
          const upper = plane[y0 * width + x0]! * (1 - wx) + plane[y0 * width + x1]! * wx;
          const lower = plane[y1 * width + x0]! * (1 - wx) + plane[y1 * width + x1]! * wx;
          const value = upper * (1 - wy) + lower * wy;
          alpha += c < 3 ? (value * image.data[o * channels + c]!) / scale : value;
        }
        data[o] = Math.round(255 * Math.min(1, Math.max(0, 0.5 + 1.6 * (alpha - 0.5))));
      }
    }
    if ((y & 15) === 0) await work.breathe();
  }
  return { width: image.width, height: image.height, data };
}

/** Around each pixel near the outline the mask as a linear function of colour: planes of its factors R, G, B, 1. */
async function fitLines(
  mask: Uint8Array,
  signed: Float32Array,
  { width, height }: { width: number; height: number },
  image: Raster,
  work: Work,
): Promise<Float32Array[]> {
  const n = width * height;
  const reach = REACH + 2 * RADIUS + 2;
  const colours = [new Float32Array(n), new Float32Array(n), new Float32Array(n)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (Math.abs(signed[i]!) <= reach)
        averageColour(image, x / width, y / height, (x + 1) / width, (y + 1) / height, colours, i);
    }
    if ((y & 15) === 0) await work.breathe();
  }
  const raw = Array.from({ length: 4 }, () => new Float32Array(n));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (Math.abs(signed[i]!) > REACH + RADIUS + 1.5) raw[3]![i] = mask[i]!;
      else fitLine(mask, colours, width, height, x, y, raw);
    }
    if ((y & 15) === 0) await work.breathe();
  }
  // each pixel's function is the mean over the windows that it lies in
  return raw.map((plane) => {
    const out = plane.slice();
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const i = y * width + x;
        if (Math.abs(signed[i]!) > REACH + 1.5) continue;
        let sum = 0;
        let count = 0;
        for (let v = Math.max(0, y - RADIUS); v <= Math.min(height - 1, y + RADIUS); v++) {
          for (let u = Math.max(0, x - RADIUS); u <= Math.min(width - 1, x + RADIUS); u++) {
            sum += plane[v * width + u]!;
            count++;
          }
        }
        out[i] = sum / count;
      }
    }
    return out;
  });
}

/** Mean colour (0..1) of a rectangle of the photo, given in 0..1; at most 4 × 4 of its pixels are read. */
function averageColour(
  image: Raster,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  out: Float32Array[],
  i: number,
): void {
  const scale = fullScale(image) * 16;
  let r = 0;
  let g = 0;
  let b = 0;
  for (let v = 0; v < 4; v++) {
    const y = Math.min(image.height - 1, Math.floor((y1 + ((y2 - y1) * (v + 0.5)) / 4) * image.height));
    for (let u = 0; u < 4; u++) {
      const x = Math.min(image.width - 1, Math.floor((x1 + ((x2 - x1) * (u + 0.5)) / 4) * image.width));
      const o = (y * image.width + x) * image.channels;
      r += image.data[o]!;
      g += image.data[o + 1]!;
      b += image.data[o + 2]!;
    }
  }
  out[0]![i] = r / scale;
  out[1]![i] = g / scale;
  out[2]![i] = b / scale;
}

/** Ridge regression of the mask on colour in one window. */
function fitLine(
  mask: Uint8Array,
  colours: Float32Array[],
  width: number,
  height: number,
  x: number,
  y: number,
  out: Float32Array[],
): void {
  const [red, green, blue] = colours as [Float32Array, Float32Array, Float32Array];
  let n = 0;
  let r = 0;
  let g = 0;
  let b = 0;
  let p = 0;
  let rr = 0;
  let rg = 0;
  let rb = 0;
  let gg = 0;
  let gb = 0;
  let bb = 0;
  let rp = 0;
  let gp = 0;
  let bp = 0;
  for (let v = Math.max(0, y - RADIUS); v <= Math.min(height - 1, y + RADIUS); v++) {
    for (let u = Math.max(0, x - RADIUS); u <= Math.min(width - 1, x + RADIUS); u++) {
      const i = v * width + u;
      const cr = red[i]!;
      const cg = green[i]!;
      const cb = blue[i]!;
      const m = mask[i]!;
      n++;
      r += cr;
      g += cg;
      b += cb;
      p += m;
      rr += cr * cr;
      rg += cr * cg;
      rb += cr * cb;
      gg += cg * cg;
      gb += cg * cb;
      bb += cb * cb;
      rp += cr * m;
      gp += cg * m;
      bp += cb * m;
    }
  }
  r /= n;
  g /= n;
  b /= n;
  p /= n;
  const a11 = rr / n - r * r + EPSILON;
  const a12 = rg / n - r * g;
  const a13 = rb / n - r * b;
  const a22 = gg / n - g * g + EPSILON;
  const a23 = gb / n - g * b;
  const a33 = bb / n - b * b + EPSILON;
  const c1 = rp / n - r * p;
  const c2 = gp / n - g * p;
  const c3 = bp / n - b * p;
  const i11 = a22 * a33 - a23 * a23;
  const i12 = a13 * a23 - a12 * a33;
  const i13 = a12 * a23 - a13 * a22;
  const i22 = a11 * a33 - a13 * a13;
  const i23 = a12 * a13 - a11 * a23;
  const i33 = a11 * a22 - a12 * a12;
  const det = a11 * i11 + a12 * i12 + a13 * i13;
  const fr = (i11 * c1 + i12 * c2 + i13 * c3) / det;
  const fg = (i12 * c1 + i22 * c2 + i23 * c3) / det;
  const fb = (i13 * c1 + i23 * c2 + i33 * c3) / det;
  const o = y * width + x;
  out[0]![o] = fr;
  out[1]![o] = fg;
  out[2]![o] = fb;
  out[3]![o] = p - fr * r - fg * g - fb * b;
}
