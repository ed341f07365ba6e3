/**
 * Maps between planes. Coordinates are in pixels and continuous: pixel (i, j) covers [i, i+1) × [j, j+1), its centre
 * lies at (i + 0.5, j + 0.5).
 */

export type Point = readonly [x: number, y: number];

/** A 3 × 3 matrix by rows; (x, y) goes to ((ax+by+c)/w, (dx+ey+f)/w) with w = gx+hy+i. */
export type Projective = readonly [number, number, number, number, number, number, number, number, number];

export const shift = (dx: number, dy: number): Projective => [1, 0, dx, 0, 1, dy, 0, 0, 1];
export const stretch = (sx: number, sy: number): Projective => [sx, 0, 0, 0, sy, 0, 0, 0, 1];

/** Clockwise on the screen, about the origin. Multiples of 90° are exact. */
export function turn(degrees: number): Projective {
  const quarter = degrees % 90 === 0;
  const angle = (degrees * Math.PI) / 180;
  const cos = quarter ? Math.round(Math.cos(angle)) : Math.cos(angle);
  const sin = quarter ? Math.round(Math.sin(angle)) : Math.sin(angle);
  return [cos, -sin, 0, sin, cos, 0, 0, 0, 1];
}

/** The map that does each of `maps` after the one before it. */
export const chain = (...maps: readonly Projective[]): Projective =>
  maps.reduce((done, next) => multiply(next, done));

function multiply(a: Projective, b: Projective): Projective {
  const cell = (r: number, c: number): number =>
    a[3 * r]! * b[c]! + a[3 * r + 1]! * b[3 + c]! + a[3 * r + 2]! * b[6 + c]!;
  return [
    cell(0, 0),
    cell(0, 1),
    cell(0, 2),
    cell(1, 0),
    cell(1, 1),
    cell(1, 2),
    cell(2, 0),
    cell(2, 1),
    cell(2, 2),
  ];
}

/** The way back. The matrix must not be singular. */
export function inverse([a, b, c, d, e, f, g, h, i]: Projective): Projective {
  const [A, B, C] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const s = 1 / (a * A + b * B + c * C);
  return [
    A * s,
    (c * h - b * i) * s,
    (b * f - c * e) * s,
    B * s,
    (a * i - c * g) * s,
    (c * d - a * f) * s,
    C * s,
    (b * g - a * h) * s,
    (a * e - b * d) * s,
  ];
}

export function project([a, b, c, d, e, f, g, h, i]: Projective, [x, y]: Point): Point {
  const w = g * x + h * y + i;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}

/** The map of the unit square's corners (0, 0), (1, 0), (1, 1), (0, 1) to these (Heckbert 1989, section 2.2.3). */
export function fromUnitSquare([p, q, r, s]: readonly [Point, Point, Point, Point]): Projective {
  const dx = p[0] - q[0] + r[0] - s[0];
  const dy = p[1] - q[1] + r[1] - s[1];
  const [x1, y1] = [q[0] - r[0], q[1] - r[1]];
  const [x2, y2] = [s[0] - r[0], s[1] - r[1]];
  const det = x1 * y2 - x2 * y1;
  const g = (dx * y2 - x2 * dy) / det;
  const h = (x1 * dy - dx * y1) / det;
  return [
    q[0] - p[0] + g * q[0],
    s[0] - p[0] + h * s[0],
    p[0],
    q[1] - p[1] + g * q[1],
    s[1] - p[1] + h * s[1],
    p[1],
    g,
    h,
    1,
  ];
}

/** The smallest box of whole pixels around points. */
export function boxAround(points: readonly Point[]): { x1: number; y1: number; x2: number; y2: number } {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const slack = 1e-6;
  return {
    x1: Math.floor(Math.min(...xs) + slack),
    y1: Math.floor(Math.min(...ys) + slack),
    x2: Math.ceil(Math.max(...xs) - slack),
    y2: Math.ceil(Math.max(...ys) - slack),
  };
}

/** The corners of a box, clockwise from the top left. */
export const cornersOf = (box: {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}): [Point, Point, Point, Point] => [
  [box.x1, box.y1],
  [box.x2, box.y1],
  [box.x2, box.y2],
  [box.x1, box.y2],
];
