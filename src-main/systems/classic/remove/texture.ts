/**
 * How much texture there is around a pixel: as a feature it keeps patches of detail from being matched with smooth ones
 * of the same colour (Newson, Almansa, Fradet, Gousseau, Pérez 2014, section 3.2).
 */
import type { Work } from '../../../runtime/work.ts';
import { places } from './hole.ts';
import type { Level } from './pyramid.ts';

/** Mean |gradient| of luma in a square of this radius, times this weight. */
const radius = 8;
const weight = 10;

/**
 * Fills the texture feature from the known pixels, by running sums over rows and columns: nothing as large as the
 * picture is kept.
 */
export async function addTexture(level: Level, work: Work): Promise<void> {
  const { width, height, features } = level;
  const sums = new Int32Array(width);
  const counts = new Int32Array(width);
  for (let y = 0; y < Math.min(radius, height); y++) addGradients(level, y, 1, sums, counts);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addGradients(level, y + radius, 1, sums, counts);
    if (y > radius) addGradients(level, y - radius - 1, -1, sums, counts);
    let sum = 0;
    let count = 0;
    for (let x = 0; x < Math.min(radius, width); x++) {
      sum += sums[x]!;
      count += counts[x]!;
    }
    for (let x = 0, o = y * width * 4 + 3; x < width; x++, o += 4) {
      if (x + radius < width) {
        sum += sums[x + radius]!;
        count += counts[x + radius]!;
      }
      if (x > radius) {
        sum -= sums[x - radius - 1]!;
        count -= counts[x - radius - 1]!;
      }
      features[o] = count ? Math.min(255, (weight * sum) / (256 * count)) : 0;
    }
    await work.breathe();
  }
}

/** Adds a row's gradients (in 256ths), where they are known, to the sums of the columns; with sign -1 takes them away. */
function addGradients(
  { width, height, features, places: pixels }: Level,
  y: number,
  sign: number,
  sums: Int32Array,
  counts: Int32Array,
): void {
  const luma = (i: number): number =>
    77 * features[i * 4]! + 150 * features[i * 4 + 1]! + 29 * features[i * 4 + 2]!;
  const down = y + 1 < height ? width : 0;
  for (let x = 0, i = y * width; x < width; x++, i++) {
    const right = x + 1 < width ? i + 1 : i;
    if (pixels[i] === places.hole || pixels[right] === places.hole || pixels[i + down] === places.hole)
      continue;
    const here = luma(i);
    sums[x]! += sign * (Math.abs(luma(right) - here) + Math.abs(luma(i + down) - here));
    counts[x]! += sign;
  }
}
