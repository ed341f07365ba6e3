/** Brightness as it is seen, for edits of detail. */
import { fullScale, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { eachRow, type Box } from './apply.ts';

/** Luma 0..1 (Rec. 709 weights on coded values) of a box of the picture, in rows. */
export async function lumaPlane(image: Raster, box: Box, work: Work): Promise<Float32Array> {
  const { width, channels, data } = image;
  const scale = 1 / fullScale(image);
  const stride = box.x2 - box.x1;
  const out = new Float32Array(stride * (box.y2 - box.y1));
  await eachRow(box, { ...work, progress: () => {} }, (y) => {
    let i = (y * width + box.x1) * channels;
    const start = (y - box.y1) * stride;
    for (let o = start; o < start + stride; o++, i += channels)
      out[o] = (0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!) * scale;
  });
  return out;
}

/** A Gaussian of 1.2 pixels: weights for 0 to 3 pixels off. Borders repeat. */
const weights = [0, 1, 2, 3].map((d) => Math.exp(-(d * d) / (2 * 1.2 * 1.2)));
const total = weights[0]! + 2 * (weights[1]! + weights[2]! + weights[3]!);

export async function blurRows(plane: Float32Array, width: number, work: Work): Promise<Float32Array> {
  const height = plane.length / (width || 1);
  const across = new Float32Array(plane.length);
  const out = new Float32Array(plane.length);
  const run = async (from: Float32Array, to: Float32Array, dx: number, dy: number): Promise<void> => {
    for (let y = 0; y < height; y++) {
      for (let x = 0, i = y * width; x < width; x++, i++) {
        let sum = weights[0]! * from[i]!;
        for (let d = 1; d <= 3; d++) {
          const before = dx ? i - Math.min(d, x) : i - Math.min(d, y) * width;
          const after = dy ? i + Math.min(d, height - 1 - y) * width : i + Math.min(d, width - 1 - x);
          sum += weights[d]! * (from[before]! + from[after]!);
        }
        to[i] = sum / total;
      }
      await work.breathe();
    }
  };
  await run(plane, across, 1, 0);
  await run(across, out, 0, 1);
  return out;
}
