/**
 * Lines that run into the hole: edges, ridges, the sides of poles. At each place of the rim a strip of the known picture
 * is looked at in many directions: where colours stay the same along the strip and differ across it, a line goes that
 * way, whatever its profile is (the curves that a person draws for Sun, Yuan, Jia, Shum, "Image completion with
 * structure propagation", SIGGRAPH 2005, are found).
 */
import type { Work } from '../../../runtime/work.ts';
import { places } from './hole.ts';
import type { Level } from './pyramid.ts';

/** Where a line enters the hole. Lengths in pixels of its level. */
export interface Entry {
  /** On the rim, in the middle of the step between the line's two sides. */
  x: number;
  y: number;
  /** The way into the hole. */
  heading: number;
  profile: Profile;
  /** How much stands out of the strip's own variation. */
  strength: number;
}

/** The colours across a line, from `-reach` to `reach` to the left of its heading, with three means a place. */
export interface Profile {
  reach: number;
  means: Float32Array;
  /** The standard deviation along the strip at each place, a mean of the colours; -1: too little is known. */
  spread: Float32Array;
}

/** How far strips go outwards from the rim, and to each side. */
export const stripLength = 20;
export const stripReach = 5;
/** What decides about a line lies this near to it. */
const core = 2;
const directions = 72;
/** A line differs at least so much from one side to the other, in values of 8 bits and in deviations along it. */
const leastContrast = 10;
const leastStrength = 1.1;
/** Deviations smaller than this don't make a line any surer. */
const usualSpread = 5;
const mostEntries = 64;
/** So many places of the rim are looked at; lines that enter a longer one (along a wire) are sampled. */
const mostRims = 3000;
/** Of lines in the same direction closer than this to each other only the strongest is kept. */
const apart = 2.5;
const sameWay = 0.8; // the cosine of what is between their directions
/** So far into the hole must be unknown, or the line only touches it. */
const within = 4;

/** The lines that enter the hole, the strongest first. */
export async function findEntries(level: Level, holes: Int32Array, work: Work): Promise<Entry[]> {
  const candidates: Omit<Entry, 'profile'>[] = [];
  const rims = rimOf(level, holes);
  const step = Math.ceil(rims.length / mostRims);
  for (let r = 0; r < rims.length; r += step) {
    const rim = rims[r]!;
    const x = rim % level.width;
    const y = Math.floor(rim / level.width);
    for (let k = 0; k < directions; k++) {
      const heading = (k * 2 * Math.PI) / directions;
      if (!leadsInside(level, x, y, heading)) continue;
      const strength = strengthOf(profileAt(level, { x, y, heading }, core, stripLength, 2, false));
      if (strength >= leastStrength) candidates.push({ x, y, heading, strength });
    }
    await work.breathe();
  }
  const found: Entry[] = [];
  for (const candidate of await distinct(candidates, 2 * mostEntries, work)) {
    const refined = refine(level, candidate);
    refined.strength = Math.sqrt(refined.strength * strengthFurther(level, refined));
    if (refined.strength >= leastStrength) found.push(refined);
    await work.breathe();
  }
  return distinct(found, mostEntries, work);
}

/** Known pixels beside the hole. */
function rimOf({ width, height, places: pixels }: Level, holes: Int32Array): number[] {
  const rim = new Set<number>();
  for (const p of holes) {
    const x = p % width;
    for (const q of [x > 0 ? p - 1 : -1, x < width - 1 ? p + 1 : -1, p - width, p + width])
      if (q >= 0 && q < width * height && pixels[q] !== places.hole) rim.add(q);
  }
  return [...rim].sort((a, b) => a - b);
}

function leadsInside(level: Level, x: number, y: number, heading: number): boolean {
  for (let s = 2; s <= within; s++)
    if (!isHole(level, x + s * Math.cos(heading), y + s * Math.sin(heading))) return false;
  return true;
}

function isHole({ width, height, places: pixels }: Level, x: number, y: number): boolean {
  const [u, v] = [Math.round(x), Math.round(y)];
  return u >= 0 && u < width && v >= 0 && v < height && pixels[v * width + u] === places.hole;
}

/** The profile of the strip that ends at a place of the rim. */
export function profileAt(
  level: Level,
  { x, y, heading }: Pick<Entry, 'x' | 'y' | 'heading'>,
  reach: number,
  length: number,
  step: number,
  smooth: boolean,
): Profile {
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  const means = new Float32Array(3 * (2 * reach + 1));
  const spread = new Float32Array(2 * reach + 1).fill(-1);
  const sample = new Float32Array(3);
  for (let n = -reach, o = 0; n <= reach; n++, o++) {
    let count = 0;
    let squares = 0;
    let [r, g, b] = [0, 0, 0];
    for (let s = 1; s <= length; s += step) {
      if (!read(level, x - s * cos - n * sin, y - s * sin + n * cos, smooth, sample)) continue;
      count++;
      r += sample[0]!;
      g += sample[1]!;
      b += sample[2]!;
      squares += sample[0]! ** 2 + sample[1]! ** 2 + sample[2]! ** 2;
    }
    if (count * step < 0.6 * length) continue;
    means.set([r / count, g / count, b / count], 3 * o);
    const mean = (r * r + g * g + b * b) / (count * count);
    spread[o] = Math.sqrt(Math.max(0, squares / count - mean) / 3);
  }
  return { reach, means, spread };
}

/** A pixel's colour, or one between four; false where it isn't known. */
function read(
  { width, height, features, places: pixels }: Level,
  x: number,
  y: number,
  smooth: boolean,
  into: Float32Array,
): boolean {
  const u = smooth ? Math.floor(x) : Math.round(x);
  const v = smooth ? Math.floor(y) : Math.round(y);
  if (u < 0 || v < 0 || u + 1 >= width || v + 1 >= height) return false;
  const p = v * width + u;
  if (pixels[p] === places.hole) return false;
  if (!smooth) {
    for (let c = 0; c < 3; c++) into[c] = features[p * 4 + c]!;
    return true;
  }
  const q = p + width;
  if (pixels[p + 1] === places.hole || pixels[q] === places.hole || pixels[q + 1] === places.hole)
    return false;
  const [fx, fy] = [x - u, y - v];
  for (let c = 0; c < 3; c++) {
    const above = features[p * 4 + c]! * (1 - fx) + features[p * 4 + 4 + c]! * fx;
    const below = features[q * 4 + c]! * (1 - fx) + features[q * 4 + 4 + c]! * fx;
    into[c] = above * (1 - fy) + below * fy;
  }
  return true;
}

/** The step from the right side of a line to its left, a colour. */
export function stepOf({ reach, means }: Profile): [number, number, number] {
  const left = 3 * (reach + 1);
  const right = 3 * (reach - 1);
  return [
    means[left]! - means[right]!,
    means[left + 1]! - means[right + 1]!,
    means[left + 2]! - means[right + 2]!,
  ];
}

function strengthOf(profile: Profile): number {
  let squares = 0;
  for (let n = profile.reach - core; n <= profile.reach + core; n++) {
    if (profile.spread[n]! < 0) return 0;
    squares += profile.spread[n]! ** 2;
  }
  const contrast = Math.hypot(...stepOf(profile)) / Math.sqrt(3);
  if (contrast < leastContrast) return 0;
  return contrast / (Math.sqrt(squares / (2 * core + 1)) + usualSpread);
}

/** In textures something like a line is soon found, but it is short: lines are looked at twice as far out. */
function strengthFurther(level: Level, { strength, ...at }: Omit<Entry, 'profile'>): number {
  const profile = profileAt(level, at, core, 2 * stripLength, 2, true);
  return profile.spread.includes(-1) ? strength : Math.min(strength, strengthOf(profile));
}

/** The strongest of the strips that hardly differ from this. */
function refine(level: Level, { x, y, heading }: Omit<Entry, 'profile'>): Entry {
  let best: Entry | null = null;
  for (let turn = -2; turn <= 2; turn++)
    for (let aside = -2; aside <= 2; aside++) {
      const at = {
        heading: heading + (turn * Math.PI) / directions / 2,
        x: x - (aside / 2) * Math.sin(heading),
        y: y + (aside / 2) * Math.cos(heading),
      };
      const profile = profileAt(level, at, stripReach, stripLength, 1, true);
      const strength = strengthOf(profile);
      if (!best || strength > best.strength) best = { ...at, profile, strength };
    }
  return best!;
}

async function distinct<T extends Omit<Entry, 'profile'>>(
  entries: readonly T[],
  most: number,
  work: Work,
): Promise<T[]> {
  const sorted = entries.map((entry, k) => ({ entry, k }));
  sorted.sort((a, b) => b.entry.strength - a.entry.strength || a.k - b.k);
  const kept: T[] = [];
  for (const { entry } of sorted) {
    if (kept.length === most) break;
    await work.breathe();
    if (!kept.some((other) => sameLine(entry, other))) kept.push(entry);
  }
  return kept;
}

function sameLine(a: Omit<Entry, 'profile'>, b: Omit<Entry, 'profile'>): boolean {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  const far = dx * dx + dy * dy > (stripLength / 2) ** 2;
  if (far || Math.cos(a.heading - b.heading) < sameWay) return false;
  return Math.abs(dy * Math.cos(b.heading) - dx * Math.sin(b.heading)) < apart;
}
