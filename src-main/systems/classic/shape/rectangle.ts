/** Rectangles in quadrilaterals. */
import type { Point } from './projective.ts';

export interface Rectangle {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Twice the area, positive where the corners go clockwise on the screen. */
export const turning = (corners: readonly Point[]): number =>
  corners.reduce((sum, [x, y], k) => {
    const [u, v] = corners[(k + 1) % corners.length]!;
    return sum + x * v - u * y;
  }, 0);

/** Whether four corners go clockwise around something convex. */
export const isConvex = (corners: readonly Point[]): boolean =>
  corners.every((_, k) => {
    const three = [0, 1, 2].map((j) => corners[(k + j) % corners.length]!);
    return turning(three) > 0;
  });

/**
 * The largest upright rectangle of this aspect (width / height) inside a convex quadrilateral whose corners go
 * clockwise. Its middle and size are bounded by four half-planes, one a side: the best of that linear program lies
 * where three of them meet.
 */
export function largestInside(
  corners: readonly [Point, Point, Point, Point],
  aspect: number,
): Rectangle | null {
  // Side k allows a rectangle with middle (x, y) and height h where nx x + ny y + h reach ≤ limit.
  const sides = corners.map(([x, y], k) => {
    const [u, v] = corners[(k + 1) % 4]!;
    const nx = v - y;
    const ny = x - u;
    return { nx, ny, reach: (Math.abs(nx) * aspect + Math.abs(ny)) / 2, limit: nx * x + ny * y };
  });
  let best: { x: number; y: number; h: number } | null = null;
  for (let skipped = 0; skipped < 4; skipped++) {
    const [a, b, c] = sides.filter((_, k) => k !== skipped) as [Side, Side, Side];
    const solution = meet(a, b, c);
    const other = sides[skipped]!;
    if (!solution || !(solution.h > (best?.h ?? 0))) continue;
    const used = other.nx * solution.x + other.ny * solution.y + other.reach * solution.h;
    if (used <= other.limit + 1e-9 * Math.abs(other.limit) + 1e-9) best = solution;
  }
  if (!best) return null;
  const { x, y, h } = best;
  return { x1: x - (h * aspect) / 2, y1: y - h / 2, x2: x + (h * aspect) / 2, y2: y + h / 2 };
}

interface Side {
  nx: number;
  ny: number;
  reach: number;
  limit: number;
}

/** Where three sides are all touched (Cramer's rule); `null` where they never are at once. */
function meet(a: Side, b: Side, c: Side): { x: number; y: number; h: number } | null {
  type Row = [number, number, number];
  const det = (p: Row, q: Row, r: Row): number =>
    p[0] * (q[1] * r[2] - q[2] * r[1]) -
    p[1] * (q[0] * r[2] - q[2] * r[0]) +
    p[2] * (q[0] * r[1] - q[1] * r[0]);
  const rows = [a, b, c].map((s): Row => [s.nx, s.ny, s.reach]) as [Row, Row, Row];
  const whole = det(...rows);
  if (Math.abs(whole) < 1e-12 * (a.reach + b.reach + c.reach) ** 3) return null;
  const limits = [a.limit, b.limit, c.limit];
  const [x, y, h] = [0, 1, 2].map((column) => {
    const changed = rows.map((row, k): Row => {
      const copy: Row = [...row];
      copy[column] = limits[k]!;
      return copy;
    }) as [Row, Row, Row];
    return det(...changed) / whole;
  }) as Row;
  return { x, y, h };
}
