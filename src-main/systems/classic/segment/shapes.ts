/** Exact shapes, drawn antialiased at the photo's own size. Coordinates are 0..1 of the photo. */
import type { Combine } from '../../../contract/index.ts';
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

/** A brush that isn't hard and even: see the contract's stroke. */
export interface Brush {
  hardness?: number | undefined;
  /** As many as points. */
  pressures?: readonly number[] | undefined;
}

/** A round brush's path; `radius` in units of the longer side. Where it crosses itself, the stronger paint counts. */
export async function drawStroke(
  points: readonly Point[],
  radius: number,
  width: number,
  height: number,
  work: Work,
  { hardness = 1, pressures }: Brush = {},
): Promise<Mask> {
  const mask = blankMask(width, height);
  const profile = profileOf(hardness);
  const full = radius * Math.max(width, height);
  const path = thinned(
    points.map(([x, y], i) => ({ x: x * width, y: y * height, r: full * (pressures?.[i] ?? 1) })),
    full / 12,
  );
  for (let p = 0; p < Math.max(1, path.length - 1); p++) {
    const a = path[p]!;
    const b = path[p + 1] ?? a;
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const length = dx * dx + dy * dy;
    const most = Math.max(a.r, b.r);
    const top = Math.max(0, Math.floor(Math.min(a.y, b.y) - most - 1));
    const bottom = Math.min(height, Math.ceil(Math.max(a.y, b.y) + most + 1));
    const left = Math.max(0, Math.floor(Math.min(a.x, b.x) - most - 1));
    const right = Math.min(width, Math.ceil(Math.max(a.x, b.x) + most + 1));
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const i = y * width + x;
        if (mask.data[i] === 255) continue;
        const px = x + 0.5 - a.x;
        const py = y + 0.5 - a.y;
        const t = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
        const r = a.r + t * (b.r - a.r);
        const away = (px - t * dx) ** 2 + (py - t * dy) ** 2;
        if (away >= (r + 0.5) ** 2) continue;
        const distance = Math.sqrt(away);
        const edge = Math.min(1, r + 0.5 - distance);
        const cover = Math.round(edge * profile[Math.min(STEPS, Math.round((STEPS * distance) / r))]!);
        if (cover > mask.data[i]!) mask.data[i] = cover;
      }
      if ((y & 15) === 0) await work.breathe();
    }
  }
  return mask;
}

/** Places from a brush's middle to its edge at which its paint is known. */
const STEPS = 1024;

/** The paint 0..255 from a brush's middle to its edge: full up to its hard part, then a cosine down to none. */
function profileOf(hardness: number): Float64Array {
  return Float64Array.from({ length: STEPS + 1 }, (_, i) => {
    const beyond = hardness < 1 ? (i / STEPS - hardness) / (1 - hardness) : 0;
    return beyond <= 0 ? 255 : 127.5 + 127.5 * Math.cos(Math.PI * beyond);
  });
}

interface Dab {
  x: number;
  y: number;
  r: number;
}

/** Leaves out dabs that lie closer than `step` to the last one kept; the ends stay, and so do changes of pressure. */
function thinned(dabs: readonly Dab[], step: number): Dab[] {
  const kept: Dab[] = [];
  dabs.forEach((dab, i) => {
    const last = kept.at(-1);
    const far =
      !last || Math.hypot(dab.x - last.x, dab.y - last.y) >= step || Math.abs(dab.r - last.r) >= step;
    if (far || i === dabs.length - 1) kept.push(dab);
  });
  return kept;
}

/** Adds a shape to a mask, takes it away, or keeps what lies in both. Both have one size; the mask is changed. */
export function blend(mask: Mask, shape: Mask, sign: Combine): void {
  const { data } = mask;
  if (sign === '&') for (let i = 0; i < data.length; i++) data[i] = Math.min(data[i]!, shape.data[i]!);
  else if (sign === '+') for (let i = 0; i < data.length; i++) data[i] = Math.max(data[i]!, shape.data[i]!);
  else for (let i = 0; i < data.length; i++) data[i] = Math.min(data[i]!, 255 - shape.data[i]!);
}
