/** What a click may mean: closed outlines of several sizes around it, each made to agree with how its inside looks. */
import type { Work } from '../../../runtime/work.ts';
import { evidence, smoothed, type Vocabulary } from './appearance.ts';
import { bestOutline, FINE, type Outline, type Polar } from './polar.ts';

/** How much looks count against edges. */
const REGION = 1.2;
const LIMIT = 2;

/** The word under each polar cell, [angle][cell]; 255 outside the picture. */
export function polarWords(polar: Polar, words: Uint8Array, width: number): Uint8Array {
  const { angles } = polar.grid;
  const out = new Uint8Array(angles * polar.cells).fill(255);
  for (let t = 0; t < angles; t++) {
    const cos = Math.cos((t * 2 * Math.PI) / angles);
    const sin = Math.sin((t * 2 * Math.PI) / angles);
    for (let j = 0; j < polar.edge[t]!; j++) {
      const r = polar.radii[j]!;
      out[t * polar.cells + j] =
        words[Math.floor(polar.y + r * sin) * width + Math.floor(polar.x + r * cos)]!;
    }
  }
  return out;
}

export interface Looks {
  inside: Float32Array;
  outside: Float32Array;
}

/** Histograms within an outline and around it (out to twice its radius, the rest of the picture with less weight). */
export function looksOf(polar: Polar, words: Uint8Array, vocabulary: Vocabulary, path: Uint16Array): Looks {
  const inside = new Float64Array(vocabulary.count);
  const outside = new Float64Array(vocabulary.count);
  const { cells, radii, edge } = polar;
  const { angles, growth } = polar.grid;
  const [inwards, outwards, around] = [3, 2, 30].map((n) =>
    Math.round((n * Math.log(FINE.growth)) / Math.log(growth)),
  ) as [number, number, number];
  for (let t = 0; t < angles; t++) {
    const end = path[t]!;
    for (let j = 0; j < edge[t]!; j++) {
      const w = words[t * cells + j]!;
      const area = radii[j]! * radii[j]!;
      if (j < end - inwards) inside[w]! += area;
      else if (j > end + outwards) outside[w]! += j < end + around ? area : area * 0.1;
    }
  }
  return { inside: smoothed(vocabulary, inside), outside: smoothed(vocabulary, outside) };
}

/** The cost of a path's cell by looks: what it leaves inside that looks like outside, and the reverse. */
export function regionCost(
  polar: Polar,
  words: Uint8Array,
  table: Float32Array,
  path: Uint16Array,
): Float32Array {
  const { cells, radii, edge } = polar;
  const { angles } = polar.grid;
  const out = new Float32Array(angles * cells);
  let mean = 0;
  for (let t = 0; t < angles; t++) mean += radii[path[t]!]! / angles;
  for (let t = 0; t < angles; t++) {
    let sum = 0;
    for (let j = 0; j < cells; j++) {
      out[t * cells + j] = REGION * sum;
      if (j >= edge[t]!) continue;
      const r = radii[j]!;
      // an angle's share of the area, in units of the outline's own size; what is far outside stops counting
      const share = ((r * (radii[1]! / radii[0]! - 1)) / mean) * (r < mean ? r / mean : 1);
      sum -= share * table[words[t * cells + j]!]!;
    }
  }
  return out;
}

export interface Hypothesis extends Outline {
  looks: Looks;
  /** How many searches ended here. */
  support: number;
}

/** Alternates between learning what the inside looks like and finding the outline that agrees best. */
export function settle(
  polar: Polar,
  words: Uint8Array,
  vocabulary: Vocabulary,
  start: Outline,
  range: (angle: number, cell: number) => readonly [number, number],
  rounds: number,
  stiff = 0,
): Hypothesis {
  let outline = start;
  let looks = looksOf(polar, words, vocabulary, outline.path);
  for (let round = 0; round < rounds; round++) {
    const region = regionCost(polar, words, evidence(looks.inside, looks.outside, LIMIT), outline.path);
    const path = outline.path;
    const next = bestOutline(polar, { range: (t) => range(t, path[t]!), region, stiff });
    if (!next) break;
    outline = next;
    looks = looksOf(polar, words, vocabulary, outline.path);
  }
  return { ...outline, looks, support: 1 };
}

/** Which outlines are looked for. */
export interface Search {
  /** The smallest radius in pixels, and how much larger each next one is. */
  start: number;
  step: number;
  /** How often looks and outline improve each other: an outline for each number. */
  rounds: readonly number[];
}
const THOROUGH: Search = { start: 5, step: 1.25, rounds: [0, 2] };

/** Outlines of every size around the point, smallest first; near duplicates left out. */
export async function hypotheses(
  polar: Polar,
  words: Uint8Array,
  vocabulary: Vocabulary,
  work: Work,
  { start: smallest, step, rounds: improved }: Search = THOROUGH,
): Promise<Hypothesis[]> {
  const found: Hypothesis[] = [];
  const cellAt = (r: number): number => {
    const j = polar.radii.findIndex((radius) => radius >= r);
    return j < 0 ? polar.cells - 1 : j;
  };
  const largest = polar.radii[polar.cells - 1]!;
  for (let r = smallest; r < largest * 0.6; r *= step) {
    const range = [cellAt(r), cellAt(2.4 * r)] as const;
    const wider = [cellAt(r * 0.7), cellAt(3.2 * r)] as const;
    const start = bestOutline(polar, { range: () => range });
    if (!start) continue;
    for (const rounds of improved) {
      const next = settle(polar, words, vocabulary, start, () => wider, rounds);
      const known = found.find((other) => alike(other.path, next.path));
      if (known) known.support++;
      else found.push(next);
    }
    await work.breathe();
  }
  return found;
}

/** Whether two outlines are the same up to a cell on average. */
function alike(a: Uint16Array, b: Uint16Array): boolean {
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += Math.abs(a[t]! - b[t]!);
  return sum < a.length;
}
