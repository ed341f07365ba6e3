/**
 * Minimum cut of a grid with eight or four neighbours a node.
 *
 * Boykov and Kolmogorov, "An experimental comparison of min-cut/max-flow algorithms for energy minimization in
 * vision" (PAMI 2004): two search trees grow from source and sink, a path is augmented where they touch, and nodes
 * that lose their parent are adopted again. Time stamps and distances keep the trees shallow.
 */
import type { Work } from '../../../runtime/work.ts';

/** Neighbours a node, if `Grid.degree` doesn't say otherwise. */
export const NEIGHBOURS = 8;

export interface Grid {
  nodes: number;
  /** Neighbours a node; neighbour `k` and neighbour `degree - 1 - k` are opposite, so an arc's reverse is known. */
  degree?: 4 | 8;
  /** Neighbour `k` of node `i` at `degree * i + k`, or -1. */
  neighbour: Int32Array;
  /** Capacity of the arc to it (>= 0), used up by `minimumCut`. */
  capacity: Float32Array;
  /** Capacity from the source minus capacity to the sink. */
  terminal: Float32Array;
}

const FREE = 0;
const SOURCE = 1;
const SINK = 2;
/** Parent marks beside an arc's number. */
const NONE = -1;
const ROOT = -2;
const LOST = -3;
/** Flows smaller than this are rounding errors. */
const TINY = 1e-6;

/** The nodes on the source's side: 1, others 0. */
export async function minimumCut(grid: Grid, work: Work): Promise<Uint8Array> {
  const { nodes, degree = NEIGHBOURS, neighbour, capacity, terminal } = grid;
  const bits = degree === 8 ? 3 : 2;
  const last = degree - 1;
  const tree = new Uint8Array(nodes);
  const parent = new Int32Array(nodes).fill(NONE);
  const stamp = new Int32Array(nodes);
  const distance = new Int32Array(nodes);
  const queue = new Int32Array(nodes + 1);
  const queued = new Uint8Array(nodes);
  let head = 0;
  let tail = 0;
  let orphans: number[] = [];
  let time = 0;

  const activate = (i: number): void => {
    if (queued[i]) return;
    queued[i] = 1;
    queue[tail] = i;
    tail = tail === nodes ? 0 : tail + 1;
  };
  for (let i = 0; i < nodes; i++) {
    if (terminal[i] === 0) continue;
    tree[i] = terminal[i]! > 0 ? SOURCE : SINK;
    parent[i] = ROOT;
    distance[i] = 1;
    activate(i);
  }
  const reverse = (arc: number): number => (neighbour[arc]! << bits) + last - (arc & last);
  /** What can still flow along an arc, seen from the tree's root outwards. */
  const open = (arc: number, side: number): number =>
    side === SOURCE ? capacity[arc]! : capacity[reverse(arc)]!;

  /** Grows from a node; the arc from source tree to sink tree where they touch, or -1. */
  const grow = (i: number): number => {
    const side = tree[i]!;
    for (let k = 0; k < degree; k++) {
      const arc = (i << bits) + k;
      const j = neighbour[arc]!;
      if (j < 0 || open(arc, side) <= TINY) continue;
      if (tree[j] === FREE) {
        tree[j] = side;
        parent[j] = reverse(arc);
        stamp[j] = stamp[i]!;
        distance[j] = distance[i]! + 1;
        activate(j);
      } else if (tree[j] !== side) {
        return side === SOURCE ? arc : reverse(arc);
      } else if (stamp[j]! <= stamp[i]! && distance[j]! > distance[i]!) {
        parent[j] = reverse(arc);
        stamp[j] = stamp[i]!;
        distance[j] = distance[i]! + 1;
      }
    }
    return -1;
  };

  /** Pushes as much as fits through the path over `middle`; nodes cut off become orphans. */
  const augment = (middle: number): void => {
    let least = capacity[middle]!;
    let i = middle >> bits;
    for (; parent[i] !== ROOT; i = neighbour[parent[i]!]!)
      least = Math.min(least, capacity[reverse(parent[i]!)]!);
    least = Math.min(least, terminal[i]!);
    let j = neighbour[middle]!;
    for (; parent[j] !== ROOT; j = neighbour[parent[j]!]!) least = Math.min(least, capacity[parent[j]!]!);
    least = Math.min(least, -terminal[j]!);

    capacity[middle]! -= least;
    capacity[reverse(middle)]! += least;
    const lose = (node: number): void => {
      parent[node] = LOST;
      orphans.push(node);
    };
    for (i = middle >> bits; parent[i] !== ROOT;) {
      const arc = parent[i]!;
      const next = neighbour[arc]!;
      const down = reverse(arc);
      capacity[arc]! += least;
      capacity[down]! -= least;
      if (capacity[down]! <= TINY) lose(i);
      i = next;
    }
    terminal[i]! -= least;
    if (terminal[i]! <= TINY) {
      terminal[i] = 0;
      lose(i);
    }
    for (j = neighbour[middle]!; parent[j] !== ROOT;) {
      const arc = parent[j]!;
      const next = neighbour[arc]!;
      capacity[reverse(arc)]! += least;
      capacity[arc]! -= least;
      if (capacity[arc]! <= TINY) lose(j);
      j = next;
    }
    terminal[j]! += least;
    if (terminal[j]! >= -TINY) {
      terminal[j] = 0;
      lose(j);
    }
  };

  /** Steps to the root of a node's tree, or -1 when its branch hangs loose. */
  const depth = (start: number): number => {
    let steps = 0;
    let i = start;
    for (;;) {
      if (stamp[i] === time) {
        steps += distance[i]!;
        break;
      }
      steps++;
      const arc = parent[i]!;
      if (arc === ROOT) {
        stamp[i] = time;
        distance[i] = 1;
        break;
      }
      if (arc < 0) return -1;
      i = neighbour[arc]!;
    }
    let left = steps;
    for (i = start; stamp[i] !== time; i = neighbour[parent[i]!]!) {
      stamp[i] = time;
      distance[i] = left--;
    }
    return steps;
  };

  const adopt = (i: number): void => {
    const side = tree[i]!;
    let best = NONE;
    let nearest = Infinity;
    for (let k = 0; k < degree; k++) {
      const arc = (i << bits) + k;
      const j = neighbour[arc]!;
      // flow must be able to come from j to i (source tree) or go from i to j (sink tree)
      if (j < 0 || tree[j] !== side || open(reverse(arc), side) <= TINY) continue;
      const steps = depth(j);
      if (steps > 0 && steps < nearest) {
        nearest = steps;
        best = arc;
      }
    }
    parent[i] = best;
    if (best !== NONE) {
      stamp[i] = time;
      distance[i] = nearest + 1;
      return;
    }
    for (let k = 0; k < degree; k++) {
      const arc = (i << bits) + k;
      const j = neighbour[arc]!;
      if (j < 0 || tree[j] !== side) continue;
      if (open(reverse(arc), side) > TINY) activate(j);
      if (parent[j]! >= 0 && neighbour[parent[j]!] === i) {
        parent[j] = LOST;
        orphans.push(j);
      }
    }
    tree[i] = FREE;
  };

  let count = 0;
  while (head !== tail) {
    const i = queue[head]!;
    if (tree[i] !== FREE) {
      const middle = grow(i);
      if (middle >= 0) {
        time++;
        augment(middle);
        while (orphans.length) {
          const batch = orphans;
          orphans = [];
          for (const orphan of batch) adopt(orphan);
        }
        if ((++count & 255) === 0) await work.breathe();
        continue;
      }
    }
    head = head === nodes ? 0 : head + 1;
    queued[i] = 0;
  }
  const side = new Uint8Array(nodes);
  for (let i = 0; i < nodes; i++) if (tree[i] === SOURCE) side[i] = 1;
  return side;
}
