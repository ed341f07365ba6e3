/** The four corners of something that was a rectangle: read from a mask, and what its sides measured. */
import { boundsOf, type Mask } from '../../../runtime/raster/raster.ts';
import type { Point } from './projective.ts';
import { turning } from './rectangle.ts';

export type Corners = readonly [Point, Point, Point, Point];

/** How much of a quadrilateral its mask has to fill. */
const filled = 0.9;

/**
 * The corners (top left, top right, bottom right, bottom left, in pixels) of the quadrilateral that a mask fills;
 * `null` when it has another shape.
 */
export function cornersOfMask(mask: Mask): Corners | null {
  const outline = hull(mask);
  if (outline.length < 4) return null;
  let corners = outline;
  while (corners.length > 4) {
    const fewer = withoutSide(corners);
    if (!fewer) return null;
    corners = fewer;
  }
  const area = turning(corners) / 2;
  let inside = 0;
  for (const alpha of mask.data) if (alpha >= 128) inside++;
  if (!(inside > filled * area)) return null;
  return fromTopLeft(corners);
}

/** The convex outline of the solid pixels, clockwise (Andrew's monotone chain, over the ends of the rows). */
function hull(mask: Mask): Point[] {
  const bounds = boundsOf(mask, 128);
  if (!bounds) return [];
  const left: Point[] = [];
  const right: Point[] = [];
  const add = (chain: Point[], point: Point, sign: number): void => {
    while (chain.length > 1 && sign * turning([chain.at(-2)!, chain.at(-1)!, point]) <= 0) chain.pop();
    chain.push(point);
  };
  for (let y = bounds.y1; y < bounds.y2; y++) {
    const row = mask.data.subarray(y * mask.width, (y + 1) * mask.width);
    const first = row.findIndex((v) => v >= 128);
    if (first < 0) continue;
    const last = row.findLastIndex((v) => v >= 128) + 1;
    for (const edge of [y, y + 1]) {
      add(left, [first, edge], -1);
      add(right, [last, edge], 1);
    }
  }
  return [...right, ...left.reverse()].filter(([x, y], k, all) => {
    const [u, v] = all[(k + 1) % all.length]!;
    return x !== u || y !== v;
  });
}

/** The polygon with the side gone whose neighbours, made longer, add the least area; `null` where none can go. */
function withoutSide(corners: readonly Point[]): Point[] | null {
  const n = corners.length;
  let best: { added: number; k: number; point: Point } | undefined;
  for (let k = 0; k < n; k++) {
    const a = corners[(k + n - 1) % n]!;
    const b = corners[k]!;
    const c = corners[(k + 1) % n]!;
    const d = corners[(k + 2) % n]!;
    const point = crossing(a, b, d, c);
    if (!point) continue;
    const added = turning([b, point, c]);
    if (added >= 0 && (!best || added < best.added)) best = { added, k, point };
  }
  if (!best) return null;
  const { k, point } = best;
  const next = (k + 1) % n;
  return corners.flatMap((corner, j) => (j === k ? [point] : j === next ? [] : [corner]));
}

/** Where the line from a through b meets the line from c through d, beyond b and d. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point | null {
  const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
  const [vx, vy] = [d[0] - c[0], d[1] - c[1]];
  const det = ux * vy - uy * vx;
  if (Math.abs(det) < 1e-9) return null;
  const t = ((c[0] - b[0]) * vy - (c[1] - b[1]) * vx) / det;
  const s = ((c[0] - b[0]) * uy - (c[1] - b[1]) * ux) / det;
  return t >= 0 && s >= 1 ? [b[0] + t * ux, b[1] + t * uy] : null;
}

/** The same corners, beginning with the one nearest to the top left. */
function fromTopLeft(corners: readonly Point[]): Corners {
  const first = corners.reduce(
    (best, [x, y], k) => (x + y < corners[best]![0] + corners[best]![1] ? k : best),
    0,
  );
  return [0, 1, 2, 3].map((k) => corners[(first + k) % 4]!) as unknown as Corners;
}

/**
 * Width over height of the rectangle that a camera saw like this: Zhang and He, "Whiteboard scanning and image
 * enhancement", 2007, sections 3.1 and 3.2. Its focal length comes from the corners where they tell one that a lens
 * could have, and is assumed where they don't (where opposite sides are parallel).
 */
export function aspectOf(corners: Corners, image: { width: number; height: number }): number {
  type Vector = [number, number, number];
  const longer = Math.max(image.width, image.height);
  const at = ([x, y]: Point): Vector => [(x - image.width / 2) / longer, (y - image.height / 2) / longer, 1];
  const cross = (a: Vector, b: Vector): Vector => [
    a[1] * b[2] - a[2] * b[1],
    a[2] * b[0] - a[0] * b[2],
    a[0] * b[1] - a[1] * b[0],
  ];
  const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const [m1, m2, m4, m3] = corners.map(at) as [Vector, Vector, Vector, Vector];
  const k2 = dot(cross(m1, m4), m3) / dot(cross(m2, m4), m3);
  const k3 = dot(cross(m1, m4), m2) / dot(cross(m3, m4), m2);
  const n2 = m2.map((v, i) => k2 * v - m1[i]!) as Vector;
  const n3 = m3.map((v, i) => k3 * v - m1[i]!) as Vector;
  const slant = n2[2] * n3[2];
  const told = Math.abs(slant) > 1e-4 ? -(n2[0] * n3[0] + n2[1] * n3[1]) / slant : NaN;
  const squared = told > shortLens ** 2 && told < longLens ** 2 ? told : usualLens ** 2;
  const length = (n: Vector): number => (n[0] ** 2 + n[1] ** 2) / squared + n[2] ** 2;
  return Math.sqrt(length(n2) / length(n3));
}

/** Focal lengths in units of the picture's longer side: 18, 45 and 220 mm on a 36 mm frame. */
const shortLens = 0.5;
const usualLens = 1.25;
const longLens = 6;
