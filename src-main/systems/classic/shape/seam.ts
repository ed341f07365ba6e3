/**
 * How a piece of a picture is made to fit a new place. A thing that was cut out along its outline is laid over: light
 * and colour of what is behind it are none of its business. A piece whose outline runs through its old surroundings
 * (a patch of grass, a thing in a loose box) takes on the colours of the new ones: the difference along its outline
 * is spread over its inside by a membrane, which is Poisson blending (Pérez, Gangnet, Blake 2003) in the form of
 * Farbman et al., "Coordinates for instant image cloning", 2009, and its rim is faded. Which of both it is, is read
 * from the picture that it comes from, point by point (`looseness.ts`): only loose points pull, as in the optimised
 * boundaries of Jia et al., "Drag-and-drop pasting", 2006; and the whole effect goes as the outline is mostly tight.
 */
import { fullScale, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Box } from '../edits/apply.ts';
import { makeMembrane, solve } from '../remove/membrane.ts';
import type { Point } from './projective.ts';

/** Below `tight` of its outline loose, a piece is laid over as it is; from `loose` on the effect is full. */
const tight = 0.4;
const loose = 0.65;
/** Differences are gathered in blocks: at most this many across the piece. */
const blocks = 160;
/** Around this difference (the full scale of a channel is 1) it is rather another kind of ground than other light. */
const alike = 0.3;
/** How strongly a point of the outline holds the membrane, against one step to a neighbouring block. */
const hold = 4;

/** What fits a piece to its place: smooth over it, read at a pixel of its box. */
export interface Fit {
  /** How much the effect counts, 0..1. At 0 nothing else is of use. */
  strength: number;
  /**
   * Sets, in the picture's units, what the ground and the piece have along the outline near a pixel (`ground` and
   * `piece`: red, green, blue), and returns how loose the outline is there (0..1).
   */
  at(x: number, y: number, ground: Float64Array, piece: Float64Array): number;
}

/** No fitting: the piece is laid over as it is. */
export const asItIs: Fit = { strength: 0, at: () => 0 };

/**
 * @param ground the picture that the piece is laid on
 * @param piece RGBA, as large as `box` of the ground
 * @param looseAt how loose the outline is at points of the ground, 0..1
 */
export async function fit(
  ground: Raster,
  piece: Raster,
  box: Box,
  looseAt: (points: readonly Point[]) => Promise<Float32Array>,
  work: Work,
): Promise<Fit> {
  const { width, height } = piece;
  const size = Math.max(1, Math.ceil(Math.max(width, height) / blocks));
  const columns = Math.ceil(width / size);
  const cells = columns * Math.ceil(height / size);
  // For each block, summed up over points of the outline: what the ground has, what the piece has, the looseness.
  const sums = Array.from({ length: 7 }, () => new Float32Array(cells));
  const anchors = new Float32Array(cells);
  const points = new Float32Array(cells);
  const most = fullScale(ground);
  const every = Math.max(1, Math.floor(size / 2));
  const means = new Float64Array(6);
  const outline: Point[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if ((x + y) % every === 0 && onOutline(piece, x, y)) outline.push([x, y]);
    await work.breathe();
  }
  const looseness = await looseAt(outline.map(([x, y]) => [box.x1 + x + 0.5, box.y1 + y + 0.5]));
  const share = looseness.reduce((sum, free) => sum + free, 0) / Math.max(1, outline.length);
  const strength = smoothStep((share - tight) / (loose - tight));
  if (!strength) return asItIs;
  for (const [k, [x, y]] of outline.entries()) {
    const cell = Math.floor(y / size) * columns + Math.floor(x / size);
    const free = looseness[k]!;
    points[cell]!++;
    sums[6]![cell]! += free;
    if (!compare(ground, piece, box, x, y, Math.max(2, size), means)) continue;
    const off = Math.hypot(means[0]! - means[3]!, means[1]! - means[4]!, means[2]! - means[5]!) / most;
    const weight = free * Math.exp(-((off / alike) ** 2));
    anchors[cell]! += weight;
    for (let c = 0; c < 6; c++) sums[c]![cell]! += weight * means[c]!;
    if (k % 64 === 0) await work.breathe();
  }
  for (let k = 0; k < cells; k++) {
    if (!points[k]) continue;
    for (const sum of sums) sum[k]! *= hold / points[k]!;
    anchors[k]! *= hold / points[k]!;
  }
  const everywhere = new Uint8Array(cells).fill(1);
  const planes: Float32Array[] = [];
  if (anchors.some((a) => a > 0)) {
    const colours = await makeMembrane(everywhere, columns, work, anchors);
    for (const sum of sums.slice(0, 6)) planes.push(await solve(colours, sum, work));
  } else planes.push(...sums.slice(0, 6));
  const rim = await makeMembrane(
    everywhere,
    columns,
    work,
    points.map((n) => (n ? hold : 0)),
  );
  planes.push(await solve(rim, sums[6]!, work));
  return { strength, at: reader(planes, columns, cells / columns, size) };
}

export function smoothStep(t: number): number {
  const v = Math.min(1, Math.max(0, t));
  return v * v * (3 - 2 * v);
}

/** Is this the last solid pixel before something that isn't? What the picture's side cuts off has no outline. */
function onOutline({ width, height, data }: Raster, x: number, y: number): boolean {
  const half = data instanceof Uint16Array ? 32_768 : 128;
  const solid = (px: number, py: number): boolean => data[(py * width + px) * 4 + 3]! >= half;
  if (!solid(x, y)) return false;
  return (
    (x > 0 && !solid(x - 1, y)) ||
    (x + 1 < width && !solid(x + 1, y)) ||
    (y > 0 && !solid(x, y - 1)) ||
    (y + 1 < height && !solid(x, y + 1))
  );
}

/** The mean colours of ground and piece around a pixel; false where there is nothing to compare. */
function compare(
  ground: Raster,
  piece: Raster,
  box: Box,
  x: number,
  y: number,
  radius: number,
  out: Float64Array,
): boolean {
  let there = 0;
  let laid = 0;
  out.fill(0);
  for (let py = Math.max(0, y - radius); py <= Math.min(piece.height - 1, y + radius); py++)
    for (let px = Math.max(0, x - radius); px <= Math.min(piece.width - 1, x + radius); px++) {
      const i = (py * piece.width + px) * 4;
      const g = ((box.y1 + py) * ground.width + box.x1 + px) * ground.channels;
      const weight = ground.channels === 4 ? ground.data[g + 3]! : 1;
      const alpha = piece.data[i + 3]!;
      there += weight;
      laid += alpha;
      for (let c = 0; c < 3; c++) {
        out[c]! += weight * ground.data[g + c]!;
        out[3 + c]! += alpha * piece.data[i + c]!;
      }
    }
  if (!there || !laid) return false;
  for (let c = 0; c < 3; c++) {
    out[c]! /= there;
    out[3 + c]! /= laid;
  }
  return true;
}

/** Bilinear between the blocks' middles. */
function reader(planes: Float32Array[], columns: number, rows: number, size: number): Fit['at'] {
  const out = new Float64Array(7);
  return (x, y, ground, piece) => {
    const u = Math.min(columns - 1, Math.max(0, (x + 0.5) / size - 0.5));
    const v = Math.min(rows - 1, Math.max(0, (y + 0.5) / size - 0.5));
    const i = Math.floor(v) * columns + Math.floor(u);
    const right = u < columns - 1 ? 1 : 0;
    const below = v < rows - 1 ? columns : 0;
    const [a, b] = [u - Math.floor(u), v - Math.floor(v)];
    for (let c = 0; c < planes.length; c++) {
      const plane = planes[c]!;
      const top = plane[i]! + (plane[i + right]! - plane[i]!) * a;
      const bottom = plane[i + below]! + (plane[i + below + right]! - plane[i + below]!) * a;
      out[c] = top + (bottom - top) * b;
    }
    for (let c = 0; c < 3; c++) {
      ground[c] = out[c]!;
      piece[c] = out[3 + c]!;
    }
    return out[6]!;
  };
}
