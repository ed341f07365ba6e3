/**
 * A photo's regions, merged step by step: the regions that hold a pixel, from a patch to the whole photo, are guesses
 * of any shape at what a click there may mean.
 *
 * After Arbelaez et al., "Contour detection and hierarchical image segmentation" (PAMI 2011): basins of the
 * boundary map are joined, weakest common border first; here a border counts by its strength and by how differently
 * its two sides look.
 */
import type { Work } from '../../../runtime/work.ts';
import { overlap, smoothed } from './appearance.ts';
import type { Features } from './features.ts';
import { blur } from './planes.ts';

export interface RegionTree {
  /** The leaf of every pixel. */
  leaf: Int32Array;
  /** Leaves first, then joined regions; the last is the whole photo (-1 is its parent). */
  parent: Int32Array;
  /** In pixels. */
  area: Int32Array;
  /** The cost at which a region was joined together (0 for a leaf): never less than that of its parts. */
  height: Float32Array;
  /** Leaves are numbered so that those of a region lie in [first, last). */
  first: Int32Array;
  last: Int32Array;
  order: Int32Array;
}

/** Looks against border strength. */
const LOOKS = 0.8;
/** How much sooner small regions are joined. */
const SMALLNESS = 0.2;

interface Border {
  sum: number;
  count: number;
}

/** `any`: the strongest boundary of each pixel, 0..1. */
export async function regionTree(features: Features, any: Float32Array, work: Work): Promise<RegionTree> {
  const { width, height, words, vocabulary } = features;
  const { leaf, count } = basins(blur(any, width, height, 1), width, height);
  await work.breathe();
  const total = Math.max(1, 2 * count - 1);
  const parent = new Int32Array(total).fill(-1);
  const area = new Int32Array(total);
  const level = new Float32Array(total);
  const counts: (Float64Array | undefined)[] = Array.from(
    { length: count },
    () => new Float64Array(vocabulary.count),
  );
  const looks: (Float32Array | undefined)[] = [];
  for (let i = 0; i < leaf.length; i++) {
    area[leaf[i]!]!++;
    counts[leaf[i]!]![words[i]!]! += 1;
  }
  for (let r = 0; r < count; r++) looks[r] = smoothed(vocabulary, counts[r]!);
  const borders = bordersOf(leaf, count, any, width, height);
  await work.breathe();

  const heap = new Heap();
  const costOf = (a: number, b: number, border: Border): number => {
    const small = (area[a]! * area[b]!) / (area[a]! + area[b]!);
    return (border.sum / border.count + LOOKS * (1 - overlap(looks[a]!, looks[b]!))) * small ** SMALLNESS;
  };
  for (let a = 0; a < count; a++) {
    for (const [b, border] of borders[a]!) if (a < b) heap.push(costOf(a, b, border), a, b);
  }
  const children = new Int32Array(2 * total).fill(-1);
  let next = count;
  for (let pair = heap.pop(); pair; pair = heap.pop()) {
    const { cost, a, b } = pair;
    if (parent[a]! >= 0 || parent[b]! >= 0) continue; // joined with something else meanwhile
    const joined = next++;
    parent[a] = joined;
    parent[b] = joined;
    children[2 * joined] = a;
    children[2 * joined + 1] = b;
    area[joined] = area[a]! + area[b]!;
    level[joined] = Math.max(cost, level[a]!, level[b]!);
    const sum = counts[a]!;
    for (let w = 0; w < sum.length; w++) sum[w]! += counts[b]![w]!;
    counts[joined] = sum;
    looks[joined] = smoothed(vocabulary, sum);
    const around = borders[a]!;
    around.delete(b);
    for (const [c, border] of borders[b]!) {
      if (c === a) continue;
      const known = around.get(c);
      if (known) around.set(c, { sum: known.sum + border.sum, count: known.count + border.count });
      else around.set(c, border);
    }
    borders[joined] = around;
    for (const [c, border] of around) {
      const back = borders[c]!;
      back.delete(a);
      back.delete(b);
      back.set(joined, border);
      heap.push(costOf(joined, c, border), joined, c);
    }
    for (const gone of [a, b]) {
      counts[gone] = undefined;
      looks[gone] = undefined;
    }
    if ((next & 31) === 0) await work.breathe();
  }
  return { leaf, parent, area, height: level, ...numberLeaves(children, count, next) };
}

/** Every pixel runs down to the lowest pixel of its basin; ties are settled by position. */
function basins(plane: Float32Array, width: number, height: number): { leaf: Int32Array; count: number } {
  const n = width * height;
  const below = new Int32Array(n);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      let best = i;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const j = v * width + u;
          if (plane[j]! < plane[best]! || (plane[j] === plane[best] && j < best)) best = j;
        }
      }
      below[i] = best;
    }
  }
  const leaf = new Int32Array(n).fill(-1);
  const trail: number[] = [];
  let count = 0;
  for (let start = 0; start < n; start++) {
    let i = start;
    while (leaf[i]! < 0 && below[i] !== i) {
      trail.push(i);
      i = below[i]!;
    }
    if (leaf[i]! < 0) leaf[i] = count++;
    for (const j of trail) leaf[j] = leaf[i]!;
    trail.length = 0;
  }
  return { leaf, count };
}

function bordersOf(
  leaf: Int32Array,
  count: number,
  any: Float32Array,
  width: number,
  height: number,
): Map<number, Border>[] {
  const borders = Array.from({ length: count }, () => new Map<number, Border>());
  const meet = (i: number, j: number): void => {
    const a = leaf[i]!;
    const b = leaf[j]!;
    if (a === b) return;
    const strength = Math.max(any[i]!, any[j]!);
    const known = borders[a]!.get(b);
    if (known) {
      known.sum += strength;
      known.count++;
    } else {
      const border = { sum: strength, count: 1 };
      borders[a]!.set(b, border);
      borders[b]!.set(a, border);
    }
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (x + 1 < width) meet(i, i + 1);
      if (y + 1 < height) meet(i, i + width);
    }
  }
  return borders;
}

/** Numbers the leaves from left to right, so that every region is a range of them. */
function numberLeaves(
  children: Int32Array,
  count: number,
  nodes: number,
): { first: Int32Array; last: Int32Array; order: Int32Array } {
  const first = new Int32Array(nodes);
  const last = new Int32Array(nodes);
  const order = new Int32Array(count);
  const size = new Int32Array(nodes).fill(1, 0, count);
  for (let r = count; r < nodes; r++) size[r] = size[children[2 * r]!]! + size[children[2 * r + 1]!]!;
  last[nodes - 1] = count;
  for (let r = nodes - 1; r >= count; r--) {
    const a = children[2 * r]!;
    const b = children[2 * r + 1]!;
    first[a] = first[r]!;
    last[a] = first[a]! + size[a]!;
    first[b] = last[a]!;
    last[b] = last[r]!;
  }
  for (let r = 0; r < count; r++) order[r] = first[r]!;
  return { first, last, order };
}

/** A binary heap of pairs, cheapest first; equal costs in order of their numbers, so that runs repeat. */
class Heap {
  readonly items: { cost: number; a: number; b: number }[] = [];

  push(cost: number, a: number, b: number): void {
    const { items } = this;
    const item = { cost, a, b };
    let i = items.push(item) - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!before(item, items[up]!)) break;
      items[i] = items[up]!;
      i = up;
    }
    items[i] = item;
  }

  pop(): { cost: number; a: number; b: number } | undefined {
    const { items } = this;
    const top = items[0];
    const item = items.pop();
    if (!top || !item || items.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && before(items[child + 1]!, items[child]!)) child++;
      if (!before(items[child]!, item)) break;
      items[i] = items[child]!;
      i = child;
    }
    items[i] = item;
    return top;
  }
}

const before = (
  p: { cost: number; a: number; b: number },
  q: { cost: number; a: number; b: number },
): boolean => p.cost < q.cost || (p.cost === q.cost && (p.a < q.a || (p.a === q.a && p.b < q.b)));

/** A region that holds a pixel, and how long it lasted: log of the cost that ended it over the cost that made it. */
export interface Region {
  /** Its number in the tree. */
  node: number;
  mask: Uint8Array;
  lasting: number;
}

/** The longest-lasting regions that hold a pixel, smallest first, at most `most`. */
export function regionsAt(tree: RegionTree, pixel: number, most: number): Region[] {
  const { leaf, parent, area, height } = tree;
  const whole = leaf.length;
  const found: { node: number; lasting: number }[] = [];
  for (let r = leaf[pixel]!; r >= 0 && parent[r]! >= 0; r = parent[r]!) {
    if (area[r]! < 16 || area[r]! > 0.95 * whole) continue;
    found.push({ node: r, lasting: Math.log((height[parent[r]!]! + 0.05) / (height[r]! + 0.05)) });
  }
  const kept = found
    .toSorted((p, q) => q.lasting - p.lasting || p.node - q.node)
    .slice(0, most)
    .toSorted((p, q) => p.node - q.node);
  return kept.map(({ node, lasting }) => ({ node, lasting, mask: regionMask(tree, node) }));
}

/** The pixels of a region: 1 inside. */
export function regionMask({ leaf, first, last, order }: RegionTree, node: number): Uint8Array {
  const mask = new Uint8Array(leaf.length);
  for (let i = 0; i < mask.length; i++) {
    const number = order[leaf[i]!]!;
    if (number >= first[node]! && number < last[node]!) mask[i] = 1;
  }
  return mask;
}
