/** The outlines of a mask as smooth closed lines. */

export interface Contour {
  /** Places along the line, about a pixel apart, in pixels of the size asked for; the line closes from last to first. */
  x: Float32Array;
  y: Float32Array;
  /** Unit normals, towards the inside. */
  nx: Float32Array;
  ny: Float32Array;
  /** 1 where the line runs along the picture's border, which is nothing's rim. */
  border: Uint8Array;
}

/** Deviation of the smoothing that takes a mask's stairs away, in steps of the mask. */
const SMOOTH = 2;
/** Half the way over which a normal is taken, in places. */
const TANGENT = 4;
/** Outlines of fewer steps than this are specks. */
const SPECK = 24;

const DX = [1, 0, -1, 0] as const;
const DY = [0, 1, 0, -1] as const;

/**
 * @param mask 1 inside
 * @param at the size, of the same shape, in whose pixels the lines are given
 */
export function contoursOf(
  mask: Uint8Array,
  { width, height }: { width: number; height: number },
  at: { width: number; height: number },
): Contour[] {
  const inside = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] === 1;
  const seen = new Uint8Array(mask.length);
  const found: Contour[] = [];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (seen[y * width + x] || !inside(x, y) || inside(x, y - 1)) continue;
      const steps = trace(inside, seen, width, x, y);
      if (steps.length < 2 * SPECK) continue;
      found.push(contour(steps, { width, height }, at));
    }
  return found;
}

/** The middles of the steps between pixels along one outline, x and y in turn, the inside at the right hand. */
function trace(
  inside: (x: number, y: number) => boolean,
  seen: Uint8Array,
  width: number,
  left: number,
  top: number,
): number[] {
  const steps: number[] = [];
  let x = left;
  let y = top;
  let d = 0;
  do {
    if (d === 0) seen[y * width + x] = 1;
    steps.push(x + DX[d]! / 2, y + DY[d]! / 2);
    x += DX[d]!;
    y += DY[d]!;
    // the pixels ahead of the corner that was reached, at either hand
    const [ax, ay] = [DX[d]! - 1, DY[d]! - 1];
    const [rx, ry] = [x + (ax - DY[d]!) / 2, y + (ay + DX[d]!) / 2];
    const [lx, ly] = [x + (ax + DY[d]!) / 2, y + (ay - DX[d]!) / 2];
    if (!inside(rx, ry)) d = (d + 1) & 3;
    else if (inside(lx, ly)) d = (d + 3) & 3;
  } while (x !== left || y !== top || d !== 0);
  return steps;
}

function contour(
  steps: number[],
  size: { width: number; height: number },
  at: { width: number; height: number },
): Contour {
  const n = steps.length / 2;
  const kernel = Array.from({ length: 6 * SMOOTH + 1 }, (_, k) =>
    Math.exp(-0.5 * ((k - 3 * SMOOTH) / SMOOTH) ** 2),
  );
  const total = kernel.reduce((a, b) => a + b, 0);
  const smooth = (o: 0 | 1, scale: number): Float64Array =>
    Float64Array.from({ length: n + 1 }, (_, i) => {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++)
        sum += kernel[k]! * steps[2 * ((i + k - 3 * SMOOTH + n * kernel.length) % n) + o]!;
      return (scale * sum) / total;
    });
  const sx = smooth(0, at.width / size.width);
  const sy = smooth(1, at.height / size.height);
  const way = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) way[i + 1] = way[i]! + Math.hypot(sx[i + 1]! - sx[i]!, sy[i + 1]! - sy[i]!);
  const count = Math.max(8, Math.round(way[n]!));
  const line = { x: new Float32Array(count), y: new Float32Array(count), border: new Uint8Array(count) };
  for (let k = 0, i = 0; k < count; k++) {
    const goal = (k * way[n]!) / count;
    while (way[i + 1]! < goal) i++;
    const t = (goal - way[i]!) / Math.max(1e-9, way[i + 1]! - way[i]!);
    line.x[k] = sx[i]! + t * (sx[i + 1]! - sx[i]!);
    line.y[k] = sy[i]! + t * (sy[i + 1]! - sy[i]!);
    const [u, v] = [steps[2 * i]!, steps[2 * i + 1]!];
    line.border[k] = u < 1 || v < 1 || u > size.width - 1 || v > size.height - 1 ? 1 : 0;
  }
  return { ...line, ...normalsOf(line.x, line.y) };
}

/** Unit normals of a closed line, at its right hand. */
export function normalsOf(x: Float32Array, y: Float32Array): { nx: Float32Array; ny: Float32Array } {
  const n = x.length;
  const nx = new Float32Array(n);
  const ny = new Float32Array(n);
  const reach = Math.min(TANGENT, n >> 2);
  for (let k = 0; k < n; k++) {
    const [a, b] = [(k + n - reach) % n, (k + reach) % n];
    const [tx, ty] = [x[b]! - x[a]!, y[b]! - y[a]!];
    const length = Math.hypot(tx, ty) || 1;
    nx[k] = -ty / length;
    ny[k] = tx / length;
  }
  return { nx, ny };
}
