import { cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { boxBlur } from '../box-blur.ts';
import { boxOf, type Args, type Box } from './apply.ts';

/** Rows done at a time, so that a large photo needs little memory. */
const band = 384;

/** The guided filter's window for luma and for colour, whose noise is coarser and whose edges are less sharp. */
const lumaRadius = 3;
const colourRadius = 6;

/**
 * Smooths noise and keeps edges: a guided filter (He, Sun, Tang, "Guided image filtering", 2013), luma guided by
 * itself, the two colour differences by luma and more strongly.
 */
export async function denoise(
  image: Raster,
  mask: Mask | null,
  args: Args<'denoise'>,
  work: Work,
): Promise<Raster> {
  const out = cloneRaster(image);
  if (args.amount === 0) return out;
  const box = boxOf(image, mask);
  const quiet = { ...work, progress: () => {} };
  for (let y = box.y1; y < box.y2; y += band) {
    const part = { ...box, y1: y, y2: Math.min(y + band, box.y2) };
    await denoiseBand(image, out, mask, part, args.amount, quiet);
    work.progress(part.y2 - box.y1, box.y2 - box.y1);
  }
  return out;
}

async function denoiseBand(
  image: Raster,
  out: Raster,
  mask: Mask | null,
  part: Box,
  amount: number,
  work: Work,
): Promise<void> {
  const { width, height, channels, data } = image;
  const most = fullScale(image);
  const margin = 2 * colourRadius + 1;
  const x1 = Math.max(0, part.x1 - margin);
  const y1 = Math.max(0, part.y1 - margin);
  const size = {
    width: Math.min(width, part.x2 + margin) - x1,
    height: Math.min(height, part.y2 + margin) - y1,
  };
  const n = size.width * size.height;
  const [luma, blue, red] = [new Float32Array(n), new Float32Array(n), new Float32Array(n)];
  for (let y = 0, o = 0; y < size.height; y++)
    for (let x = 0, i = ((y1 + y) * width + x1) * channels; x < size.width; x++, o++, i += channels) {
      luma[o] = (0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!) / most;
      blue[o] = data[i + 2]! / most - luma[o]!;
      red[o] = data[i]! / most - luma[o]!;
    }
  await work.breathe();
  const noise = (0.09 * amount) ** 2;
  const colourNoise = (0.2 * amount) ** 2;
  const cleanLuma = await guided(luma, luma, size, lumaRadius, noise, work);
  const cleanBlue = await guided(luma, blue, size, colourRadius, colourNoise, work);
  const cleanRed = await guided(luma, red, size, colourRadius, colourNoise, work);
  for (let y = part.y1; y < part.y2; y++)
    for (let x = part.x1, p = y * width + part.x1; x < part.x2; x++, p++) {
      const opacity = mask ? mask.data[p]! / 255 : 1;
      if (!opacity) continue;
      const o = (y - y1) * size.width + x - x1;
      const l = cleanLuma[o]!;
      const b = l + cleanBlue[o]!;
      const r = l + cleanRed[o]!;
      const g = (l - 0.2126 * r - 0.0722 * b) / 0.7152;
      const after = [r, g, b] as const;
      for (let c = 0; c < 3; c++) {
        const i = p * channels + c;
        const value = data[i]! + (after[c]! * most - data[i]!) * opacity;
        out.data[i] = Math.min(most, Math.max(0, value + 0.5));
      }
    }
  await work.breathe();
}

/** `input` smoothed where `guide` varies by less than the square root of `epsilon`. */
async function guided(
  guide: Float32Array,
  input: Float32Array,
  size: { width: number; height: number },
  radius: number,
  epsilon: number,
  work: Work,
): Promise<Float32Array> {
  const n = guide.length;
  const share = await boxBlur(new Float32Array(n).fill(1), size, radius, work);
  const mean = async (of: Float32Array): Promise<Float32Array> => {
    const blurred = await boxBlur(of, size, radius, work);
    for (let i = 0; i < n; i++) blurred[i]! /= share[i]!;
    return blurred;
  };
  const product = (a: Float32Array, b: Float32Array): Float32Array => {
    const out = new Float32Array(n);
    for (let i = 0; i < n; i++) out[i] = a[i]! * b[i]!;
    return out;
  };
  const meanGuide = await mean(guide);
  const meanInput = guide === input ? meanGuide : await mean(input);
  const slope = await mean(product(guide, input));
  const variance = guide === input ? slope.slice() : await mean(product(guide, guide));
  const offset = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const g = meanGuide[i]!;
    slope[i] = (slope[i]! - g * meanInput[i]!) / (Math.max(0, variance[i]! - g * g) + epsilon);
    offset[i] = meanInput[i]! - slope[i]! * g;
  }
  const meanSlope = await mean(slope);
  const meanOffset = await mean(offset);
  for (let i = 0; i < n; i++) meanOffset[i]! += meanSlope[i]! * guide[i]!;
  return meanOffset;
}
