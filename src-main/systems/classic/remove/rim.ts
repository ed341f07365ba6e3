/**
 * How the picture could go on into the hole. Patches on the hole's rim, as far as they are known, are looked for in the
 * rest of the picture, as it is and mirrored: where one is found again, what lies beside it there continues the line,
 * edge or pattern that runs into the hole here.
 */
import type { Work } from '../../../runtime/work.ts';
import { kinds, type Field } from './field.ts';
import { places } from './hole.ts';
import type { Level } from './pyramid.ts';
import type { Random } from './random.ts';

/** Larger than a patch of the search: a rim patch is only known on one side. */
const radius = 5;
/** Rim patches looked for, and the sources that each is compared with, at most. */
const mostPatches = 32;
const mostSources = 8_000;
/** Matches kept of each rim patch, in the picture as it is and mirrored. */
const keptAsIs = 2;
const keptMirrored = 1;

/** The whole picture moved, so that pixel (x, y) of the hole has its source at (x + dx, y + dy), or (dx - x, y + dy). */
export interface Move {
  mirrored: boolean;
  dx: number;
  dy: number;
}

/** Moves that continue the picture at some place of the rim. */
export async function rimMoves(
  level: Level,
  field: Field,
  { random, mirrors }: { random: Random; mirrors: boolean },
  work: Work,
): Promise<Move[]> {
  const sources = someSources(field, random);
  const moves = new Map<string, Move>();
  for (const rim of rimPixels(level, field, random)) {
    const offsets = knownAround(level, rim);
    const x = rim % level.width;
    const y = Math.floor(rim / level.width);
    for (const mirrored of mirrors ? [false, true] : [false])
      for (const s of await best(level, rim, offsets, inReach(field, rim, sources), mirrored, work)) {
        const sx = s % level.width;
        const move = { mirrored, dx: mirrored ? sx + x : sx - x, dy: Math.floor(s / level.width) - y };
        moves.set(`${mirrored} ${move.dx >> 1} ${move.dy >> 1}`, move); // of moves almost the same one is enough
      }
  }
  return [...moves.values()];
}

/** Hole pixels with a known one beside them, evenly spread. */
function rimPixels({ width, places: pixels }: Level, { holes }: Field, random: Random): number[] {
  const known = (p: number): boolean => p >= 0 && p < pixels.length && pixels[p] !== places.hole;
  const rim = [...holes].filter(
    (p) =>
      known(p - width) ||
      known(p + width) ||
      (p % width > 0 && known(p - 1)) ||
      (p % width < width - 1 && known(p + 1)),
  );
  const step = Math.max(1, rim.length / mostPatches);
  const first = random.below(1000) / 1000;
  return Array.from(
    { length: Math.floor(rim.length / step) },
    (_, k) => rim[Math.floor((k + first) * step)]!,
  );
}

function someSources({ kind, width, height }: Field, random: Random): number[] {
  const all: number[] = [];
  for (let y = radius; y < height - radius; y++)
    for (let x = radius; x < width - radius; x++)
      if (kind[y * width + x] === kinds.source) all.push(y * width + x);
  for (let k = 0; k < Math.min(mostSources, all.length); k++) {
    const other = k + random.below(all.length - k);
    [all[k], all[other]] = [all[other]!, all[k]!];
  }
  return all.slice(0, mostSources);
}

const inReach = ({ width, height, reach }: Field, rim: number, sources: number[]): number[] =>
  reach >= width + height ? sources : sources.filter((s) => isNear(s, rim, width, reach));

/** The known pixels around one, as pairs of columns and rows from it. */
function knownAround({ width, height, places: pixels }: Level, centre: number): Int32Array {
  const x = centre % width;
  const y = Math.floor(centre / width);
  const found: number[] = [];
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++) {
      if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
      if (pixels[centre + dy * width + dx] !== places.hole) found.push(dx, dy);
    }
  return Int32Array.from(found);
}

async function best(
  { features: f, width, places: pixels }: Level,
  centre: number,
  offsets: Int32Array,
  sources: readonly number[],
  mirrored: boolean,
  work: Work,
): Promise<number[]> {
  const here = new Int32Array(offsets.length / 2);
  const there = new Int32Array(offsets.length / 2);
  for (let k = 0; k < here.length; k++) {
    const dx = offsets[2 * k]!;
    const rows = offsets[2 * k + 1]! * width;
    here[k] = (centre + rows + dx) * 4;
    there[k] = (rows + (mirrored ? -dx : dx)) * 4;
  }
  const kept = mirrored ? keptMirrored : keptAsIs;
  const found: { s: number; cost: number }[] = [];
  let bound = Infinity;
  for (let n = 0; n < sources.length; n++) {
    if (n % 1024 === 0) await work.breathe();
    const s = sources[n]!;
    let sum = 0;
    for (let k = 0; k < here.length && sum < bound; k++) {
      const i = here[k]!;
      const j = s * 4 + there[k]!;
      if (pixels[j >> 2] === places.hole) {
        sum = Infinity;
        break;
      }
      const d0 = f[i]! - f[j]!;
      const d1 = f[i + 1]! - f[j + 1]!;
      const d2 = f[i + 2]! - f[j + 2]!;
      const d3 = f[i + 3]! - f[j + 3]!;
      sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    }
    if (sum >= bound) continue;
    // Of sources close to each other only the best is kept.
    const twin = found.findIndex((other) => isNear(other.s, s, width, 2));
    if (twin >= 0) {
      if (sum < found[twin]!.cost) found[twin] = { s, cost: sum };
    } else found.push({ s, cost: sum });
    found.sort((a, b) => a.cost - b.cost);
    found.length = Math.min(found.length, kept);
    if (found.length === kept) bound = found[kept - 1]!.cost;
  }
  return found.map(({ s }) => s);
}

const isNear = (a: number, b: number, width: number, most: number): boolean =>
  Math.abs((a % width) - (b % width)) <= most &&
  Math.abs(Math.floor(a / width) - Math.floor(b / width)) <= most;
