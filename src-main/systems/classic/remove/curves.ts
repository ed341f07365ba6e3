/** Lines that enter the hole at one place and leave it at another. */
import type { Work } from '../../../runtime/work.ts';
import { stepOf, stripLength, type Entry } from './entries.ts';
import { places } from './hole.ts';
import type { Level } from './pyramid.ts';

export interface Curve {
  from: Entry;
  /** Its heading leads out of the hole. */
  to: Entry;
  /** It goes on to the picture's border, where nothing is known of it. */
  open: boolean;
  /** How well the two go together: 1 is perfectly. */
  trust: number;
}

/** Deviations (in radians) of the two headings from the straight way between them: as in an S, and as in an arc. */
const sway = (4 * Math.PI) / 180;
const bend = (10 * Math.PI) / 180;
const mostTurn = (30 * Math.PI) / 180;
/** Colours that differ by so much, or by this share of the line's own step, are halfway to be another line's. */
const usualDifference = 10;
const usualShare = 0.3;
const leastTrust = 0.45;
/** Lines that stand out by less than the second are less sure; by less than the first, not at all. */
const [faint, clear] = [0.8, 2];
/** Lines that go on to the picture's border are clear ones, and lead there within so many strips. */
const longest = 8;
const openTrust = 0.8;
/** So much of the way between two entries lies in the hole. */
const inside = 0.9;

/** Pairs of entries that are one line each, the surest first; no two of them share an entry or cross. */
export async function findCurves(level: Level, entries: readonly Entry[], work: Work): Promise<Curve[]> {
  const pairs: (Curve & { a: number; b: number })[] = [];
  for (let a = 0; a < entries.length; a++) {
    await work.breathe();
    for (let b = a + 1; b < entries.length; b++) {
      const to = turned(entries[b]!);
      const trust = trustIn(entries[a]!, to);
      if (trust < leastTrust || !runsInside(level, entries[a]!, to)) continue;
      pairs.push({ from: entries[a]!, to, trust, open: false, a, b });
    }
  }
  pairs.sort((p, q) => q.trust - p.trust || p.a - q.a || p.b - q.b);
  const used = new Set<number>();
  const chosen: Curve[] = [];
  for (const { a, b, ...curve } of pairs) {
    if (used.has(a) || used.has(b) || chosen.some((other) => cross(curve, other))) continue;
    used.add(a).add(b);
    chosen.push(curve);
  }
  for (let a = 0; a < entries.length; a++) {
    const curve = used.has(a) ? null : toBorder(level, entries[a]!);
    if (curve && !chosen.some((other) => cross(curve, other))) chosen.push(curve);
  }
  return chosen;
}

/** The same entry, as one who comes from inside of the hole sees it. */
function turned(entry: Entry): Entry {
  const { reach, means, spread } = entry.profile;
  const flipped = new Float32Array(means.length);
  for (let n = 0; n <= 2 * reach; n++) flipped.set(means.subarray(3 * n, 3 * n + 3), 3 * (2 * reach - n));
  return {
    ...entry,
    heading: entry.heading + Math.PI,
    profile: { reach, means: flipped, spread: spread.slice().reverse() },
  };
}

function trustIn(from: Entry, to: Entry): number {
  const chord = Math.atan2(to.y - from.y, to.x - from.x);
  const a = wrapped(from.heading - chord);
  const b = wrapped(to.heading - chord);
  if (Math.hypot(to.x - from.x, to.y - from.y) < 4 || Math.max(Math.abs(a), Math.abs(b)) > mostTurn) return 0;
  const form = ((a + b) / 2 / sway) ** 2 + ((a - b) / 2 / bend) ** 2;
  const [s, t] = [stepOf(from.profile), stepOf(to.profile)];
  const usual = usualDifference + usualShare * Math.max(norm(s), norm(t));
  const step = norm([s[0] - t[0], s[1] - t[1], s[2] - t[2]]);
  let sum = 0;
  let weights = 0;
  for (let n = -from.profile.reach; n <= from.profile.reach; n++) {
    const o = n + from.profile.reach;
    if (from.profile.spread[o]! < 0 || to.profile.spread[o]! < 0) continue;
    const weight = Math.exp((-n * n) / 8);
    sum += weight * differenceAt(from, to, o) ** 2;
    weights += weight;
  }
  const colours = Math.sqrt(sum / weights);
  const sure = Math.min(1, (Math.sqrt(from.strength * to.strength) - faint) / (clear - faint));
  return sure * Math.exp(-(form + (step / usual) ** 2 + (colours / usual) ** 2) / 2);
}

/** The line straight on to the picture's border, if it leads there through nothing but the hole. */
function toBorder({ width, height, places: pixels }: Level, from: Entry): Curve | null {
  if (from.strength < clear) return null;
  const [cos, sin] = [Math.cos(from.heading), Math.sin(from.heading)];
  for (let s = 2; s <= longest * stripLength; s++) {
    const [x, y] = [from.x + s * cos, from.y + s * sin];
    const [u, v] = [Math.round(x), Math.round(y)];
    if (u < 0 || u >= width || v < 0 || v >= height)
      return s > 4 ? { from, to: { ...from, x, y }, trust: openTrust, open: true } : null;
    if (pixels[v * width + u] !== places.hole) return null;
  }
  return null;
}

/** How far apart two entries' colours are at a place of their profiles. */
export function differenceAt(from: Entry, to: Entry, place: number): number {
  const d = [0, 1, 2].map((c) => from.profile.means[3 * place + c]! - to.profile.means[3 * place + c]!);
  return norm(d as [number, number, number]);
}

const norm = (d: [number, number, number]): number => Math.hypot(...d) / Math.sqrt(3);
const wrapped = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));

function runsInside({ width, places: pixels }: Level, from: Entry, to: Entry): boolean {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y));
  let holes = 0;
  for (let k = 1; k < steps; k++) {
    const x = Math.round(from.x + ((to.x - from.x) * k) / steps);
    const y = Math.round(from.y + ((to.y - from.y) * k) / steps);
    if (pixels[y * width + x] === places.hole) holes++;
  }
  return holes >= inside * (steps - 1) - 2;
}

function cross(p: Curve, q: Curve): boolean {
  const side = (a: Entry, b: Entry, c: Entry): number =>
    Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  return (
    side(p.from, p.to, q.from) * side(p.from, p.to, q.to) < 0 &&
    side(q.from, q.to, p.from) * side(q.from, q.to, p.to) < 0
  );
}
