/**
 * Grain. Patches are chosen by how alike they are, and the smoother of two noisy patches is more like anything: what was
 * filled has a little less grain than what is around it, as averages have. It is measured by brightness, because the
 * noise of sensors depends on it (Foi, Trimeche, Katkovnik, Egiazarian, "Practical Poissonian-Gaussian noise modeling
 * and fitting for single-image raw-data", TIP 2008), and the filled pixels' own is made as strong.
 */
import { fullScale, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Patchwork } from './blend.ts';
import { clip } from './hole.ts';
import type { Random } from './random.ts';

/** Grain is measured in squares of this side, in so many steps of brightness, and this far around. */
const side = 8;
const steps = 16;
const around = 64;
/** Squares with this many times as much as the lower quarter hold more than grain. */
const mostlyGrain = 2;
const fewestSquares = 8;
/** Grain is strengthened up to this. */
const strongest = 1.4;
/** The standard deviation of a Laplacian is this many times that of the white noise that it is taken of: √20. */
const laplacianGain = 4.47;

/** By steps of brightness, the standard deviation of the Laplacian of luma in each square. */
type Samples = number[][];

const empty = (): Samples => Array.from({ length: steps }, () => []);

/** Where pixels were filled. */
type Filled = Pick<Patchwork, 'box' | 'unknown'>;

/** Strengthens the grain of the pixels that the patchwork has filled, where it is weaker than around them. */
export async function matchGrain(out: Raster, patchwork: Filled, random: Random, work: Work): Promise<void> {
  const { box, unknown } = patchwork;
  const known = empty();
  const filled = empty();
  const wide = clip(box, around, out);
  const width = box.x2 - box.x1;
  const isUnknown = (x: number, y: number): boolean =>
    x >= box.x1 &&
    x < box.x2 &&
    y >= box.y1 &&
    y < box.y2 &&
    unknown[(y - box.y1) * width + x - box.x1] === 1;
  for (let y = Math.max(1, wide.y1); y + side < wide.y2; y += side) {
    for (let x = Math.max(1, wide.x1); x + side < wide.x2; x += side) {
      let inside = 0;
      for (let dy = -1; dy <= side; dy++)
        for (let dx = -1; dx <= side; dx++) inside += Number(isUnknown(x + dx, y + dy));
      if (inside !== 0 && inside !== (side + 2) ** 2) continue;
      const { luma, deviation } = measure(out, x, y);
      (inside ? filled : known)[Math.min(steps - 1, Math.floor(luma * steps))]!.push(deviation);
    }
    await work.breathe();
  }
  const levels = known.map((samples, step) => levelOf(samples, filled[step]!));
  if (levels.some((level) => level && level.gain > 1.02))
    await strengthen(out, patchwork, levels, random, work);
}

/** The filled pixels' grain as a standard deviation in values of the picture, and what it takes to be like the known. */
interface Level {
  sigma: number;
  gain: number;
}

function levelOf(known: number[], filled: number[]): Level | null {
  if (known.length < fewestSquares || !filled.length) return null;
  const [there, here] = [grainOf(known), grainOf(filled)];
  if (!here) return null;
  const sigma = here / laplacianGain;
  const wanted = Math.min(strongest, Math.max(1, there / here));
  // Rounding by chance adds noise of its own, about as much as the mean of what is added: (g² − 1)σ² + 0.8(g − 1)σ.
  const b = 0.8 / sigma;
  return { sigma, gain: (Math.sqrt(b * b + 4 * (wanted * wanted + b)) - b) / 2 };
}

/** The median of the squares that hold little else. */
function grainOf(samples: number[]): number {
  samples.sort((a, b) => a - b);
  const limit = samples[samples.length >> 2]! * mostlyGrain;
  const grain = samples.filter((sample) => sample <= limit);
  return grain[grain.length >> 1]!;
}

/** The mean luma (0..1) of a square that isn't at the border, and the deviation of its Laplacian. */
function measure(raster: Raster, left: number, top: number): { luma: number; deviation: number } {
  const { width, channels, data } = raster;
  const lumaAt = (i: number): number => 0.299 * data[i]! + 0.587 * data[i + 1]! + 0.114 * data[i + 2]!;
  const row = width * channels;
  let luma = 0;
  let sum = 0;
  let squares = 0;
  for (let y = top; y < top + side; y++)
    for (let x = left, i = y * row + left * channels; x < left + side; x++, i += channels) {
      const here = lumaAt(i);
      const laplacian =
        lumaAt(i - channels) + lumaAt(i + channels) + lumaAt(i - row) + lumaAt(i + row) - 4 * here;
      luma += here;
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  const n = side * side;
  return {
    luma: luma / n / fullScale(raster),
    deviation: Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2)),
  };
}

/** Moves filled pixels away from the mean of their neighbours; edges, which are much stronger than grain, stay. */
async function strengthen(
  out: Raster,
  { box, unknown }: Filled,
  levels: readonly (Level | null)[],
  random: Random,
  work: Work,
): Promise<void> {
  const { channels, data } = out;
  const most = fullScale(out);
  const row = out.width * channels;
  const width = box.x2 - box.x1;
  // The rows above as they were: means are taken of what was there before.
  let above = data.slice(Math.max(0, box.y1 - 1) * row, Math.max(1, box.y1) * row);
  for (let y = box.y1; y < box.y2; y++) {
    const before = data.slice(y * row, (y + 1) * row);
    if (y > 0 && y < out.height - 1)
      for (let x = Math.max(1, box.x1); x < Math.min(out.width - 1, box.x2); x++) {
        if (!unknown[(y - box.y1) * width + x - box.x1]) continue;
        const i = x * channels;
        const luma = 0.299 * before[i]! + 0.587 * before[i + 1]! + 0.114 * before[i + 2]!;
        const level = levels[Math.min(steps - 1, Math.floor((luma / most) * steps))];
        if (!level || level.gain <= 1.02) continue;
        const chance = random.below(65_536) / 65_536;
        for (let c = 0; c < 3; c++) {
          const here = before[i + c]!;
          const mean =
            (before[i + c - channels]! +
              before[i + c + channels]! +
              above[i + c]! +
              data[(y + 1) * row + i + c]!) /
            4;
          const detail = here - mean;
          const more = ((level.gain - 1) * detail) / (1 + (detail / (4 * level.sigma)) ** 4);
          data[y * row + i + c] = Math.min(most, Math.max(0, Math.floor(here + more + chance)));
        }
      }
    above = before;
    await work.breathe();
  }
}
