/**
 * How crooked rows of text lie: at the right angle the mean brightness along rows changes most from row to row (the
 * projection profile of Postl, "Detection of linear oblique structures and skew scan in digitized documents", 1986).
 */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { greyPlane, type Plane } from './grey.ts';

const side = 640;
const most = 15;
const step = 0.5;
/**
 * The profile at the right angle against the usual one. Pages of print reach 10 and more, photographs (of a wall of
 * bricks, of rows of coins) hardly 3.
 */
const clear = 7;
/** A page has many changes from row to row: a few edges across a photograph (kerbs, a shore) are clear, too. */
const fewest = 18;

/** Degrees clockwise from the horizontal; 0 when there are no rows. */
export async function rowsTilt(image: Raster, work: Work): Promise<number> {
  const plane = await greyPlane(image, side, work);
  const found: Found[] = [];
  for (let degrees = -most; degrees <= most; degrees += step) {
    found.push({ degrees, ...profile(plane, degrees) });
    await work.breathe();
  }
  const sorted = found.map((f) => f.score).sort((a, b) => a - b);
  let best = found.reduce((a, b) => (b.score > a.score ? b : a));
  if (!(best.score > clear * sorted[sorted.length >> 1]!) || best.rows < fewest) return 0;
  for (const finer of [0.1, 0.02]) {
    const middle = best.degrees;
    for (let k = -5; k <= 5; k++) {
      const degrees = middle + k * finer;
      const next = { degrees, ...profile(plane, degrees) };
      if (next.score > best.score) best = next;
      await work.breathe();
    }
  }
  return best.degrees;
}

interface Found {
  degrees: number;
  score: number;
  /** About how many changes make up the score. */
  rows: number;
}

/** The squared changes of mean brightness from row to row in the largest circle, rows lying at this angle. */
function profile({ width, height, data }: Plane, degrees: number): Omit<Found, 'degrees'> {
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const radius = Math.min(width, height) / 2;
  const rows = Math.ceil(2 * radius) + 3;
  const sums = new Float64Array(rows);
  const counts = new Float64Array(rows);
  for (let y = 0; y < height; y++) {
    const v = y + 0.5 - height / 2;
    const reach = Math.sqrt(Math.max(0, radius * radius - v * v));
    const to = Math.min(width, Math.floor(width / 2 + reach));
    for (let x = Math.max(0, Math.ceil(width / 2 - reach)); x < to; x++) {
      const at = v * cos - (x + 0.5 - width / 2) * sin + radius + 1;
      const k = Math.floor(at);
      const t = at - k;
      const value = data[y * width + x]!;
      sums[k]! += value * (1 - t);
      sums[k + 1]! += value * t;
      counts[k]! += 1 - t;
      counts[k + 1]! += t;
    }
  }
  let [score, fourth] = [0, 0];
  for (let k = 1; k < rows; k++) {
    if (Math.min(counts[k]!, counts[k - 1]!) < radius / 2) continue;
    const square = (sums[k]! / counts[k]! - sums[k - 1]! / counts[k - 1]!) ** 2;
    score += square;
    fourth += square * square;
  }
  return { score, rows: fourth > 0 ? (score * score) / fourth : 0 };
}
