/** A blurred copy in linear light. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { gaussianBlur } from '../box-blur.ts';
import { eachRow, type Box } from './apply.ts';
import { linearTable } from './light.ts';

/** Linear light and alpha, 0..1, of the blurred picture at a pixel. */
export type Softened = (x: number, y: number, out: Float64Array) => void;

/**
 * Blurs the pixels of `box` by a Gaussian of `sigma` pixels. Light is weighted by alpha and divided by the blurred
 * weights, so that what is transparent leaves no halo. Wide blurs are computed at a reduced size, where the Gaussian is
 * still a few pixels wide.
 */
export async function soften(image: Raster, box: Box, sigma: number, work: Work): Promise<Softened> {
  const { width, channels, data } = image;
  const quiet = { ...work, progress: () => {} };
  const linear = linearTable(image);
  const most = data instanceof Uint16Array ? 65_535 : 255;
  const factor = Math.max(1, Math.floor(sigma / 4));
  const size = {
    width: Math.ceil((box.x2 - box.x1) / factor),
    height: Math.ceil((box.y2 - box.y1) / factor),
  };
  // Red, green and blue times alpha, then alpha, then how many pixels there are: fewer at the borders.
  let planes = Array.from({ length: 5 }, () => new Float32Array(size.width * size.height));
  const [red, green, blue, alphas, weights] = planes as [Float32Array, ...Float32Array[]];
  await eachRow(box, quiet, (y) => {
    const row = Math.floor((y - box.y1) / factor) * size.width;
    for (let x = box.x1, p = y * width + box.x1; x < box.x2; x++, p++) {
      const i = p * channels;
      const o = row + Math.floor((x - box.x1) / factor);
      const alpha = channels === 4 ? data[i + 3]! / most : 1;
      red[o]! += linear[data[i]!]! * alpha;
      green![o]! += linear[data[i + 1]!]! * alpha;
      blue![o]! += linear[data[i + 2]!]! * alpha;
      alphas![o]! += alpha;
      weights![o]!++;
    }
  });
  const blurred: Float32Array[] = [];
  for (const plane of planes) blurred.push(await gaussianBlur(plane, size, sigma / factor, quiet));
  planes = blurred as typeof planes;
  return sampler(planes, size, box, factor);
}

/** Bilinear between the reduced pixels, whose centres lie in the middle of their blocks. */
function sampler(
  planes: Float32Array[],
  { width, height }: { width: number; height: number },
  box: Box,
  factor: number,
): Softened {
  const sums = new Float64Array(5);
  return (x, y, out) => {
    const fx = Math.min(width - 1, Math.max(0, (x - box.x1 + 0.5) / factor - 0.5));
    const fy = Math.min(height - 1, Math.max(0, (y - box.y1 + 0.5) / factor - 0.5));
    const x1 = Math.floor(fx);
    const y1 = Math.floor(fy);
    const right = x1 + 1 < width ? 1 : 0;
    const below = y1 + 1 < height ? width : 0;
    const u = fx - x1;
    const v = fy - y1;
    const i = y1 * width + x1;
    for (let c = 0; c < 5; c++) {
      const plane = planes[c]!;
      const top = plane[i]! + (plane[i + right]! - plane[i]!) * u;
      const bottom = plane[i + below]! + (plane[i + below + right]! - plane[i + below]!) * u;
      sums[c] = top + (bottom - top) * v;
    }
    const alpha = sums[3]!;
    const weight = sums[4]!;
    for (let c = 0; c < 3; c++) out[c] = alpha > 1e-7 ? sums[c]! / alpha : 0;
    out[3] = Math.min(1, alpha / weight);
  };
}
