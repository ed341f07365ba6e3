/** A draft at full size, with edges as clear as a brush's. */
import type { Work } from '../../../runtime/work.ts';
import { evenBlur } from '../box-blur.ts';
import type { Reduced } from '../edits/reduced.ts';
import { lumaOf, type Draft } from './draft.ts';

export interface Enlargement {
  rgb: Draft['rgb'];
  size: Reduced;
  /** How far places move, in draft pixels; `null` where the draft is as large as the picture. */
  warp: { x: Float32Array; y: Float32Array } | null;
}

/**
 * Reads the draft at places of the full picture. Places near an edge move away from it a little, so that its slope
 * becomes steeper than the enlargement made it (Arad, Gotsman, "Enhancement by image-dependent warping", 1999).
 */
export class Enlarged {
  readonly #from: Enlargement;

  constructor(from: Enlargement) {
    this.#from = from;
  }

  /** Coded colour at a place of the full picture, which may lie between its pixels. */
  at(x: number, y: number, out: Float64Array): void {
    const { rgb, size, warp } = this.#from;
    const { width, height, factor } = size;
    let u = (x + 0.5) / factor - 0.5;
    let v = (y + 0.5) / factor - 0.5;
    if (warp) {
      const du = bilinear(warp.x, width, height, u, v);
      const dv = bilinear(warp.y, width, height, u, v);
      u += du;
      v += dv;
    }
    for (let c = 0; c < 3; c++) out[c] = bilinear(rgb[c]!, width, height, u, v);
  }
}

/** The draft, to be read at any place: as it is where it is as large as the picture, else with its steps smoothed. */
export async function enlarge(rgb: Draft['rgb'], size: Reduced, work: Work): Promise<Enlargement> {
  if (size.factor === 1) return { rgb, size, warp: null };
  const even: Float32Array[] = [];
  for (const plane of rgb) even.push(await evenBlur(plane, size, 0.8, work));
  const luma = lumaOf(even as Draft['rgb']);
  await work.breathe();
  const edges = steepness(await evenBlur(luma, size, 1, work), size);
  await work.breathe();
  return { rgb: even as Draft['rgb'], size, warp: warpOf(edges, size) };
}

function bilinear(plane: Float32Array, width: number, height: number, u: number, v: number): number {
  const x = u < 0 ? 0 : u > width - 1 ? width - 1 : u;
  const y = v < 0 ? 0 : v > height - 1 ? height - 1 : v;
  const i = x | 0;
  const j = y | 0;
  const right = i + 1 < width ? 1 : 0;
  const below = j + 1 < height ? width : 0;
  const at = j * width + i;
  const top = plane[at]! + (plane[at + right]! - plane[at]!) * (x - i);
  const bottom = plane[at + below]! + (plane[at + below + right]! - plane[at + below]!) * (x - i);
  return top + (bottom - top) * (y - j);
}

/** Down the slope of the edges' strength, at most 0.7 draft pixels. */
function warpOf(edges: Float32Array, { width, height }: Reduced): { x: Float32Array; y: Float32Array } {
  const [wx, wy] = [new Float32Array(edges.length), new Float32Array(edges.length)];
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const dx = edges[x + 1 < width ? i + 1 : i]! - edges[x > 0 ? i - 1 : i]!;
      const dy = edges[y + 1 < height ? i + width : i]! - edges[y > 0 ? i - width : i]!;
      const length = Math.hypot(dx, dy);
      const push = length > 0 ? (0.7 * length) / (length + 0.02) / length : 0;
      wx[i] = -dx * push;
      wy[i] = -dy * push;
    }
  return { x: wx, y: wy };
}

/** How steep a plane is, per pixel. */
function steepness(plane: Float32Array, { width, height }: { width: number; height: number }): Float32Array {
  const out = new Float32Array(plane.length);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const dx = plane[x + 1 < width ? i + 1 : i]! - plane[x > 0 ? i - 1 : i]!;
      const dy = plane[y + 1 < height ? i + width : i]! - plane[y > 0 ? i - width : i]!;
      out[i] = Math.hypot(dx, dy) / 2;
    }
  return out;
}
