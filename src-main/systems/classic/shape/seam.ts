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
/** Grounds less unlike than the first are one and the same in another light; from the second on they are two. */
const same = 0.25;
const other = 0.7;
/** How strongly a point of the outline holds the membrane, against one step to a neighbouring block. */
const hold = 4;

/** What fits a piece to its place: smooth over it, read at a pixel of its box. */
export interface Fit {
  /** How much the effect counts, 0..1. At 0 nothing else is of use. */
  strength: number;
  /** Sets what the outline near a pixel is like. */
  at(x: number, y: number, out: Rim): void;
}

/** What the outline near a pixel is like; colours are red, green, blue in the picture's units. */
export interface Rim {
  /** What the new ground and the piece have there, where they are alike. */
  theirs: Float64Array;
  ours: Float64Array;
  /** What the piece has wherever the outline is loose: its old ground. */
  old: Float64Array;
  /** How loose the outline is, and how much the two grounds are of different kinds where it is loose, 0..1. */
  looseness: number;
  strangeness: number;
}

export const blankRim = (): Rim => ({
  theirs: new Float64Array(3),
  ours: new Float64Array(3),
  old: new Float64Array(3),
  looseness: 0,
  strangeness: 0,
});

/** No fitting: the piece is laid over as it is. */
export const asItIs: Fit = { strength: 0, at: () => {} };

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
  // For each block, summed up over points of the outline: what the ground has and the piece, where they are alike; what
  // the piece has where the outline is loose, and how unlike they are there; the looseness.
  const alikeSums = planes(6, cells);
  const looseSums = planes(4, cells);
  const [freedom] = planes(1, cells);
  const anchors = { alike: new Float32Array(cells), loose: new Float32Array(cells) };
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
    freedom![cell]! += free;
    if (!compare(ground, piece, box, x, y, Math.max(2, size), means)) continue;
    const [r, g, b] = [means[0]! - means[3]!, means[1]! - means[4]!, means[2]! - means[5]!];
    const likeness = Math.exp(-((Math.hypot(r, g, b) / most / alike) ** 2));
    const light = (r + g + b) / 6; // half of it: the same in other light is less another thing than another colour is
    const kind = Math.hypot(r - light, g - light, b - light) / most;
    anchors.alike[cell]! += free * likeness;
    anchors.loose[cell]! += free;
    for (let c = 0; c < 6; c++) alikeSums[c]![cell]! += free * likeness * means[c]!;
    for (let c = 0; c < 3; c++) looseSums[c]![cell]! += free * means[3 + c]!;
    looseSums[3]![cell]! += free * (1 - Math.exp(-((kind / alike) ** 2)));
    if (k % 64 === 0) await work.breathe();
  }
  for (let k = 0; k < cells; k++) {
    if (!points[k]) continue;
    for (const sum of [...alikeSums, ...looseSums, freedom!, anchors.alike, anchors.loose])
      sum[k]! *= hold / points[k]!;
  }
  const held = points.map((n) => (n ? hold : 0));
  const surfaces = [
    ...(await spread(alikeSums, anchors.alike, columns, work)),
    ...(await spread(looseSums, anchors.loose, columns, work)),
    ...(await spread([freedom!], held, columns, work)),
  ];
  return { strength, at: reader(surfaces, columns, cells / columns, size) };
}

const planes = (count: number, cells: number): Float32Array[] =>
  Array.from({ length: count }, () => new Float32Array(cells));

/** Smooth surfaces through what is known of each block, as far as it is anchored. */
async function spread(
  sums: Float32Array[],
  anchors: Float32Array,
  columns: number,
  work: Work,
): Promise<Float32Array[]> {
  if (!anchors.some((a) => a > 0)) return sums;
  const membrane = await makeMembrane(new Uint8Array(anchors.length).fill(1), columns, work, anchors);
  const surfaces: Float32Array[] = [];
  for (const sum of sums) surfaces.push(await solve(membrane, sum, work));
  return surfaces;
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
function reader(surfaces: Float32Array[], columns: number, rows: number, size: number): Fit['at'] {
  const found = new Float64Array(surfaces.length);
  return (x, y, out) => {
    const u = Math.min(columns - 1, Math.max(0, (x + 0.5) / size - 0.5));
    const v = Math.min(rows - 1, Math.max(0, (y + 0.5) / size - 0.5));
    const i = Math.floor(v) * columns + Math.floor(u);
    const right = u < columns - 1 ? 1 : 0;
    const below = v < rows - 1 ? columns : 0;
    const [a, b] = [u - Math.floor(u), v - Math.floor(v)];
    for (let c = 0; c < surfaces.length; c++) {
      const plane = surfaces[c]!;
      const top = plane[i]! + (plane[i + right]! - plane[i]!) * a;
      const bottom = plane[i + below]! + (plane[i + below + right]! - plane[i + below]!) * a;
      found[c] = top + (bottom - top) * b;
    }
    for (let c = 0; c < 3; c++) {
      out.theirs[c] = found[c]!;
      out.ours[c] = found[3 + c]!;
      out.old[c] = found[6 + c]!;
    }
    out.strangeness = smoothStep((found[9]! - same) / (other - same));
    out.looseness = Math.min(1, Math.max(0, found[10]!));
  };
}
