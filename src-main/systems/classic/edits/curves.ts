import { cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Args } from './apply.ts';

/**
 * A curve through points (x ascending) that rises and falls only where they do: cubic pieces with the slopes of
 * Fritsch and Carlson, "Monotone piecewise cubic interpolation", 1980. Level before the first point and after the last.
 */
export function monotoneCurve(points: readonly (readonly [number, number])[]): (x: number) => number {
  const n = points.length;
  const secants = Array.from({ length: n - 1 }, (_, i) => {
    const [[x1, y1], [x2, y2]] = [points[i]!, points[i + 1]!];
    return (y2 - y1) / (x2 - x1);
  });
  const slopes = points.map((_, i) => {
    if (i === 0) return secants[0]!;
    if (i === n - 1) return secants[n - 2]!;
    return secants[i - 1]! * secants[i]! <= 0 ? 0 : (secants[i - 1]! + secants[i]!) / 2;
  });
  secants.forEach((secant, i) => {
    if (secant === 0) {
      slopes[i] = slopes[i + 1] = 0;
      return;
    }
    const [a, b] = [slopes[i]! / secant, slopes[i + 1]! / secant];
    const length = Math.hypot(a, b);
    if (length <= 3) return;
    slopes[i] = (3 * a * secant) / length;
    slopes[i + 1] = (3 * b * secant) / length;
  });
  return (x) => {
    if (x <= points[0]![0]) return points[0]![1];
    if (x >= points[n - 1]![0]) return points[n - 1]![1];
    let i = 0;
    while (x > points[i + 1]![0]) i++;
    const [[x1, y1], [x2, y2]] = [points[i]!, points[i + 1]!];
    const width = x2 - x1;
    const t = (x - x1) / width;
    const t2 = t * t;
    const t3 = t2 * t;
    return (
      (2 * t3 - 3 * t2 + 1) * y1 +
      (t3 - 2 * t2 + t) * width * slopes[i]! +
      (3 * t2 - 2 * t3) * y2 +
      (t3 - t2) * width * slopes[i + 1]!
    );
  };
}

/** A tone curve on the coded values of all channels or one, as every photo editor draws it. */
export async function curves(
  image: Raster,
  mask: Mask | null,
  { points, channel }: Args<'curves'>,
  work: Work,
): Promise<Raster> {
  const out = cloneRaster(image);
  const { width, channels, data } = image;
  const most = fullScale(image);
  const curve = monotoneCurve(points);
  const table = Float32Array.from({ length: most + 1 }, (_, i) => curve(i / most) * most);
  const [first, last] = { all: [0, 3], red: [0, 1], green: [1, 2], blue: [2, 3] }[channel] as [
    number,
    number,
  ];
  const box = boxOf(image, mask);
  await eachRow(box, work, (y) => {
    for (let x = box.x1, p = y * width + box.x1; x < box.x2; x++, p++) {
      const alpha = mask ? mask.data[p]! / 255 : 1;
      if (!alpha) continue;
      for (let i = p * channels + first; i < p * channels + last; i++) {
        const before = data[i]!;
        out.data[i] = before + (table[before]! - before) * alpha + 0.5;
      }
    }
  });
  return out;
}
