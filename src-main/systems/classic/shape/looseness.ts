/** Does a mask follow the outline of a thing, or was it drawn loosely through its surroundings? */
import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Point } from './projective.ts';

/** Contrast (coded, 0..1) that an outline shows at least, and how much more than its surroundings have anyway. */
const faint = 0.05;
const more = 1.5;

/**
 * How loosely the mask lies at points of its outline (in pixels of the picture): near 1 where the picture changes no
 * more across the outline than it does to both sides of it, near 0 where there is an edge.
 * @param radius of the windows that are compared, in pixels
 */
export async function loosenessAlong(
  image: Raster,
  mask: Mask,
  points: readonly Point[],
  radius: number,
  work: Work,
): Promise<Float32Array> {
  const contrasts = new Float32Array(points.length);
  const usual = new Float32Array(points.length);
  let sum = 0;
  for (const [k, [u, v]] of points.entries()) {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    const { contrast, nx, ny } = across(image, mask, x, y, radius);
    contrasts[k] = contrast;
    const away = 2 * radius + 1;
    const inner = beside(image, x + nx * away, y + ny * away, nx, ny, radius);
    const outer = beside(image, x - nx * away, y - ny * away, nx, ny, radius);
    usual[k] = (inner + outer) / 2;
    sum += usual[k]!;
    if (k % 64 === 0) await work.breathe();
  }
  const overall = sum / Math.max(1, points.length);
  return contrasts.map((c, k) => {
    const expected = faint + (more * (usual[k]! + overall)) / 2;
    return Number.isFinite(c) ? Math.exp(-((c / expected) ** 2)) : 0;
  });
}

const sums = new Float64Array(6);

/** The contrast between the two sides of the mask, and the direction inwards; infinite where a side is missing. */
function across(image: Raster, mask: Mask, x: number, y: number, radius: number) {
  let [inX, inY, outX, outY] = [0, 0, 0, 0];
  const counts = compare(image, x, y, radius, (dx, dy, p) => {
    const coverage = mask.data[p]!;
    if (coverage > 25 && coverage < 230) return -1;
    if (coverage) {
      inX += dx;
      inY += dy;
      return 0;
    }
    outX += dx;
    outY += dy;
    return 1;
  });
  const [inside, outside] = counts;
  if (!inside || !outside) return { contrast: Infinity, nx: 0, ny: 0 };
  const nx = inX / inside - outX / outside;
  const ny = inY / inside - outY / outside;
  const length = Math.hypot(nx, ny) || 1;
  return { contrast: contrastOf(inside, outside), nx: nx / length, ny: ny / length };
}

/** The contrast across a line through (x, y) whose normal is (nx, ny); 0 beyond the picture. */
function beside(image: Raster, x: number, y: number, nx: number, ny: number, radius: number): number {
  const [cx, cy] = [Math.round(x), Math.round(y)];
  const [one, other] = compare(image, cx, cy, radius, (dx, dy) => {
    const side = dx * nx + dy * ny;
    return Math.abs(side) < 0.5 ? -1 : side > 0 ? 0 : 1;
  });
  return one && other ? contrastOf(one, other) : 0;
}

/** Sums up the colours of two sides of a window. `sideOf` says 0, 1, or -1 for neither. */
function compare(
  { width, height, channels, data }: Raster,
  x: number,
  y: number,
  radius: number,
  sideOf: (dx: number, dy: number, pixel: number) => number,
): [number, number] {
  sums.fill(0);
  const counts: [number, number] = [0, 0];
  const scale = data instanceof Uint16Array ? 1 / 65_535 : 1 / 255;
  for (let py = Math.max(0, y - radius); py <= Math.min(height - 1, y + radius); py++)
    for (let px = Math.max(0, x - radius); px <= Math.min(width - 1, x + radius); px++) {
      const p = py * width + px;
      const side = sideOf(px - x, py - y, p);
      if (side < 0) continue;
      counts[side]!++;
      for (let c = 0; c < 3; c++) sums[side * 3 + c]! += data[p * channels + c]! * scale;
    }
  return counts;
}

const contrastOf = (one: number, other: number): number =>
  Math.hypot(
    sums[0]! / one - sums[3]! / other,
    sums[1]! / one - sums[4]! / other,
    sums[2]! / one - sums[5]! / other,
  );
