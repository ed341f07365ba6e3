/** The outline of a mask as closed loops, by following the cracks between inside and outside. */

/** Directions: 0 right, 1 down, 2 left, 3 up; the inside lies to the right of a step (y points down). */
const DX = [1, 0, -1, 0] as const;
const DY = [0, 1, 0, -1] as const;

/**
 * Loops of (x, y) pairs in pixels of the mask, one Float32Array a loop: corners cut through the middle of each
 * crack, so that stairs become slopes. `inside` holds `width * height` values, row by row; over 127 is inside.
 */
export function traceContours(inside: Uint8Array, width: number, height: number): Float32Array[] {
  const across = width + 1;
  const open = new Uint8Array(across * (height + 1)); // bit d: an unused crack leaves this corner in direction d
  const at = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && inside[y * width + x]! > 127;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (inside[y * width + x]! <= 127) continue;
      const corner = y * across + x;
      if (!at(x, y - 1)) open[corner]! |= 1;
      if (!at(x + 1, y)) open[corner + 1]! |= 2;
      if (!at(x, y + 1)) open[corner + across + 1]! |= 4;
      if (!at(x - 1, y)) open[corner + across]! |= 8;
    }
  const loops: Float32Array[] = [];
  for (let start = 0; start < open.length; start++) {
    while (open[start]) loops.push(follow(open, start, across));
  }
  return loops;
}

function follow(open: Uint8Array, start: number, across: number): Float32Array {
  const points: number[] = [];
  let corner = start;
  let direction = Math.log2(open[start]! & -open[start]!);
  let x = start % across;
  let y = (start - x) / across;
  do {
    open[corner]! &= ~(1 << direction);
    points.push(x + DX[direction]! / 2, y + DY[direction]! / 2);
    x += DX[direction]!;
    y += DY[direction]!;
    corner = y * across + x;
    // Right first: pixels that touch only at a corner stay two loops.
    const next = [1, 0, 3].map((turn) => (direction + turn) % 4).find((d) => open[corner]! & (1 << d));
    if (next === undefined) break;
    direction = next;
  } while (corner !== start || open[corner]! & (1 << direction));
  return withoutStraights(points);
}

/** Leaves out points in the middle of a straight line. */
function withoutStraights(points: number[]): Float32Array {
  const count = points.length / 2;
  const kept: number[] = [];
  for (let i = 0; i < count; i++) {
    const before = (i + count - 1) % count;
    const after = (i + 1) % count;
    const x = points[2 * i]!;
    const y = points[2 * i + 1]!;
    const cross =
      (x - points[2 * before]!) * (points[2 * after + 1]! - y) -
      (y - points[2 * before + 1]!) * (points[2 * after]! - x);
    if (cross !== 0) kept.push(x, y);
  }
  return Float32Array.from(kept);
}
