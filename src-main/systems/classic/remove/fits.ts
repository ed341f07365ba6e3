/**
 * How the whole rim goes on. Where `rim.ts` looks at one place of the rim after another, this asks of every move of the
 * picture how much of the rim it fits at once: one that continues a mast at both of its ends, or a line of bricks at both
 * sides, is worth more than two that fit an end each.
 */
import type { Work } from '../../../runtime/work.ts';
import type { Field } from './field.ts';
import { places } from './hole.ts';
import type { Level } from './pyramid.ts';
import type { Random } from './random.ts';
import type { Move } from './rim.ts';

/** Places on the rim that are compared, and moves that are, at most. */
const mostLinks = 128;
const mostMoves = 30_000;
/** Squared differences (over three channels and two pixels) of which half is still a fit. */
const tolerance = 2 * 3 * 14 ** 2;
/** Where the rim is as plain as this it counts single; where it is of lines and edges, more. */
const plain = 10;
/** What a chosen move fits counts so much less for the next, so that the next explains something else. */
const explained = 0.7;

/** A hole pixel beside the known one `q`, behind which lies `q2`. */
interface Link {
  p: number;
  q: number;
  q2: number;
  weight: number;
}

/** The `most` moves that, together, fit the rim best; the best first. None is mirrored. */
export async function fittingMoves(
  level: Level,
  field: Field,
  most: number,
  random: Random,
  work: Work,
): Promise<Move[]> {
  const links = linksOf(level, field, random);
  if (!links.length) return [];
  const moves = candidates(level, field, random);
  const fits = new Uint8Array(moves.length * links.length);
  for (let m = 0; m < moves.length; m++) {
    if (m % 256 === 0) await work.breathe();
    rate(level, moves[m]!, links, fits.subarray(m * links.length, (m + 1) * links.length));
  }
  const left = Float32Array.from(links, ({ weight }) => weight);
  const chosen: Move[] = [];
  const taken = new Set<number>();
  while (chosen.length < Math.min(most, moves.length)) {
    await work.breathe();
    let best = -1;
    let highest = 0;
    for (let m = 0, i = 0; m < moves.length; m++) {
      let sum = 0;
      for (let n = 0; n < links.length; n++, i++) sum += left[n]! * fits[i]!;
      if (sum <= highest || taken.has(m)) continue;
      highest = sum;
      best = m;
    }
    if (best < 0) break;
    taken.add(best);
    chosen.push(moves[best]!);
    for (let n = 0; n < links.length; n++) left[n]! *= 1 - (explained * fits[best * links.length + n]!) / 255;
  }
  return chosen;
}

/** How well a move fits at each link, 0..255; 0 where it leads to what can't be copied. */
function rate(
  { width, height, features: f, places: pixels }: Level,
  { dx, dy }: Move,
  links: readonly Link[],
  out: Uint8Array,
) {
  const step = dy * width + dx;
  const difference = (q: number): number => {
    const i = q * 4;
    const j = (q + step) * 4;
    const [d0, d1, d2] = [f[i]! - f[j]!, f[i + 1]! - f[j + 1]!, f[i + 2]! - f[j + 2]!];
    return d0 * d0 + d1 * d1 + d2 * d2;
  };
  const inside = (q: number): boolean => {
    const x = (q % width) + dx;
    const y = Math.floor(q / width) + dy;
    return x >= 0 && x < width && y >= 0 && y < height && pixels[q + step] !== places.hole;
  };
  for (let n = 0; n < links.length; n++) {
    const { p, q, q2 } = links[n]!;
    if (!inside(p) || pixels[p + step] !== places.free || !inside(q) || !inside(q2)) continue;
    out[n] = 255 * 2 ** (-(difference(q) + difference(q2)) / tolerance);
  }
}

function linksOf(
  { width, height, features: f, places: pixels }: Level,
  { holes }: Field,
  random: Random,
): Link[] {
  const known = (x: number, y: number): boolean =>
    x >= 0 && x < width && y >= 0 && y < height && pixels[y * width + x] !== places.hole;
  const all: Link[] = [];
  for (const p of holes) {
    const x = p % width;
    const y = Math.floor(p / width);
    for (const [dx, dy] of sides) {
      if (!known(x + dx, y + dy) || !known(x + 2 * dx, y + 2 * dy)) continue;
      const q = p + dy * width + dx;
      // What differs from the known pixels along the rim is a line or an edge that runs into the hole.
      let contrast = 0;
      for (const along of [-3, -2, 2, 3]) {
        if (!known(x + dx + along * dy, y + dy + along * dx)) continue;
        const r = q + along * dx * width + along * dy;
        for (let c = 0; c < 3; c++) contrast = Math.max(contrast, Math.abs(f[q * 4 + c]! - f[r * 4 + c]!));
      }
      all.push({ p, q, q2: q + dy * width + dx, weight: 1 + contrast / plain });
    }
  }
  const step = Math.max(1, all.length / mostLinks);
  const first = random.below(1000) / 1000;
  return Array.from(
    { length: Math.floor(all.length / step) },
    (_, k) => all[Math.floor((k + first) * step)]!,
  );
}

const sides = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;

/** All moves that bring half of the hole's box from within the picture, or some of them. */
function candidates({ width, height }: Level, { holes }: Field, random: Random): Move[] {
  let [x1, x2] = [width, 0];
  for (const p of holes) {
    x1 = Math.min(x1, p % width);
    x2 = Math.max(x2, p % width);
  }
  const y1 = Math.floor(holes[0]! / width);
  const y2 = Math.floor(holes[holes.length - 1]! / width);
  const [left, right] = [-Math.floor((x1 + x2) / 2), width - 1 - Math.ceil((x1 + x2) / 2)];
  const [up, down] = [-Math.floor((y1 + y2) / 2), height - 1 - Math.ceil((y1 + y2) / 2)];
  const share = mostMoves / ((right - left + 1) * (down - up + 1));
  const found: Move[] = [];
  for (let dy = up; dy <= down; dy++)
    for (let dx = left; dx <= right; dx++)
      if (share >= 1 || random.below(1_000_000) < share * 1_000_000) found.push({ mirrored: false, dx, dy });
  return found;
}
