/**
 * What lines that cross the hole say about it: near them its colours are between those where they enter and where they
 * leave it. What is filled there costs more the less it is like that (structure guides completion: Sun, Yuan, Jia, Shum
 * 2005; Huang, Kang, Ahuja, Kopf, "Image completion using planar structure guidance", SIGGRAPH 2014).
 */
import { differenceAt, type Curve } from './curves.ts';
import { profileAt, stripLength, stripReach, type Entry } from './entries.ts';
import { sourceOf } from './field.ts';
import { places } from './hole.ts';
import type { Level } from './pyramid.ts';
import type { Move } from './rim.ts';

/** A pixel beside a line costs this share of how far it is from the expected colour, up to a limit. */
const share = 0.5;
const most = 80;
/** Differences up to this, besides what is usual along the line, cost nothing. */
const free = 8;
/** What is this far from a line (in pixels where it was found) counts by about half; further off, textures have their way. */
const core = 1.5;
/** Where a line's two ends differ by more than this, it says nothing about what is between. */
const unlike = 40;
/** Twice how much further than the expected colours go the picture is moved along a line. */
const wide = 3;

type Shift = Pick<Move, 'dx' | 'dy'>;

export interface Guide {
  /** For each of the hole's pixels its place in what follows, or -1. */
  slot: Int32Array;
  /** The number of its line. */
  line: Int32Array;
  /** How the picture moves along each line, further and further from both of its ends. */
  steps: Shift[][];
  /** Three colours, what they may differ by, and how much that counts. */
  colours: Float32Array;
  tolerance: Float32Array;
  weight: Float32Array;
  /** How far the pixel is from the line. */
  distance: Float32Array;
}

/**
 * The guide of a level whose hole has these pixels; the curves are those of a level `scale` times as large. `null` without
 * any.
 */
export function guideOf(
  level: Level,
  holes: Int32Array,
  curves: readonly Curve[],
  scale: number,
): Guide | null {
  const { width, height, places: pixels } = level;
  const slot = new Int32Array(holes.length).fill(-1);
  const line: number[] = [];
  const colours: number[] = [];
  const tolerance: number[] = [];
  const weight: number[] = [];
  const distance: number[] = [];
  const reach = Math.max(1, Math.round(stripReach / scale));
  const length = Math.max(4, stripLength / scale);
  curves.forEach((curve, number) => {
    const seen = (entry: Entry, turn: number): Entry => {
      const at = { ...entry, x: (entry.x + 0.5) / scale - 0.5, y: (entry.y + 0.5) / scale - 0.5 };
      return { ...at, profile: stripOf(level, at, reach, length, turn) };
    };
    const from = seen(curve.from, 0);
    const to = seen(curve.to, Math.PI);
    if (curve.open) to.profile = from.profile;
    const steps = Math.ceil(2 * Math.hypot(to.x - from.x, to.y - from.y));
    for (let k = 0; k <= steps; k++) {
      const t = k / Math.max(1, steps);
      const { x, y, dx, dy } = pointOf(from, to, t);
      for (let m = -wide * reach; m <= wide * reach; m++) {
        const n = m / 2;
        const [u, v] = [Math.round(x - n * dy), Math.round(y + n * dx)];
        if (u < 0 || u >= width || v < 0 || v >= height) continue;
        const p = v * width + u;
        if (pixels[p] !== places.hole) continue;
        const h = numberOf(holes, p);
        if (slot[h]! < 0) slot[h] = distance.push(Infinity) - 1;
        const s = slot[h]!;
        if (distance[s]! <= Math.abs(n)) continue;
        const o = Math.min(2 * reach, Math.max(0, Math.round(n) + reach));
        const known = from.profile.spread[o]! >= 0 && to.profile.spread[o]! >= 0;
        const worth = known && Math.abs(n) <= reach ? Math.max(0, 1 - differenceAt(from, to, o) / unlike) : 0;
        distance[s] = Math.abs(n);
        line[s] = number;
        for (let c = 0; c < 3; c++)
          colours[3 * s + c] = (1 - t) * from.profile.means[3 * o + c]! + t * to.profile.means[3 * o + c]!;
        tolerance[s] = free + (1 - t) * from.profile.spread[o]! + t * to.profile.spread[o]!;
        weight[s] = share * worth * curve.trust ** 0.5 * Math.exp(-0.5 * ((n * scale) / core) ** 2);
      }
    }
  });
  if (!weight.length) return null;
  return {
    slot,
    distance: Float32Array.from(distance),
    line: Int32Array.from(line),
    steps: curves.map((curve) => stepsAlong(curve, scale)),
    colours: Float32Array.from(colours),
    tolerance: Float32Array.from(tolerance),
    weight: Float32Array.from(weight),
  };
}

/** A pixel's number among the hole's, which come in rows. */
function numberOf(holes: Int32Array, pixel: number): number {
  let [first, last] = [0, holes.length - 1];
  while (first < last) {
    const middle = (first + last) >> 1;
    if (holes[middle]! < pixel) first = middle + 1;
    else last = middle;
  }
  return first;
}

/** An entry's profile at this level, seen along the curve's way. */
function stripOf(level: Level, at: Entry, reach: number, length: number, turn: number): Entry['profile'] {
  const profile = profileAt(level, { ...at, heading: at.heading + turn }, reach, length, 1, true);
  if (!turn) return profile;
  const means = new Float32Array(profile.means.length);
  for (let n = 0; n <= 2 * reach; n++)
    means.set(profile.means.subarray(3 * n, 3 * n + 3), 3 * (2 * reach - n));
  return { reach, means, spread: profile.spread.slice().reverse() };
}

/** A point of the cubic (Hermite) curve through two entries along their headings, and the direction there. */
function pointOf(from: Entry, to: Entry, t: number): { x: number; y: number; dx: number; dy: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = (a: number, b: number, u: number, v: number): [number, number] => [
    (2 * t ** 3 - 3 * t ** 2 + 1) * a +
      (t ** 3 - 2 * t ** 2 + t) * u * length +
      (3 * t ** 2 - 2 * t ** 3) * b +
      (t ** 3 - t ** 2) * v * length,
    (6 * t ** 2 - 6 * t) * (a - b) +
      (3 * t ** 2 - 4 * t + 1) * u * length +
      (3 * t ** 2 - 2 * t) * v * length,
  ];
  const [x, dx] = along(from.x, to.x, Math.cos(from.heading), Math.cos(to.heading));
  const [y, dy] = along(from.y, to.y, Math.sin(from.heading), Math.sin(to.heading));
  const norm = Math.hypot(dx, dy) || 1;
  return { x, y, dx: dx / norm, dy: dy / norm };
}

/** What it costs to put a pixel of the level at the hole's pixel number `k`. */
export function strayCost(
  { slot, colours, tolerance, weight }: Guide,
  features: Uint8Array,
  k: number,
  pixel: number,
): number {
  const s = slot[k]!;
  if (s < 0) return 0;
  const d = Math.hypot(
    features[4 * pixel]! - colours[3 * s]!,
    features[4 * pixel + 1]! - colours[3 * s + 1]!,
    features[4 * pixel + 2]! - colours[3 * s + 2]!,
  );
  return weight[s]! * Math.min(most, Math.max(0, d - tolerance[s]!));
}

/** Writes what is expected near the lines into the hole, as far as `reach` from them, and says where. */
export function paint(
  { features, places: pixels }: Level,
  holes: Int32Array,
  { slot, colours, distance, weight }: Guide,
  reach: number,
): Uint8Array {
  const painted = new Uint8Array(pixels.length);
  for (let k = 0; k < slot.length; k++) {
    const s = slot[k]!;
    if (s < 0 || distance[s]! > reach || weight[s] === 0) continue;
    const p = holes[k]!;
    for (let c = 0; c < 3; c++) features[4 * p + c] = colours[3 * s + c]! + 0.5;
    painted[p] = 1;
  }
  return painted;
}

/** The picture is moved along lines by these shares of their way through the hole, and beside the lines in such steps. */
const shares = [0.25, 0.5, 0.75, 1.05, 1.5];
const shortStep = stripLength / 2;

/** The picture moved along each line, as far as brings what is known of it into the hole. */
export const movesAlong = (curves: readonly Curve[], scale: number): Move[] =>
  curves.flatMap((curve) =>
    shares.flatMap((share) => bothWays(curve, share, scale).map((shift) => ({ mirrored: false, ...shift }))),
  );

/** By short steps, for where only a short piece of the line is known. */
function stepsAlong(curve: Curve, scale: number): Shift[] {
  const length = Math.hypot(curve.to.x - curve.from.x, curve.to.y - curve.from.y);
  const count = Math.ceil(length / shortStep) + 1;
  return Array.from({ length: count }, (_, k) =>
    bothWays(curve, ((k + 1) * shortStep) / length, scale),
  ).flat();
}

/** For each of the hole's pixels beside a line: the source that is the n-th step away along that line; else -1. */
export function besideLines(
  guide: Guide,
  { width, height }: Level,
  holes: Int32Array,
  n: number,
): Int32Array {
  return holes.map((p, k) => {
    const s = guide.slot[k]!;
    const shift = s < 0 ? undefined : guide.steps[guide.line[s]!]![n];
    if (!shift) return -1;
    const [x, y] = [(p % width) + shift.dx, Math.floor(p / width) + shift.dy];
    return x < 0 || x >= width || y < 0 || y >= height ? -1 : sourceOf(y * width + x, 0);
  });
}

function bothWays({ from, to, open }: Curve, share: number, scale: number): Shift[] {
  const dx = Math.round(((to.x - from.x) * share) / scale);
  const dy = Math.round(((to.y - from.y) * share) / scale);
  return open
    ? [{ dx: -dx, dy: -dy }]
    : [
        { dx: -dx, dy: -dy },
        { dx, dy },
      ];
}
