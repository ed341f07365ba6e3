/**
 * Closed outlines around a point, found in polar coordinates.
 *
 * After Mishra, Aloimonos and Cheong, "Active segmentation with fixation" (ICCV 2009): around the point an outline is
 * a path r(angle), every angle counts the same, so small outlines are not favoured as they are in the plane. Radii
 * are spaced logarithmically, so that a step of so many cells is the same slope at every distance, and the best closed
 * path is found exactly enough by dynamic programming over a lap with a run-up.
 */
import { ORIENTATIONS, type Boundaries } from './boundary.ts';

export const ANGLES = 160;
const GROWTH = 1.02;
const INNER = 2;
/** Angles before the lap that is kept. */
const RUN_UP = ANGLES / 2;
/** The steepest step between neighbouring angles, in cells. */
const STEEP = 8;
/** What following the picture's edge costs: an object may be cut off by it, but it is no outline. */
const BORDER_COST = 0.55;

export interface Polar {
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

export function polarAround(boundaries: Boundaries, x: number, y: number): Polar {
  const { width, height, strength } = boundaries;
  const far = Math.hypot(Math.max(x, width - x), Math.max(y, height - y)) + 2;
  const cells = Math.max(2, Math.ceil(Math.log(far / INNER) / Math.log(GROWTH)) + 1);
  const radii = Float32Array.from({ length: cells }, (_, j) => INNER * GROWTH ** j);
  const cost = new Float32Array(ORIENTATIONS * ANGLES * cells).fill(1);
  const edge = new Uint16Array(ANGLES).fill(cells - 1);
  const area = width * height;
  for (let t = 0; t < ANGLES; t++) {
    const cos = Math.cos((t * 2 * Math.PI) / ANGLES);
    const sin = Math.sin((t * 2 * Math.PI) / ANGLES);
    for (let j = 0; j < cells; j++) {
      const r = radii[j]!;
      if (!inside(x + r * cos, y + r * sin, width, height)) {
        edge[t] = j;
        break;
      }
      // a far cell is several pixels long: the strongest of them counts
      const samples = Math.max(1, Math.round(r * (GROWTH - 1)));
      for (let s = 0; s < samples; s++) {
        const at = r * (1 + ((s + 0.5) / samples - 0.5) * (GROWTH - 1));
        const px = Math.min(width - 1, Math.max(0, Math.floor(x + at * cos)));
        const py = Math.min(height - 1, Math.max(0, Math.floor(y + at * sin)));
        for (let k = 0; k < ORIENTATIONS; k++) {
          const o = (k * ANGLES + t) * cells + j;
          const c = 1 - strength[k * area + py * width + px]!;
          if (c < cost[o]!) cost[o] = c;
        }
      }
    }
  }
  return { x, y, cells, radii, cost, edge };
}

const inside = (x: number, y: number, width: number, height: number): boolean =>
  x >= 0 && y >= 0 && x < width && y < height;

/** For each angle and step, the orientation of the outline's normal; for each step, its length relative to a level one. */
const STEPS = 2 * STEEP + 1;
const stretch = new Float32Array(STEPS);
const normal = new Uint8Array(ANGLES * STEPS);
for (let s = 0; s < STEPS; s++) {
  const slope = ((s - STEEP) * Math.log(GROWTH) * ANGLES) / (2 * Math.PI);
  stretch[s] = Math.hypot(1, slope);
  for (let t = 0; t < ANGLES; t++) {
    const angle = (t * 2 * Math.PI) / ANGLES - Math.atan(slope);
    normal[t * STEPS + s] =
      ((Math.round((angle * ORIENTATIONS) / Math.PI) % ORIENTATIONS) + ORIENTATIONS) % ORIENTATIONS;
  }
}

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
  const { stiff = 0 } = options;
  const rows = RUN_UP + ANGLES;
  if (steps.length < rows * cells) steps = new Int8Array(rows * cells);
  const back = steps;
  let previous = new Float32Array(cells).fill(Infinity);
  let current = new Float32Array(cells);
  let before: readonly [number, number] = [0, 0];
  for (let n = 0; n < rows; n++) {
    const t = (n + ANGLES - RUN_UP) % ANGLES;
    const [first, wanted] = options.range(t);
    const last = Math.min(wanted, edge[t]!);
    const low = Math.min(first, last);
    // the picture's edge costs what it costs, whatever the outline's slope
    const clear = last === edge[t] ? last - 1 : last;
    current.fill(Infinity);
    const row = back.subarray(n * cells, (n + 1) * cells);
    if (n === 0) {
      const level = (normal[t * STEPS + STEEP]! * ANGLES + t) * cells;
      for (let j = low; j <= clear; j++) current[j] = cost[level + j]!;
      if (clear < last) current[last] = BORDER_COST;
    } else {
      for (let s = STEEP; s >= -STEEP; s--) {
        const at = (normal[t * STEPS + s + STEEP]! * ANGLES + t) * cells;
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
  const path = new Uint16Array(ANGLES);
  let j = end;
  for (let n = rows - 1; n >= RUN_UP; n--) {
    path[n - RUN_UP] = j;
    j -= back[n * cells + j]!;
  }
  return { path, cost: pathCost(polar, path) };
}

/** Mean cost of a path's edges, without the region's. */
function pathCost(polar: Polar, path: Uint16Array): number {
  const { cells, cost, edge } = polar;
  let sum = 0;
  for (let t = 0; t < ANGLES; t++) {
    const j = path[t]!;
    const s = Math.min(STEPS - 1, Math.max(0, j - path[(t + ANGLES - 1) % ANGLES]! + STEEP));
    sum += j === edge[t] ? BORDER_COST : cost[(normal[t * STEPS + s]! * ANGLES + t) * cells + j]!;
  }
  return sum / ANGLES;
}

/** The pixels within an outline: 1 inside. */
export function fillOutline(polar: Polar, path: Uint16Array, width: number, height: number): Uint8Array {
  const mask = new Uint8Array(width * height);
  const radius = Float32Array.from({ length: ANGLES + 1 }, (_, t) => polar.radii[path[t % ANGLES]!]!);
  const most = radius.reduce((a, b) => Math.max(a, b), 0);
  const top = Math.max(0, Math.floor(polar.y - most));
  const left = Math.max(0, Math.floor(polar.x - most));
  for (let y = top; y < Math.min(height, polar.y + most); y++) {
    for (let x = left; x < Math.min(width, polar.x + most); x++) {
      const dx = x + 0.5 - polar.x;
      const dy = y + 0.5 - polar.y;
      const square = dx * dx + dy * dy;
      if (square >= most * most) continue;
      const turn = ((Math.atan2(dy, dx) / (2 * Math.PI) + 1) % 1) * ANGLES;
      const t = Math.min(ANGLES - 1, Math.floor(turn));
      const r = radius[t]! + (radius[t + 1]! - radius[t]!) * (turn - t);
      if (square < r * r) mask[y * width + x] = 1;
    }
  }
  return mask;
}
