/**
 * What may belong to a guess beside what it holds, and what may not: whole regions of the photo's tree that are
 * joined to it or carved out of it. So a guess gets the part whose colours are all its own, and a ring its hole.
 */
import { evidence, smoothed } from './appearance.ts';
import type { Prepared } from './features.ts';
import { regionMask, type RegionTree } from './tree.ts';

/** A region lies in a mask when this share of it does, and outside when less than the rest. */
const MOSTLY = 0.9;
/** Sizes of regions that are tried, as shares of the guess. */
const SMALLEST = 0.012;
const CARVED = 0.5;
const JOINED = 0.7;
/** Where the tree is cut: after these shares of all joins. */
const CUTS = [0.7, 0.85, 0.93, 0.97, 0.99];
/** A region joins where at least this share of its rim (as if it were square) lies along the guess. */
const ALONG = 0.15;

interface Candidate {
  node: number;
  value: number;
}

/** Sums over a tree's regions of what is counted at their leaves. */
export class Tally {
  private readonly sums: Float64Array;
  private readonly tree: RegionTree;

  constructor(tree: RegionTree) {
    this.tree = tree;
    this.sums = new Float64Array(tree.order.length + 1);
  }

  add(leaf: number, value: number): void {
    this.sums[this.tree.order[leaf]! + 1]! += value;
  }

  /** To be called once everything is counted. */
  close(): this {
    for (let l = 1; l < this.sums.length; l++) this.sums[l]! += this.sums[l - 1]!;
    return this;
  }

  of(region: number): number {
    return this.sums[this.tree.last[region]!]! - this.sums[this.tree.first[region]!]!;
  }
}

/**
 * A guess (1 inside, at the search size) with a region joined to it or carved out of it: at most so many of each,
 * the most promising first. `fixed`: -1 where nothing may be joined.
 */
export function movesOf(
  mask: Uint8Array,
  { coarse, tree }: Pick<Prepared, 'coarse' | 'tree'>,
  most: { joins: number; carves: number },
  fixed?: Int8Array,
): { mask: Uint8Array; moved: 'joined' | 'carved' }[] {
  const { width, height, words, vocabulary } = coarse;
  const { leaf, area, parent } = tree;
  const hold = new Float64Array(vocabulary.count);
  const around = new Float64Array(vocabulary.count);
  let size = 0;
  for (let i = 0; i < mask.length; i++) {
    (mask[i] ? hold : around)[words[i]!]! += 1;
    size += mask[i]!;
  }
  if (size === 0 || size === mask.length) return [];
  const table = evidence(smoothed(vocabulary, hold), smoothed(vocabulary, around), 2);
  const inside = new Tally(tree);
  const closed = new Tally(tree);
  const alike = new Tally(tree);
  const along = new Tally(tree);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      alike.add(leaf[i]!, table[words[i]!]!);
      if (fixed && fixed[i]! < 0) closed.add(leaf[i]!, 1);
      if (mask[i]) inside.add(leaf[i]!, 1);
      else if (
        (x > 0 && mask[i - 1]) ||
        (x + 1 < width && mask[i + 1]) ||
        (y > 0 && mask[i - width]) ||
        (y + 1 < height && mask[i + width])
      )
        along.add(leaf[i]!, 1);
    }
  }
  for (const tally of [inside, closed, alike, along]) tally.close();
  const carved: Candidate[] = [];
  const joined: Candidate[] = [];
  for (let r = 0; r < area.length; r++) {
    const share = area[r]! / size;
    if (share < SMALLEST || parent[r]! < 0) continue;
    const held = inside.of(r) / area[r]!;
    const like = alike.of(r) / area[r]!;
    if (held > MOSTLY && share < CARVED && like < 0) carved.push({ node: r, value: -like * share });
    else if (
      held < 1 - MOSTLY &&
      share < JOINED &&
      closed.of(r) === 0 &&
      along.of(r) > ALONG * 4 * Math.sqrt(area[r]!)
    )
      joined.push({ node: r, value: Math.sqrt(share) * (1 + like / 2) });
  }
  return [
    ...distinct(carved, most.carves, tree).map((region) => ({
      mask: paint(mask, region, tree, 0),
      moved: 'carved' as const,
    })),
    ...distinct(joined, most.joins, tree).map((region) => ({
      mask: paint(mask, region, tree, 1),
      moved: 'joined' as const,
    })),
  ];
}

/** The best candidates that are no near copies of each other. */
function distinct(candidates: Candidate[], most: number, { first, last, area }: RegionTree): number[] {
  const taken: number[] = [];
  for (const { node } of candidates.sort((a, b) => b.value - a.value || a.node - b.node)) {
    if (taken.length === most) break;
    const copy = (t: number): boolean =>
      first[node]! < last[t]! &&
      first[t]! < last[node]! &&
      Math.min(area[node]!, area[t]!) > 0.7 * Math.max(area[node]!, area[t]!);
    if (!taken.some(copy)) taken.push(node);
  }
  return taken;
}

/** A copy of a mask in which a region has this value. */
function paint(mask: Uint8Array, region: number, tree: RegionTree, value: 0 | 1): Uint8Array {
  const out = regionMask(tree, region);
  for (let i = 0; i < out.length; i++) out[i] = out[i] ? value : mask[i]!;
  return out;
}

/** What the tree says lies in a box: at several levels, all regions that hold little that is closed (-1). */
export function unionsOf({ coarse, tree }: Prepared, fixed: Int8Array): Uint8Array[] {
  const { leaf, parent, height, area, order } = tree;
  const closed = new Tally(tree);
  for (let i = 0; i < fixed.length; i++) if (fixed[i]! < 0) closed.add(leaf[i]!, 1);
  closed.close();
  const costs = height.slice(order.length).sort();
  const found: Uint8Array[] = [];
  for (const share of CUTS) {
    const level = costs[Math.floor(share * costs.length)] ?? 0;
    const kept = Uint8Array.from({ length: order.length }, (_, l) => {
      let r = l;
      while (parent[r]! >= 0 && height[parent[r]!]! < level) r = parent[r]!;
      return closed.of(r) < (1 - MOSTLY) * area[r]! ? 1 : 0;
    });
    const mask = new Uint8Array(coarse.width * coarse.height);
    for (let i = 0; i < mask.length; i++) if (kept[leaf[i]!] && fixed[i]! >= 0) mask[i] = 1;
    if (mask.includes(1)) found.push(mask);
  }
  return found;
}
