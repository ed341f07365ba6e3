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
 * where three of them meet. Of several as large, the one in the middle.
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
  const allows = ({ nx, ny, reach, limit }: Side, { x, y, h }: Place): boolean =>
    nx * x + ny * y + reach * h <= limit + 1e-9 * Math.abs(limit) + 1e-9;
  let best: Place | null = null;
  for (let skipped = 0; skipped < 4; skipped++) {
    const [a, b, c] = sides.filter((_, k) => k !== skipped) as [Side, Side, Side];
    const solution = meet(a, b, c);
    if (solution && solution.h > (best?.h ?? 0) && allows(sides[skipped]!, solution)) best = solution;
  }
  if (!best) return null;
  const { h } = best;
  // Between two parallel sides it may slide: in the middle it takes the same from both ends.
  const middle = { ...crossing(corners), h };
  const { x, y } = sides.every((side) => allows(side, middle)) ? middle : best;
  return { x1: x - (h * aspect) / 2, y1: y - h / 2, x2: x + (h * aspect) / 2, y2: y + h / 2 };
}

/** Where the diagonals meet: the middle of what was a rectangle. */
function crossing([a, b, c, d]: readonly [Point, Point, Point, Point]): { x: number; y: number } {
  const [ux, uy, vx, vy] = [c[0] - a[0], c[1] - a[1], d[0] - b[0], d[1] - b[1]];
  const t = ((b[0] - a[0]) * vy - (b[1] - a[1]) * vx) / (ux * vy - uy * vx);
  return { x: a[0] + t * ux, y: a[1] + t * uy };
}

/** The middle and the height of a rectangle. */
interface Place {
  x: number;
  y: number;
  h: number;
}

interface Side {
  nx: number;
  ny: number;
  reach: number;
  limit: number;
}

/** Where three sides are all touched (Cramer's rule); `null` where they never are at once. */
function meet(a: Side, b: Side, c: Side): Place | null {
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
