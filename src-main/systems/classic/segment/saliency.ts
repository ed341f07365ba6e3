/**
 * How much each place of a photo stands out as the thing that it is of.
 *
 * After Zhu, Liang, Wei and Sun, "Saliency optimization from robust background detection" (CVPR 2014): background is
 * what is widely connected with the photo's rim; what differs in colour from the background around it stands out; both
 * are then made to agree among neighbours that look alike. The regions are those of the tree (`tree.ts`).
 */
import type { Work } from '../../../runtime/work.ts';
import type { Prepared } from './features.ts';

/** At most so many regions. */
const REGIONS = 300;
/** Differences of mean colours (CIE Lab) below this are shading; those of this size are clear. */
const SHADING = 3;
const CLEAR = 10;
/** How much fine detail counts beside colour: what is out of focus is background. */
const DETAIL = 12;
/** How far around contrast counts, as a share of the longer side. */
const AROUND = 0.25;
/** How much of the rim the lower side is: it often cuts through the subject. */
const LOWER = 0.35;
/** How much background counts against standing out, and the least that neighbours hold together. */
const BACKGROUND = 5;
const HOLD = 0.1;
const ROUNDS = 300;

interface Regions {
  /** The region of every pixel of the search size. */
  of: Int32Array;
  count: number;
  area: Float64Array;
  /** Mean L, a, b and detail; mean x, y over the longer side. */
  colour: Float64Array[];
  place: Float64Array[];
  /** Its pixels on the rim. */
  rim: Float64Array;
  /** Pairs that touch. */
  pairs: [a: number, b: number][];
}

/** 0..1 a pixel of the search size. */
export async function saliency(prepared: Prepared, work: Work): Promise<Float32Array> {
  const regions = regionsOf(prepared);
  const { count, of } = regions;
  await work.breathe();
  const background = await backgroundOf(regions, work);
  await work.breathe();
  const contrast = contrastOf(regions, background, prepared.coarse);
  const found = settled(regions, background, contrast);
  const top = found.reduce((a, b) => Math.max(a, b), 1e-9);
  const { alpha } = prepared.coarse.planes;
  return count > 1
    ? Float32Array.from(of, (r, i) => (alpha[i]! >= 0.5 ? found[r]! / top : 0))
    : new Float32Array(of.length);
}

/** The tree's regions when only so many are left. */
function regionsOf({ coarse, tree }: Prepared): Regions {
  const { width, height, planes, words, vocabulary } = coarse;
  const longer = Math.max(width, height);
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
  const regions = {
    area: plane(),
    colour: [plane(), plane(), plane(), plane()],
    place: [plane(), plane()],
    rim: plane(),
  };
  const touching = new Set<number>();
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const r = of[i]!;
      regions.area[r]! += 1;
      [planes.l, planes.a, planes.b].forEach((channel, c) => (regions.colour[c]![r]! += channel[i]!));
      regions.colour[3]![r]! += DETAIL * vocabulary.centres[4 * words[i]! + 3]!;
      regions.place[0]![r]! += x / longer;
      regions.place[1]![r]! += y / longer;
      if (x === 0 || x === width - 1 || y === 0) regions.rim[r]! += 1;
      else if (y === height - 1) regions.rim[r]! += LOWER;
      for (const j of [x + 1 < width ? i + 1 : i, y + 1 < height ? i + width : i]) {
        const s = of[j]!;
        if (s !== r) touching.add(Math.min(r, s) * count + Math.max(r, s));
      }
    }
  }
  for (const sums of [...regions.colour, ...regions.place])
    for (let r = 0; r < count; r++) sums[r]! /= regions.area[r]!;
  return { ...regions, of, count, pairs: [...touching].map((p) => [Math.floor(p / count), p % count]) };
}

function apart({ colour }: Regions, r: number, s: number): number {
  let sum = 0;
  for (const plane of colour) sum += (plane[r]! - plane[s]!) ** 2;
  return Math.sqrt(sum);
}

/** How sure each region is background, 0..1: how long a part of the rim what looks like it takes, for its size. */
async function backgroundOf(regions: Regions, work: Work): Promise<Float64Array> {
  const { count, area, rim } = regions;
  const ways = await waysBetween(regions, work);
  const out = new Float64Array(count);
  for (let r = 0; r < count; r++) {
    let spanned = 0;
    let length = 0;
    for (let s = 0; s < count; s++) {
      const alike = Math.exp(-(ways[r * count + s]! ** 2) / (2 * CLEAR * CLEAR));
      spanned += alike * area[s]!;
      length += alike * rim[s]!;
    }
    out[r] = 1 - Math.exp(-(length * length) / spanned / 2);
  }
  return out;
}

/**
 * The cheapest way between any two regions over differences of colour: row by row (Dijkstra). Those on the rim touch
 * each other.
 */
async function waysBetween(regions: Regions, work: Work): Promise<Float64Array> {
  const { count, pairs, rim } = regions;
  const steps: [to: number, cost: number][][] = Array.from({ length: count }, () => []);
  const join = (a: number, b: number): void => {
    const cost = Math.max(0, apart(regions, a, b) - SHADING);
    steps[a]!.push([b, cost]);
    steps[b]!.push([a, cost]);
  };
  for (const [a, b] of pairs) join(a, b);
  const outer = [...rim.keys()].filter((r) => rim[r]! > 0);
  outer.forEach((a, n) => outer.slice(0, n).forEach((b) => join(a, b)));
  const ways = new Float64Array(count * count).fill(Infinity);
  for (let from = 0; from < count; from++) {
    const way = ways.subarray(from * count, (from + 1) * count);
    const done = new Uint8Array(count);
    way[from] = 0;
    if ((from & 15) === 0) await work.breathe();
    for (;;) {
      let next = -1;
      for (let r = 0; r < count; r++) if (!done[r] && (next < 0 || way[r]! < way[next]!)) next = r;
      if (next < 0 || way[next] === Infinity) break;
      done[next] = 1;
      for (const [to, cost] of steps[next]!) if (way[next]! + cost < way[to]!) way[to] = way[next]! + cost;
    }
  }
  return ways;
}

/** How unlike the background around it each region is, 0..1, more so in the middle. */
function contrastOf(
  regions: Regions,
  background: Float64Array,
  { width, height }: { width: number; height: number },
): Float64Array {
  const { count, area, place } = regions;
  const [u, v] = place as [Float64Array, Float64Array];
  const longer = Math.max(width, height);
  const out = new Float64Array(count);
  for (let r = 0; r < count; r++) {
    let sum = 0;
    let total = 0;
    for (let s = 0; s < count; s++) {
      const near =
        area[s]! * Math.exp(-((u[r]! - u[s]!) ** 2 + (v[r]! - v[s]!) ** 2) / (2 * AROUND * AROUND));
      sum += near * background[s]! * apart(regions, r, s);
      total += near;
    }
    out[r] = (sum / total) * weightAt(u[r]! * longer, v[r]! * longer, width, height);
  }
  const least = out.reduce((a, b) => Math.min(a, b), Infinity);
  const most = out.reduce((a, b) => Math.max(a, b), 0);
  return out.map((c) => (c - least) / Math.max(1e-9, most - least));
}

/** 1 in the middle, falling towards the corners. */
function weightAt(x: number, y: number, width: number, height: number): number {
  const u = (2 * x + 1) / width - 1;
  const v = (2 * y + 1) / height - 1;
  return Math.exp(-(u * u + 0.7 * v * v) / 1.2);
}

/** The least squares solution of the paper's equation 9, by Gauss and Seidel. */
function settled(regions: Regions, background: Float64Array, contrast: Float64Array): Float64Array {
  const { count, pairs } = regions;
  const around: [to: number, weight: number][][] = Array.from({ length: count }, () => []);
  for (const [a, b] of pairs) {
    const weight = Math.exp(-(apart(regions, a, b) ** 2) / (2 * CLEAR * CLEAR)) + HOLD;
    around[a]!.push([b, weight]);
    around[b]!.push([a, weight]);
  }
  const out = contrast.slice();
  for (let round = 0; round < ROUNDS; round++)
    for (let r = 0; r < count; r++) {
      let sum = contrast[r]!;
      let total = contrast[r]! + BACKGROUND * background[r]! + 1e-6;
      for (const [to, weight] of around[r]!) {
        sum += weight * out[to]!;
        total += weight;
      }
      out[r] = sum / total;
    }
  return out;
}
