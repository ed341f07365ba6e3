/** For each patch that touches the hole, the known patch that it looks like. */
import type { Work } from '../../../runtime/work.ts';
import { places } from './hole.ts';
import type { Level } from './pyramid.ts';
import type { Random } from './random.ts';

/** Patches are squares of 7 pixels: the centre and this many to each side. */
export const patchRadius = 3;

/** What a pixel can be the centre of. */
export const kinds = { none: 0, source: 1, target: 2 } as const;

/**
 * A source is a number: twice the index of a pixel, plus 1 when the picture is to be read mirrored, from right to left,
 * as things that are symmetric need it.
 */
export const sourceOf = (pixel: number, mirrored: number): number => pixel * 2 + mirrored;

/** The source `dx` columns and `rows` (a multiple of the width) further, as its reader sees it. */
export const shifted = (source: number, dx: number, rows: number): number =>
  source + 2 * (rows + (source & 1 ? -dx : dx));

/** Only patches at the hole are kept: of a large picture with a small hole that is little. */
export interface Field {
  width: number;
  height: number;
  /** A pixel's kind: centre of a patch that may be copied (source), that touches the hole (target), or of none. */
  kind: Uint8Array;
  /** The targets' pixels, in rows. The arrays that follow have a place for each target. */
  targets: Int32Array;
  /** For each row the number of its first target; at the end the number of targets. */
  rows: Int32Array;
  /** The target in the row above and below, or -1. */
  above: Int32Array;
  below: Int32Array;
  /** Its source. */
  match: Int32Array;
  /** The sum of squared differences to it. */
  cost: Int32Array;
  /** The hole's pixels, in rows. */
  holes: Int32Array;
  /** How wide the hole is, as the radius of a disc; see `girthOf`. */
  girth: number;
  /** How many columns and rows a source may be away from where it goes. */
  reach: number;
  sources: number;
}

/** Patches stay inside the picture: near its border, a hole's pixels are covered by patches centred further in. */
export async function makeField({ width, height, places: pixels }: Level, work: Work): Promise<Field> {
  const n = width * height;
  const kind = new Uint8Array(n);
  await spread(pixels, places.hole, { width, height }, kind, kinds.target, work);
  await spread(pixels, places.barred, { width, height }, kind, kinds.source, work);
  let targetCount = 0;
  let holeCount = 0;
  let sources = 0;
  for (let y = 0, i = 0; y < height; y++) {
    const inside = y >= patchRadius && y < height - patchRadius;
    for (let x = 0; x < width; x++, i++) {
      if (pixels[i] === places.hole) holeCount++;
      const spoilt = kind[i]!;
      kind[i] = kinds.none;
      if (!inside || x < patchRadius || x >= width - patchRadius) continue;
      if (spoilt & kinds.target) {
        kind[i] = kinds.target;
        targetCount++;
      } else if (!spoilt) {
        kind[i] = kinds.source;
        sources++;
      }
    }
    await work.breathe();
  }
  const none = (): Int32Array => new Int32Array(targetCount).fill(-1);
  const field = {
    ...{ width, height, kind, sources, girth: 0, reach: 0 },
    ...{ targets: none(), above: none(), below: none(), match: none(), cost: none() },
    rows: new Int32Array(height + 1),
    holes: new Int32Array(holeCount),
  };
  await fillTargets(field, pixels, work);
  const girth = girthOf({ width, height, places: pixels }, field.holes);
  const round = girth >= radiusOf(field.holes.length);
  return {
    ...field,
    girth,
    reach: round ? width + height : Math.max(4 * patchRadius, Math.round(near * girth)),
  };
}

/**
 * The radius of a disc as large as the hole; for what is much longer than wide (a wire, a scratch) about the radius of
 * the discs that it is a row of: what is far along it has nothing to do with it here.
 */
function girthOf(
  { width, places: pixels }: Pick<Level, 'width' | 'height' | 'places'>,
  holes: Int32Array,
): number {
  const radius = radiusOf(holes.length);
  let rim = 0;
  for (const p of holes) {
    const x = p % width;
    if (x > 0 && pixels[p - 1] !== places.hole) rim++;
    if (x < width - 1 && pixels[p + 1] !== places.hole) rim++;
    if (p >= width && pixels[p - width] !== places.hole) rim++;
    if (p + width < pixels.length && pixels[p + width] !== places.hole) rim++;
  }
  return radius / Math.max(1, rim / (discRim * radius));
}

const radiusOf = (area: number): number => Math.sqrt(area / Math.PI);

/** What is further away than this many girths has nothing to do with a long hole. */
const near = 10;

/** Pairs of a pixel inside and one outside around a disc of radius 1: 8, and half of that again for ragged ones. */
const discRim = 12;

async function fillTargets(
  { width, height, kind, targets, rows, above, below, holes }: Field,
  pixels: Uint8Array,
  work: Work,
): Promise<void> {
  const last = new Int32Array(width).fill(-1); // the target last seen in each column, if it is in the row above
  for (let y = 0, i = 0, k = 0, h = 0; y < height; y++) {
    rows[y] = k;
    for (let x = 0; x < width; x++, i++) {
      if (pixels[i] === places.hole) holes[h++] = i;
      const up = last[x]!;
      last[x] = -1;
      if (kind[i] !== kinds.target) continue;
      targets[k] = i;
      above[k] = up;
      if (up >= 0) below[up] = k;
      last[x] = k++;
    }
    rows[y + 1] = k;
    await work.breathe();
  }
}

/** Sets `bit` in `out` wherever a pixel of this `place` is within the patch radius, in a square. */
async function spread(
  pixels: Uint8Array,
  place: number,
  { width, height }: { width: number; height: number },
  out: Uint8Array,
  bit: number,
  work: Work,
): Promise<void> {
  const columns = new Int32Array(width).fill(-patchRadius - 1); // the last row in which each column was touched
  const row = new Uint8Array(width);
  for (let y = 0; y < height + patchRadius; y++) {
    if (y < height) {
      row.fill(0);
      for (let x = 0, i = y * width; x < width; x++, i++) {
        if (pixels[i] !== place) continue;
        const end = Math.min(width, x + patchRadius + 1);
        // A run of such pixels only has to be written at its ends.
        if (x > 0 && pixels[i - 1] === place) row[end - 1] = 1;
        else row.fill(1, Math.max(0, x - patchRadius), end);
      }
      for (let x = 0; x < width; x++) if (row[x]) columns[x] = y;
    }
    const centre = y - patchRadius;
    if (centre < 0) continue;
    for (let x = 0, i = centre * width; x < width; x++, i++)
      if (columns[x]! >= centre - patchRadius) out[i]! |= bit;
    await work.breathe();
  }
}

/** Any source at random, read as it is. */
export function randomSource({ width, height, kind }: Field, random: Random): number {
  for (let attempt = 0; attempt < 32; attempt++) {
    const y = patchRadius + random.below(height - 2 * patchRadius);
    const s = y * width + patchRadius + random.below(width - 2 * patchRadius);
    if (kind[s] === kinds.source) return sourceOf(s, 0);
  }
  const n = kind.length;
  for (let s = random.below(n), k = 0; k < n; k++, s = s + 1 === n ? 0 : s + 1)
    if (kind[s] === kinds.source) return sourceOf(s, 0);
  throw new Error('a field without sources');
}

/** Starts each target with a random source in reach, if there is one. */
export function scatter(field: Field, random: Random): void {
  const { match, targets } = field;
  for (let k = 0; k < match.length; k++)
    match[k] = nearSource(field, targets[k]!, random) ?? randomSource(field, random);
}

function nearSource(
  { width, height, kind, reach }: Field,
  target: number,
  random: Random,
): number | undefined {
  if (reach >= width + height) return undefined;
  const x = target % width;
  const y = (target - x) / width;
  for (let attempt = 0; attempt < 16; attempt++) {
    const sx = x + random.below(2 * reach + 1) - reach;
    const sy = y + random.below(2 * reach + 1) - reach;
    if (sx < 0 || sx >= width || sy < 0 || sy >= height) continue;
    if (kind[sy * width + sx] === kinds.source) return sourceOf(sy * width + sx, 0);
  }
  return undefined;
}

/** Starts a field with the one found at half the size. */
export async function refine(coarse: Field, fine: Field, random: Random, work: Work): Promise<void> {
  const numbers = numbered(coarse);
  for (let k = 0; k < fine.targets.length; k++) {
    if (k % 1024 === 0) await work.breathe();
    const t = fine.targets[k]!;
    const x = t % fine.width;
    const y = (t - x) / fine.width;
    const near = nearestTarget(coarse, numbers, x >> 1, y >> 1);
    fine.match[k] = near >= 0 ? atTwice(coarse, fine, near, x, y) : -1;
    if (fine.match[k]! < 0) fine.match[k] = randomSource(fine, random);
  }
}

/** The source that target `near` of the coarse field means for the pixel (x, y) of the fine one, or -1. */
function atTwice(coarse: Field, fine: Field, near: number, x: number, y: number): number {
  const mirrored = coarse.match[near]! & 1;
  const s = coarse.match[near]! >> 1;
  const centre = coarse.targets[near]!;
  const sx = s % coarse.width;
  const cx = centre % coarse.width;
  const dx = x - 2 * cx;
  const fx = 2 * sx + (mirrored ? 1 - dx : dx);
  const fy = y + 2 * ((s - sx - centre + cx) / coarse.width);
  if (fx < 0 || fx >= fine.width || fy < 0 || fy >= fine.height) return -1;
  const found = fy * fine.width + fx;
  return fine.kind[found] === kinds.source ? sourceOf(found, mirrored) : -1;
}

/** Each pixel's number among the targets, or -1. */
export function numbered({ kind, targets }: Field): Int32Array {
  const numbers = new Int32Array(kind.length).fill(-1);
  for (let k = 0; k < targets.length; k++) numbers[targets[k]!] = k;
  return numbers;
}

function nearestTarget({ width, height }: Field, numbers: Int32Array, x: number, y: number): number {
  for (let r = 0; r <= 3; r++)
    for (let dy = -r; dy <= r; dy++)
      for (let dx = -r; dx <= r; dx++) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) !== r) continue;
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
        const k = numbers[(y + dy) * width + x + dx]!;
        if (k >= 0) return k;
      }
  return -1;
}
