/**
 * Which pieces go where, judged as a whole: a montage gives each pixel of the hole a source, and costs what can be seen
 * of its seams (Kwatra et al., "Graphcut textures", SIGGRAPH 2003; Pritch, Kav-Venaki, Peleg, "Shift-map image editing",
 * ICCV 2009). Two montages are fused into one that is better than either by a minimum cut (Lempitsky, Rother, Roth,
 * Blake, "Fusion moves for Markov random field optimization", PAMI 2010).
 */
import type { Work } from '../../../runtime/work.ts';
import { minimumCut, type Grid } from '../segment/maxflow.ts';
import { shifted, sourceOf, type Field } from './field.ts';
import { besideLines, strayCost, type Guide } from './guide.ts';
import { places } from './hole.ts';
import type { Level } from './pyramid.ts';
import type { Move } from './rim.ts';

/** A seam costs this even where nothing is to be seen of it: pieces stay large, and texture whole. */
const seamCost = 4;
/**
 * Differences much smaller than this count by their square, larger ones as they are: small steps are evened out in the
 * end, so that many of them are better than an edge that stays.
 */
const slight = 40;
/** What a seam costs where it can't be judged, because the pieces end there. */
const blindCost = 220;
const impossible = 1e6;
/**
 * What is like nothing at the rim nearby doesn't belong into the hole: a pixel costs this share of how far it is, in
 * colour and texture, from the most similar of the pixels that stand for the rim, up to a limit.
 */
const strangeness = 0.4;
const mostStrange = 80;
/** Differences up to this are within one material. */
const usual = 20;
/** A mirrored pixel costs this more: at a mirror's axis no seam is seen, but a kink in whatever crosses it. */
const mirrorCost = 4;
/** So many pixels on the rim stand for it, each with those that lie this far to its sides (mortar between bricks). */
const rimSamples = 64;
const rimDepth = 4;
/** A place on the rim that is the hole's radius further away than the nearest counts as so much less similar. */
const remoteness = 80;

/** The slots of a node's neighbours in the cut's grid; opposite ones come to 3. */
const slots = { right: 2, below: 3 } as const;
const degree = 4;

export interface Proposal {
  /** For each of the hole's pixels: its source, or -1. */
  sources: Int32Array;
  /** For each of them: what it costs by itself, apart from the seams within the hole. */
  alone: Float32Array;
}

export interface Montage extends Proposal {
  cost: number;
}

export class Montages {
  readonly #level: Level;
  readonly #holes: Int32Array;
  /** The numbers of the hole pixels to the right of each hole pixel and below it, or -1. */
  readonly #right: Int32Array;
  readonly #below: Int32Array;
  /** For each hole pixel the number of its square of 4 × 4, and the rim pixels to be like in each of these. */
  readonly #square: Uint32Array;
  readonly #rim: Int32Array[];

  readonly #guide: Guide | null;

  constructor(level: Level, { holes, girth }: Field, guide: Guide | null = null) {
    this.#guide = guide;
    this.#level = level;
    this.#holes = holes;
    const { width, height } = level;
    [this.#square, this.#rim] = this.#nearbyRim(girth);
    const numbers = new Int32Array(width * height).fill(-1);
    holes.forEach((p, k) => (numbers[p] = k));
    this.#right = Int32Array.from(holes, (p) => ((p + 1) % width ? numbers[p + 1]! : -1));
    this.#below = Int32Array.from(holes, (p) => (p + width < width * height ? numbers[p + width]! : -1));
  }

  montage(sources: Int32Array): Montage {
    return this.#sum({ sources, alone: this.proposal(sources).alone });
  }

  /** What is needed to fuse these sources with others. */
  proposal(sources: Int32Array): Proposal {
    return { sources, alone: Float32Array.from(sources, (source, k) => this.#alone(k, source)) };
  }

  #sum({ sources, alone }: Proposal): Montage {
    let cost = 0;
    for (let k = 0; k < sources.length; k++) {
      cost += alone[k]!;
      if (this.#right[k]! >= 0) cost += this.#seam(sources[k]!, sources[this.#right[k]!]!, 1, 0);
      if (this.#below[k]! >= 0) cost += this.#seam(sources[k]!, sources[this.#below[k]!]!, 0, 1);
    }
    return { sources, alone, cost };
  }

  /** No source anywhere: any other is better. */
  nothing(): Montage {
    const nodes = this.#holes.length;
    const alone = new Float32Array(nodes).fill(impossible / 2);
    return { sources: new Int32Array(nodes).fill(-1), alone, cost: Infinity };
  }

  /** The hole filled with the picture moved as a whole. Where that leads out of the picture, there is no source: -1. */
  moved({ mirrored, dx, dy }: Move): Int32Array {
    const { width, height } = this.#level;
    return Int32Array.from(this.#holes, (p) => {
      const x = mirrored ? dx - (p % width) : dx + (p % width);
      const y = Math.floor(p / width) + dy;
      return x < 0 || x >= width || y < 0 || y >= height ? -1 : sourceOf(y * width + x, Number(mirrored));
    });
  }

  /** The picture moved along the lines that cross the hole, a step after another, beside each line along it. */
  *alongLines(): Generator<Int32Array> {
    if (!this.#guide) return;
    const most = Math.max(...this.#guide.steps.map((steps) => steps.length));
    for (let n = 0; n < most; n++) yield besideLines(this.#guide, this.#level, this.#holes, n);
  }

  /** The better of each place of two montages; never worse than the first. */
  async fuse(first: Montage, second: Proposal, work: Work): Promise<Montage> {
    // Only where the second is another and possible there is a choice.
    const choices = new Int32Array(this.#holes.length).fill(-1);
    let nodes = 0;
    for (let k = 0; k < choices.length; k++)
      if (first.sources[k] !== second.sources[k] && this.#canCopy(second.sources[k]!)) choices[k] = nodes++;
    if (!nodes) return first;
    const grid: Grid = {
      ...{ nodes, degree },
      neighbour: new Int32Array(nodes * degree).fill(-1),
      capacity: new Float32Array(nodes * degree),
      terminal: new Float32Array(nodes),
    };
    for (let k = 0; k < choices.length; k++) {
      if (choices[k]! >= 0) grid.terminal[choices[k]!]! += first.alone[k]! - second.alone[k]!;
      this.#link(grid, choices, k, slots.right, first.sources, second.sources);
      this.#link(grid, choices, k, slots.below, first.sources, second.sources);
    }
    await work.breathe();
    const taken = await minimumCut(grid, work);
    const takes = (k: number): boolean => choices[k]! >= 0 && taken[choices[k]!] === 1;
    const fused = this.#sum({
      sources: first.sources.map((s, k) => (takes(k) ? second.sources[k]! : s)),
      alone: first.alone.map((a, k) => (takes(k) ? second.alone[k]! : a)),
    });
    return fused.cost < first.cost ? fused : first;
  }

  /** A pair's term as capacities; a node on the source's side takes the second montage. */
  #link(
    { neighbour, capacity, terminal }: Pick<Grid, 'neighbour' | 'capacity' | 'terminal'>,
    choices: Int32Array,
    k: number,
    slot: number,
    first: Int32Array,
    second: Int32Array,
  ): void {
    const other = slot === slots.right ? this.#right[k]! : this.#below[k]!;
    if (other < 0) return;
    const here = choices[k]!;
    const there = choices[other]!;
    if (here < 0 && there < 0) return;
    const [dx, dy] = slot === slots.right ? [1, 0] : [0, 1];
    const both = this.#seam(first[k]!, first[other]!, dx, dy);
    const onlyOther = there < 0 ? 0 : this.#seam(first[k]!, second[other]!, dx, dy);
    const onlyThis = here < 0 ? 0 : this.#seam(second[k]!, first[other]!, dx, dy);
    if (here < 0) terminal[there]! -= onlyOther - both;
    if (there < 0) terminal[here]! -= onlyThis - both;
    if (here < 0 || there < 0) return;
    const neither = this.#seam(second[k]!, second[other]!, dx, dy);
    const back = degree - 1 - slot;
    neighbour[here * degree + slot] = there;
    neighbour[there * degree + back] = here;
    // A cut can't say that two must differ: where they should, the two ways to be alike are made as much cheaper.
    const excess = Math.max(0, both + neither - onlyOther - onlyThis) / 2;
    terminal[here]! -= onlyThis - both + excess;
    terminal[there]! -= neither - excess - onlyThis;
    capacity[there * degree + back] = Math.max(0, onlyOther + onlyThis - both - neither);
  }

  #canCopy(source: number): boolean {
    return source >= 0 && this.#level.places[source >> 1] === places.free;
  }

  /** What is seen of the seams between a hole pixel and the known ones beside it. */
  #alone(k: number, source: number): number {
    if (!this.#canCopy(source)) return impossible / 2;
    const { width, height, places: pixels } = this.#level;
    const p = this.#holes[k]!;
    const x = p % width;
    let cost = this.#strangeness(k, source >> 1) + mirrorCost * (source & 1);
    if (this.#guide) cost += strayCost(this.#guide, this.#level.features, k, source >> 1);
    const beside = (dx: number, dy: number): void => {
      const q = p + dy * width + dx;
      if (pixels[q] !== places.hole) cost += this.#seam(source, sourceOf(q, 0), dx, dy);
    };
    if (x > 0) beside(-1, 0);
    if (x < width - 1) beside(1, 0);
    if (p >= width) beside(0, -1);
    if (p + width < width * height) beside(0, 1);
    return cost;
  }

  /** What is seen where a pixel with source `a` meets the one `dx`, `dy` further with source `b`. */
  #seam(a: number, b: number, dx: number, dy: number): number {
    const { width, features: f } = this.#level;
    const rows = dy * width;
    const next = shifted(a, dx, rows);
    if (next === b) return 0;
    if (a < 0 || b < 0) return blindCost;
    const before = shifted(b, -dx, -rows);
    const seenNext = this.#isKnown(next, a >> 1);
    const seenBefore = this.#isKnown(before, b >> 1);
    if (!seenNext && !seenBefore) return blindCost;
    const i = (seenNext ? next >> 1 : a >> 1) * 4;
    const j = (seenNext ? b >> 1 : before >> 1) * 4;
    const m = (seenBefore ? a >> 1 : next >> 1) * 4;
    const n = (seenBefore ? before >> 1 : b >> 1) * 4;
    let sum = 0;
    for (let c = 0; c < 3; c++) {
      const there = f[i + c]! - f[j + c]!;
      const here = f[m + c]! - f[n + c]!;
      sum += there * there + here * here + 2 * (there - here) ** 2;
    }
    const difference = Math.sqrt(sum);
    return seamCost + (difference * difference) / (difference + slight);
  }

  /** Whether a source next to the pixel `from` is in the picture (and not beyond the end of its row), and known. */
  #isKnown(source: number, from: number): boolean {
    const { width, places: pixels } = this.#level;
    const p = source >> 1;
    if (source < 0 || p >= pixels.length || pixels[p] === places.hole) return false;
    return Math.abs((p % width) - (from % width)) <= 1;
  }

  /**
   * For each hole pixel the number of its square, and for each square where the features of rim pixels are and how
   * remote these are, squared, in pairs.
   */
  #nearbyRim(radius: number): [Uint32Array, Int32Array[]] {
    const { width } = this.#level;
    const rim = rimOf(this.#level, this.#holes);
    // A long hole has as many for each stretch of it as a round one has.
    const stretches = this.#holes.length / (Math.PI * radius * radius);
    const step = Math.max(1, rim.length / (rimSamples * stretches));
    const samples = Array.from(
      { length: Math.floor(rim.length / step) },
      (_, k) => rim[Math.floor(k * step)]!,
    );
    const deep = samples.map((q) => beside(this.#level, q));
    const lists: Int32Array[] = [];
    const numbers = new Int32Array(((width >> 2) + 1) * ((this.#level.height >> 2) + 1)).fill(-1);
    const square = new Uint32Array(this.#holes.length);
    this.#holes.forEach((p, k) => {
      const x = (p % width) >> 2;
      const y = Math.floor(p / width) >> 2;
      const at = y * ((width >> 2) + 1) + x;
      if (numbers[at]! < 0) {
        const far = samples.map((q) => Math.hypot((q % width) - 4 * x, Math.floor(q / width) - 4 * y));
        const nearest = Math.min(...far);
        // The least remote come first, so that a search can end early.
        const list = far
          .map((f, n) => ({ n, remote: (remoteness * (f - nearest)) / radius }))
          .filter(({ remote }) => remote < mostStrange)
          .sort((a, b) => a.remote - b.remote || a.n - b.n)
          .flatMap(({ n, remote }) => deep[n]!.flatMap((q) => [q * 4, remote * remote]));
        numbers[at] = lists.push(Int32Array.from(list)) - 1;
      }
      square[k] = numbers[at]!;
    });
    return [square, lists];
  }

  /** What it costs to put a pixel into the hole at place `k`, however well it fits. */
  #strangeness(k: number, pixel: number): number {
    const { features: f } = this.#level;
    const i = pixel * 4;
    let least = mostStrange ** 2;
    const rim = this.#rim[this.#square[k]!]!;
    for (let n = 0; n < rim.length && rim[n + 1]! < least; n += 2) {
      const j = rim[n]!;
      const d0 = f[i]! - f[j]!;
      const d1 = f[i + 1]! - f[j + 1]!;
      const d2 = f[i + 2]! - f[j + 2]!;
      const d3 = f[i + 3]! - f[j + 3]!;
      const distance = rim[n + 1]! + d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      if (distance >= least) continue;
      if (distance <= usual * usual) return 0;
      least = distance;
    }
    return strangeness * Math.max(0, Math.sqrt(least) - usual);
  }
}

/** The known pixels beside the hole, in the hole's order. */
function rimOf({ width, height, places: pixels }: Level, holes: Int32Array): number[] {
  const rim: number[] = [];
  for (const p of holes) {
    const x = p % width;
    for (const q of [x > 0 ? p - 1 : -1, x < width - 1 ? p + 1 : -1, p - width, p + width])
      if (q >= 0 && q < width * height && pixels[q] !== places.hole) rim.push(q);
  }
  return rim;
}

/** A pixel and those `rimDepth` to its sides, as far as they are known. */
function beside({ width, height, places: pixels }: Level, q: number): number[] {
  const x = q % width;
  const found = [q];
  for (const [within, other] of [
    [x >= rimDepth, q - rimDepth],
    [x + rimDepth < width, q + rimDepth],
    [q >= rimDepth * width, q - rimDepth * width],
    [q + rimDepth * width < width * height, q + rimDepth * width],
  ] as const)
    if (within && pixels[other] !== places.hole) found.push(other);
  return found;
}
