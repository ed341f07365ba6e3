/**
 * Closed outlines around a point, found in polar coordinates.
 *
 * After Mishra, Aloimonos and Cheong, "Active segmentation with fixation" (ICCV 2009): around the point an outline is
 * a path r(angle), every angle counts the same, so small outlines are not favoured as they are in the plane. Radii
 * are spaced logarithmically, so that a step of so many cells is the same slope at every distance, and the best closed
 * path is found exactly enough by dynamic programming over a lap with a run-up.
 */
import { ORIENTATIONS, type Boundaries } from './boundary.ts';

const INNER = 2;
/** The steepest step between neighbouring angles, in cells. */
const STEEP = 8;
/** What following the picture's edge costs: an object may be cut off by it, but it is no outline. */
const BORDER_COST = 0.55;

/** How finely an outline is looked for. Both at half leave the slopes of an outline's steps as they are. */
export interface Grid {
  angles: number;
  /** Each cell's radius over the one before. */
  growth: number;
  /** For each step of an outline from one angle to the next, its length relative to a level one. */
  stretch: Float32Array;
  /** For each angle and step, the orientation of the outline's normal. */
  normal: Uint8Array;
}

export interface Polar {
  grid: Grid;
  /** The point, in pixels of the boundaries' size. */
  x: number;
  y: number;
  cells: number;
  /** Radius of each cell, in pixels. */
  radii: Float32Array;
  /** Cost 0..1 of an outline through a cell for each orientation of its normal: [orientation][angle][cell]. */
  cost: Float32Array;
  /** First cell of each angle that lies outside the picture. */
  edge: Uint16Array;
}

const STEPS = 2 * STEEP + 1;

function gridOf(angles: number, growth: number): Grid {
  const stretch = new Float32Array(STEPS);
  const normal = new Uint8Array(angles * STEPS);
  for (let s = 0; s < STEPS; s++) {
    const slope = ((s - STEEP) * Math.log(growth) * angles) / (2 * Math.PI);
    stretch[s] = Math.hypot(1, slope);
    for (let t = 0; t < angles; t++) {
      const angle = (t * 2 * Math.PI) / angles - Math.atan(slope);
      normal[t * STEPS + s] =
        ((Math.round((angle * ORIENTATIONS) / Math.PI) % ORIENTATIONS) + ORIENTATIONS) % ORIENTATIONS;
    }
  }
  return { angles, growth, stretch, normal };
}

export const FINE = gridOf(160, 1.02);
/** A quarter of the work. */
export const ROUGH = gridOf(80, 1.04);

export function polarAround(boundaries: Boundaries, x: number, y: number, grid: Grid = FINE): Polar {
  const { angles, growth } = grid;
  const { width, height, strength } = boundaries;
  const far = Math.hypot(Math.max(x, width - x), Math.max(y, height - y)) + 2;
  const cells = Math.max(2, Math.ceil(Math.log(far / INNER) / Math.log(growth)) + 1);
  const radii = Float32Array.from({ length: cells }, (_, j) => INNER * growth ** j);
  const cost = new Float32Array(ORIENTATIONS * angles * cells).fill(1);
  const edge = new Uint16Array(angles).fill(cells - 1);
  const area = width * height;
  for (let t = 0; t < angles; t++) {
    const cos = Math.cos((t * 2 * Math.PI) / angles);
    const sin = Math.sin((t * 2 * Math.PI) / angles);
    for (let j = 0; j < cells; j++) {
      const r = radii[j]!;
      if (!inside(x + r * cos, y + r * sin, width, height)) {
        edge[t] = j;
        break;
      }
      // a far cell is several pixels long: the strongest of them counts
      const samples = Math.max(1, Math.round(r * (growth - 1)));
      for (let s = 0; s < samples; s++) {
        const at = r * (1 + ((s + 0.5) / samples - 0.5) * (growth - 1));
        const px = Math.min(width - 1, Math.max(0, Math.floor(x + at * cos)));
        const py = Math.min(height - 1, Math.max(0, Math.floor(y + at * sin)));
        for (let k = 0; k < ORIENTATIONS; k++) {
          const o = (k * angles + t) * cells + j;
          const c = 1 - strength[k * area + py * width + px]!;
          if (c < cost[o]!) cost[o] = c;
        }
      }
    }
  }
  return { grid, x, y, cells, radii, cost, edge };
}

const inside = (x: number, y: number, width: number, height: number): boolean =>
  x >= 0 && y >= 0 && x < width && y < height;

export interface Outline {
  /** The outline's cell at each angle. */
  path: Uint16Array;
  /** Mean cost over the angles. */
  cost: number;
}

export interface OutlineOptions {
  /** Cells allowed at each angle: `[first, last]`, both included. */
  range: (angle: number) => readonly [number, number];
  /** What an outline at a cell costs beside its edge: [angle][cell]; absent: nothing. */
  region?: Float32Array;
  /** What a slope costs (times its square, in cells an angle): how little an outline turns after every strong edge. */
  stiff?: number;
}

/** Where each cell's outline came from; one for all searches, none of which outlives another. */
let steps = new Int8Array(0);

/** The cheapest closed outline. `null` when no outline fits the ranges. */
export function bestOutline(polar: Polar, options: OutlineOptions): Outline | null {
  const { cells, cost, edge } = polar;
  const { angles, stretch, normal } = polar.grid;
  const { stiff = 0 } = options;
  // angles before the lap that is kept
  const runUp = angles / 2;
  const rows = runUp + angles;
  if (steps.length < rows * cells) steps = new Int8Array(rows * cells);
  const back = steps;
  let previous = new Float32Array(cells).fill(Infinity);
  let current = new Float32Array(cells);
  let before: readonly [number, number] = [0, 0];
  for (let n = 0; n < rows; n++) {
    const t = (n + angles - runUp) % angles;
    const [first, wanted] = options.range(t);
    const last = Math.min(wanted, edge[t]!);
    const low = Math.min(first, last);
    // the picture's edge costs what it costs, whatever the outline's slope
    const clear = last === edge[t] ? last - 1 : last;
    current.fill(Infinity);
    const row = back.subarray(n * cells, (n + 1) * cells);
    if (n === 0) {
      const level = (normal[t * STEPS + STEEP]! * angles + t) * cells;
      for (let j = low; j <= clear; j++) current[j] = cost[level + j]!;
      if (clear < last) current[last] = BORDER_COST;
    } else {
      for (let s = STEEP; s >= -STEEP; s--) {
        const at = (normal[t * STEPS + s + STEEP]! * angles + t) * cells;
        const long = stretch[s + STEEP]!;
        const turn = stiff * s * s;
        const to = Math.min(clear, before[1] + s);
        for (let j = Math.max(low, before[0] + s); j <= to; j++) {
          const sum = previous[j - s]! + cost[at + j]! * long + turn;
          if (sum < current[j]!) {
            current[j] = sum;
            row[j] = s;
          }
        }
        const i = last - s;
        if (clear < last && i >= 0 && i < cells && previous[i]! + BORDER_COST < current[last]!) {
          current[last] = previous[i]! + BORDER_COST;
          row[last] = s;
        }
      }
    }
    if (options.region) for (let j = low; j <= last; j++) current[j]! += options.region[t * cells + j]!;
    before = [low, last];
    [previous, current] = [current, previous];
  }
  let end = 0;
  for (let j = 1; j < cells; j++) if (previous[j]! < previous[end]!) end = j;
  if (previous[end] === Infinity) return null;
  // the lap has forgotten where the run-up began
  const path = new Uint16Array(angles);
  let j = end;
  for (let n = rows - 1; n >= runUp; n--) {
    path[n - runUp] = j;
    j -= back[n * cells + j]!;
  }
  return { path, cost: pathCost(polar, path) };
}

/** Mean cost of a path's edges, without the region's. */
function pathCost(polar: Polar, path: Uint16Array): number {
  const { cells, cost, edge } = polar;
  const { angles, normal } = polar.grid;
  let sum = 0;
  for (let t = 0; t < angles; t++) {
    const j = path[t]!;
    const s = Math.min(STEPS - 1, Math.max(0, j - path[(t + angles - 1) % angles]! + STEEP));
    sum += j === edge[t] ? BORDER_COST : cost[(normal[t * STEPS + s]! * angles + t) * cells + j]!;
  }
  return sum / angles;
}

/** The pixels within an outline: 1 inside. */
export function fillOutline(polar: Polar, path: Uint16Array, width: number, height: number): Uint8Array {
  const { angles } = polar.grid;
  const mask = new Uint8Array(width * height);
  const radius = Float32Array.from({ length: angles + 1 }, (_, t) => polar.radii[path[t % angles]!]!);
  const most = radius.reduce((a, b) => Math.max(a, b), 0);
  const top = Math.max(0, Math.floor(polar.y - most));
  const left = Math.max(0, Math.floor(polar.x - most));
  for (let y = top; y < Math.min(height, polar.y + most); y++) {
    for (let x = left; x < Math.min(width, polar.x + most); x++) {
      const dx = x + 0.5 - polar.x;
      const dy = y + 0.5 - polar.y;
      const square = dx * dx + dy * dy;
      if (square >= most * most) continue;
      const turn = ((Math.atan2(dy, dx) / (2 * Math.PI) + 1) % 1) * angles;
      const t = Math.min(angles - 1, Math.floor(turn));
      const r = radius[t]! + (radius[t + 1]! - radius[t]!) * (turn - t);
      if (square < r * r) mask[y * width + x] = 1;
    }
  }
  return mask;
}
