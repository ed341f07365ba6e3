/** Exact shapes, drawn antialiased at the photo's own size. Coordinates are 0..1 of the photo. */
import { blankMask, type Mask } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';

type Point = readonly [x: number, y: number];

/** Scan lines a row. */
const LINES = 4;

/** A polygon filled by the non-zero rule, so that a lasso that crosses itself has no holes. */
export async function drawPolygon(
  points: readonly Point[],
  width: number,
  height: number,
  work: Work,
): Promise<Mask> {
  const mask = blankMask(width, height);
  const cover = new Float32Array(width + 1);
  const edges = points.map((p, i) => {
    const q = points[(i + 1) % points.length]!;
    const [x1, y1, x2, y2] = [p[0] * width, p[1] * height, q[0] * width, q[1] * height];
    return y1 <= y2 ? { x1, y1, x2, y2, turn: 1 } : { x1: x2, y1: y2, x2: x1, y2: y1, turn: -1 };
  });
  edges.sort((a, b) => a.y1 - b.y1);
  let active: typeof edges = [];
  let next = 0;
  for (let y = 0; y < height; y++) {
    while (next < edges.length && edges[next]!.y1 < y + 1) active.push(edges[next++]!);
    active = active.filter((e) => e.y2 > y);
    if (active.length === 0) continue;
    cover.fill(0);
    for (let s = 0; s < LINES; s++) {
      const at = y + (s + 0.5) / LINES;
      const crossings = active
        .filter((e) => e.y1 <= at && at < e.y2)
        .map((e) => ({ x: e.x1 + ((at - e.y1) * (e.x2 - e.x1)) / (e.y2 - e.y1), turn: e.turn }))
        .sort((a, b) => a.x - b.x);
      let winding = 0;
      for (let i = 0; i + 1 < crossings.length; i++) {
        winding += crossings[i]!.turn;
        if (winding !== 0) addSpan(cover, crossings[i]!.x, crossings[i + 1]!.x, width);
      }
    }
    for (let x = 0; x < width; x++)
      mask.data[y * width + x] = Math.round((255 * Math.min(LINES, cover[x]!)) / LINES);
    if ((y & 15) === 0) await work.breathe();
  }
  return mask;
}

/** Adds how much of each pixel lies in [from, to). */
function addSpan(cover: Float32Array, from: number, to: number, width: number): void {
  const a = Math.min(width, Math.max(0, from));
  const b = Math.min(width, Math.max(0, to));
  const first = Math.floor(a);
  const last = Math.floor(b);
  if (first === last) {
    cover[first]! += b - a;
    return;
  }
  cover[first]! += first + 1 - a;
  for (let x = first + 1; x < last; x++) cover[x]! += 1;
  cover[last]! += b - last;
}

/** A round brush's path; `radius` in units of the longer side. */
export async function drawStroke(
  points: readonly Point[],
  radius: number,
  width: number,
  height: number,
  work: Work,
): Promise<Mask> {
  const mask = blankMask(width, height);
  const r = radius * Math.max(width, height);
  const path = thinned(
    points.map(([x, y]): Point => [x * width, y * height]),
    r / 20,
  );
  for (let p = 0; p < Math.max(1, path.length - 1); p++) {
    const [ax, ay] = path[p]!;
    const [bx, by] = path[p + 1] ?? path[p]!;
    const dx = bx - ax;
    const dy = by - ay;
    const length = dx * dx + dy * dy;
    const top = Math.max(0, Math.floor(Math.min(ay, by) - r - 1));
    const bottom = Math.min(height, Math.ceil(Math.max(ay, by) + r + 1));
    const left = Math.max(0, Math.floor(Math.min(ax, bx) - r - 1));
    const right = Math.min(width, Math.ceil(Math.max(ax, bx) + r + 1));
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const i = y * width + x;
        if (mask.data[i] === 255) continue;
        const px = x + 0.5 - ax;
        const py = y + 0.5 - ay;
        const t = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
        const cover = Math.round(
          255 * Math.min(1, Math.max(0, r + 0.5 - Math.hypot(px - t * dx, py - t * dy))),
        );
        if (cover > mask.data[i]!) mask.data[i] = cover;
      }
      if ((y & 15) === 0) await work.breathe();
    }
  }
  return mask;
}

/** Leaves out points that lie closer than `step` to the last one kept; the ends stay. */
function thinned(points: readonly Point[], step: number): Point[] {
  const kept: Point[] = [];
  points.forEach((p, i) => {
    const last = kept.at(-1);
    if (!last || i === points.length - 1 || Math.hypot(p[0] - last[0], p[1] - last[1]) >= step) kept.push(p);
  });
  return kept;
}

/** Adds a shape to a mask, or takes it away. Both have one size; the mask is changed. */
export function blend(mask: Mask, shape: Mask, sign: '+' | '-'): void {
  const { data } = mask;
  if (sign === '+') for (let i = 0; i < data.length; i++) data[i] = Math.max(data[i]!, shape.data[i]!);
  else for (let i = 0; i < data.length; i++) data[i] = Math.min(data[i]!, 255 - shape.data[i]!);
}
