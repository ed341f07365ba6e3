/**
 * Where the picture repeats itself. The offsets between patches and the patches most like them gather in few places;
 * a picture moved by one of these continues what is regular: bricks, windows, waves (He, Sun, "Statistics of patch
 * offsets for image completion", ECCV 2012).
 */
import type { Work } from '../../../runtime/work.ts';
import { kinds, patchRadius, type Field } from './field.ts';
import type { Level } from './pyramid.ts';
import type { Random } from './random.ts';
import type { Move } from './rim.ts';
import { distance } from './search.ts';

/** Patches are looked at in steps of this many pixels. */
const step = 2;
const passes = 4;
/** Offsets shorter than this share of the window say only that pictures are smooth. */
const shortest = 1 / 15;

/** The `most` commonest offsets, the commonest first. */
export async function dominantOffsets(
  level: Level,
  field: Field,
  most: number,
  random: Random,
  work: Work,
): Promise<Move[]> {
  const { width, height } = field;
  const least = Math.max(4, Math.round(Math.min(Math.max(width, height), 2 * field.reach) * shortest));
  const found = await similar(level, field, least, random, work);
  const columns = 2 * width + 1;
  const counts = new Uint16Array(columns * (2 * height + 1));
  for (let n = 0; n < found.length; n++) {
    if (found[n]! < 0) continue;
    const at = positionOf(field, n);
    const dx = (found[n]! % width) - (at % width);
    const dy = Math.floor(found[n]! / width) - Math.floor(at / width);
    counts[(dy + height) * columns + dx + width]!++;
    counts[(height - dy) * columns + width - dx]!++;
  }
  await work.breathe();
  return peaks(counts, columns, most).map((i) => ({
    mirrored: false,
    dx: (i % columns) - width,
    dy: Math.floor(i / columns) - height,
  }));
}

const across = ({ width }: Field): number => Math.max(0, Math.ceil((width - 2 * patchRadius) / step));
const down = ({ height }: Field): number => Math.max(0, Math.ceil((height - 2 * patchRadius) / step));
const positionOf = (field: Field, n: number): number =>
  (patchRadius + Math.floor(n / across(field)) * step) * field.width +
  patchRadius +
  (n % across(field)) * step;

/** For each position in steps: the known patch most like it and at least `least` pixels away, or -1. By PatchMatch. */
async function similar(
  { features }: Level,
  field: Field,
  least: number,
  random: Random,
  work: Work,
): Promise<Int32Array> {
  const { width, height, kind, reach: most } = field;
  const columns = across(field);
  const count = columns * down(field);
  const match = new Int32Array(count).fill(-1);
  const cost = new Float64Array(count).fill(Infinity);
  const attempt = (n: number, at: number, s: number): void => {
    if (kind[s] !== kinds.source) return;
    const dx = Math.abs((s % width) - (at % width));
    const dy = Math.abs(Math.floor(s / width) - Math.floor(at / width));
    if (Math.max(dx, dy) < least || Math.max(dx, dy) > most) return;
    const d = distance(features, width, at, s * 2, cost[n]!);
    if (d >= cost[n]!) return;
    cost[n] = d;
    match[n] = s;
  };
  for (let pass = 0; pass < passes; pass++) {
    const sign = pass % 2 ? -1 : 1;
    for (let k = 0; k < count; k++) {
      if (k % 256 === 0) await work.breathe();
      const n = sign > 0 ? k : count - 1 - k;
      const at = positionOf(field, n);
      if (kind[at] !== kinds.source) continue;
      const column = (n % columns) - sign;
      if (column >= 0 && column < columns && match[n - sign]! >= 0)
        attempt(n, at, match[n - sign]! + sign * step);
      const row = n - sign * columns;
      if (row >= 0 && row < count && match[row]! >= 0) attempt(n, at, match[row]! + sign * step * width);
      for (let reach = Math.max(width, height); reach >= 1; reach >>= 1) {
        const from = match[n]! >= 0 ? match[n]! : at;
        const x = (from % width) + random.below(2 * reach + 1) - reach;
        const y = Math.floor(from / width) + random.below(2 * reach + 1) - reach;
        if (x >= 0 && x < width && y >= 0 && y < height) attempt(n, at, y * width + x);
      }
    }
  }
  return match;
}

/** The places of the highest local sums over 5 × 5, highest first, at least 3 apart. */
function peaks(counts: Uint16Array, columns: number, most: number): number[] {
  const rows = counts.length / columns;
  const sums: { i: number; sum: number }[] = [];
  for (let y = 2; y < rows - 2; y++)
    for (let x = 2, i = y * columns + 2; x < columns - 2; x++, i++) {
      if (!counts[i]) continue;
      let sum = counts[i]!; // the middle counts twice
      for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) sum += counts[i + dy * columns + dx]!;
      sums.push({ i, sum });
    }
  sums.sort((a, b) => b.sum - a.sum || a.i - b.i);
  const chosen: number[] = [];
  const near = (i: number, j: number): boolean =>
    Math.abs((i % columns) - (j % columns)) < 3 &&
    Math.abs(Math.floor(i / columns) - Math.floor(j / columns)) < 3;
  for (const { i } of sums) {
    if (chosen.length === most) break;
    if (!chosen.some((j) => near(i, j))) chosen.push(i);
  }
  return chosen;
}
