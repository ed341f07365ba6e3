/** A photo as a few hundred regions of its tree (`tree.ts`): what stands out is weighed region by region. */
import type { Work } from '../../../runtime/work.ts';
import type { Prepared } from './features.ts';

/** At most so many regions. */
const REGIONS = 300;
/** Differences of mean colours (CIE Lab) below this are shading. */
const SHADING = 3;
/** How much fine detail counts beside colour: what is out of focus is background. */
const DETAIL = 12;

/** The pixels of a region on each side of the photo. */
interface Rim {
  top: Float64Array;
  sides: Float64Array;
  bottom: Float64Array;
}

export interface Regions {
  /** The region of every pixel of the search size. */
  of: Int32Array;
  count: number;
  area: Float64Array;
  /** Mean L, a, b and detail. */
  colour: Float64Array[];
  /** Variance of lightness, and of both colours together, within it. */
  spread: { light: Float64Array; colour: Float64Array };
  /** Mean place, -1..1 from the left to the right and from the top to the bottom. */
  u: Float64Array;
  v: Float64Array;
  rim: Rim;
  /** Pairs that touch. */
  pairs: [a: number, b: number][];
}

/** The tree's regions when only so many are left. */
export function regionsOf({ coarse, tree }: Pick<Prepared, 'coarse' | 'tree'>): Regions {
  const { width, height, planes, words, vocabulary } = coarse;
  const end = tree.parent.length + 1 - REGIONS;
  const names = new Map<number, number>();
  const known = new Map<number, number>();
  const nameOf = (leaf: number): number => {
    let node = leaf;
    while (tree.parent[node]! >= 0 && tree.parent[node]! < end) node = tree.parent[node]!;
    let name = names.get(node);
    if (name === undefined) names.set(node, (name = names.size));
    known.set(leaf, name);
    return name;
  };
  const of = Int32Array.from(tree.leaf, (leaf) => known.get(leaf) ?? nameOf(leaf));
  const count = names.size;
  const plane = (): Float64Array => new Float64Array(count);
  const area = plane();
  const colour = [plane(), plane(), plane(), plane()];
  const squares = { light: plane(), colour: plane() };
  const [u, v] = [plane(), plane()];
  const rim = { top: plane(), sides: plane(), bottom: plane() };
  const touching = new Set<number>();
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const r = of[i]!;
      const [l, a, b] = [planes.l[i]!, planes.a[i]!, planes.b[i]!];
      area[r]! += 1;
      colour[0]![r]! += l;
      colour[1]![r]! += a;
      colour[2]![r]! += b;
      colour[3]![r]! += DETAIL * vocabulary.centres[4 * words[i]! + 3]!;
      squares.light[r]! += l * l;
      squares.colour[r]! += a * a + b * b;
      u[r]! += (2 * x + 1) / width - 1;
      v[r]! += (2 * y + 1) / height - 1;
      if (x === 0 || x === width - 1) rim.sides[r]! += 1;
      if (y === 0) rim.top[r]! += 1;
      if (y === height - 1) rim.bottom[r]! += 1;
      for (const j of [x + 1 < width ? i + 1 : i, y + 1 < height ? i + width : i]) {
        const s = of[j]!;
        if (s !== r) touching.add(Math.min(r, s) * count + Math.max(r, s));
      }
    }
  }
  for (const sums of [...colour, u, v, squares.light, squares.colour])
    for (let r = 0; r < count; r++) sums[r]! /= area[r]!;
  const [l, a, b] = colour as [Float64Array, Float64Array, Float64Array];
  return {
    of,
    count,
    area,
    colour,
    spread: {
      light: squares.light.map((s, r) => Math.max(0, s - l[r]! ** 2)),
      colour: squares.colour.map((s, r) => Math.max(0, s - a[r]! ** 2 - b[r]! ** 2)),
    },
    u,
    v,
    rim,
    pairs: [...touching].map((p) => [Math.floor(p / count), p % count]),
  };
}

/** How unlike two regions are, in CIE Lab and detail. */
export function apart({ colour }: Regions, r: number, s: number): number {
  let sum = 0;
  for (const plane of colour) sum += (plane[r]! - plane[s]!) ** 2;
  return Math.sqrt(sum);
}

/** What a step from a region to one beside it costs: what is no shading. */
const step = (regions: Regions, a: number, b: number): number => Math.max(0, apart(regions, a, b) - SHADING);

/** Of each region, those that it touches, with what a step there costs; those on `joined` all touch each other. */
function stepsOf(regions: Regions, joined: readonly number[]): (readonly [to: number, cost: number])[][] {
  const steps: (readonly [to: number, cost: number])[][] = Array.from({ length: regions.count }, () => []);
  const join = (a: number, b: number): void => {
    const cost = step(regions, a, b);
    steps[a]!.push([b, cost]);
    steps[b]!.push([a, cost]);
  };
  for (const [a, b] of regions.pairs) join(a, b);
  joined.forEach((a, n) => joined.slice(0, n).forEach((b) => join(a, b)));
  return steps;
}

/** Improves costs of getting to each region by what the ways between them cost (Dijkstra). */
function reach(way: Float64Array, steps: (readonly [to: number, cost: number])[][]): void {
  const done = new Uint8Array(way.length);
  for (;;) {
    let next = -1;
    for (let r = 0; r < way.length; r++) if (!done[r] && (next < 0 || way[r]! < way[next]!)) next = r;
    if (next < 0 || way[next] === Infinity) return;
    done[next] = 1;
    for (const [to, cost] of steps[next]!) if (way[next]! + cost < way[to]!) way[to] = way[next]! + cost;
  }
}

/** The cheapest way between any two regions, row by row; those on the rim touch each other. */
export async function waysBetween(regions: Regions, work: Work): Promise<Float64Array> {
  const { count, rim } = regions;
  const onRim = [...rim.top.keys()].filter((r) => rim.top[r]! + rim.sides[r]! + rim.bottom[r]! > 0);
  const steps = stepsOf(regions, onRim);
  const ways = new Float64Array(count * count).fill(Infinity);
  for (let from = 0; from < count; from++) {
    if ((from & 15) === 0) await work.breathe();
    ways[from * count + from] = 0;
    reach(ways.subarray(from * count, (from + 1) * count), steps);
  }
  return ways;
}

/** The cheapest way to each region from those where one may start; `start`: what it costs there, Infinity elsewhere. */
export function waysFrom(regions: Regions, start: Float64Array): Float64Array {
  const way = start.slice();
  reach(way, stepsOf(regions, []));
  return way;
}
