/** Moving, scaling, turning, mirroring and copying a thing. */
import { cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { boundsOf } from '../../../runtime/raster/raster.ts';
import { eachRow, type Args, type Box } from '../edits/apply.ts';
import { depths } from '../remove/hole.ts';
import { removeRegion } from '../remove/index.ts';
import { lift } from './lift.ts';
import { loosenessAlong } from './looseness.ts';
import { beside, placementOf } from './placement.ts';
import {
  boxAround,
  chain,
  cornersOf,
  inverse,
  project,
  shift,
  type Point,
  type Projective,
} from './projective.ts';
import { fit, smoothStep, type Fit } from './seam.ts';
import { warpRaster } from './warp.ts';

/**
 * The picture with the thing under the mask somewhere else: mirrored, turned and scaled about its middle, then moved.
 * The place that it left is completed. What goes beyond the picture's sides is lost. Pixels that neither the old nor
 * the new place touches (each with the rim that removal takes) are bit-identical; a move by nothing changes nothing.
 */
export async function transform(
  image: Raster,
  mask: Mask,
  args: Args<'transform'>,
  work: Work,
  seed: number,
): Promise<Raster> {
  const map = placementOf(image, mask, args);
  if (!map) return unchanged(image, work);
  const piece = await pieceOf(image, mask, map, partOf(work, 0, 0.2));
  const ground = covers(piece, mask)
    ? cloneRaster(image)
    : await removeRegion(image, mask, { seed: args.seed ?? seed }, partOf(work, 0.2, 0.8));
  return lay(ground, piece, { image, mask, map }, partOf(work, 0.8, 1));
}

/** The same with a copy: what is there stays. Without `dx` and `dy` the copy lies beside the thing. */
export async function duplicate(
  image: Raster,
  mask: Mask,
  args: Args<'duplicate'>,
  work: Work,
): Promise<Raster> {
  const map = placementOf(image, mask, beside(image, mask, args));
  if (!map) return unchanged(image, work);
  const piece = await pieceOf(image, mask, map, partOf(work, 0, 0.5));
  return lay(cloneRaster(image), piece, { image, mask, map }, partOf(work, 0.5, 1));
}

async function unchanged(image: Raster, work: Work): Promise<Raster> {
  await work.breathe();
  work.progress(1, 1);
  return cloneRaster(image);
}

/** A thing as it looks at its new place. */
interface Piece {
  raster: Raster;
  /** In the picture. */
  box: Box;
}

/** `null` when all of it lies beyond the picture. */
async function pieceOf(image: Raster, mask: Mask, map: Projective, work: Work): Promise<Piece | null> {
  const layer = await lift(image, mask, partOf(work, 0, 0.3));
  if (!layer) return null;
  const around = boxAround(cornersOf(boundsOf(mask)!).map((corner) => project(map, corner)));
  // A pixel more: soft edges, and what is not the thing, has to be known around it.
  const box = {
    x1: Math.max(0, around.x1 - 1),
    y1: Math.max(0, around.y1 - 1),
    x2: Math.min(image.width, around.x2 + 1),
    y2: Math.min(image.height, around.y2 + 1),
  };
  if (box.x1 >= box.x2 || box.y1 >= box.y2) return null;
  const back = chain(inverse(map), shift(-layer.box.x1, -layer.box.y1));
  return { raster: await warpRaster(layer.raster, back, box, partOf(work, 0.3, 1)), box };
}

/** Whether nothing would be seen of a filling: the thing hides its own old place. */
function covers(piece: Piece | null, mask: Mask): boolean {
  const { x1, y1, x2, y2 } = boundsOf(mask)!;
  for (let y = y1; y < y2; y++)
    for (let x = x1; x < x2; x++) {
      if (!mask.data[y * mask.width + x]) continue;
      if (!piece || x < piece.box.x1 || x >= piece.box.x2 || y < piece.box.y1 || y >= piece.box.y2)
        return false;
      const i = ((y - piece.box.y1) * piece.raster.width + x - piece.box.x1) * 4;
      if (piece.raster.data[i + 3] !== fullScale(piece.raster)) return false;
    }
  return true;
}

/** Where a piece comes from. */
interface Origin {
  image: Raster;
  mask: Mask;
  map: Projective;
}

/** Lays a piece on the ground, which is changed. */
async function lay(ground: Raster, piece: Piece | null, origin: Origin, work: Work): Promise<Raster> {
  if (!piece) return unchanged(ground, work);
  const { raster, box } = piece;
  const quiet = { ...work, progress: () => {} };
  const fitting = await fit(ground, raster, box, loosenessOf(origin, quiet), quiet);
  const fade = await fading(raster, fitting, quiet);
  const most = fullScale(ground);
  const { channels } = ground;
  const theirs = new Float64Array(3);
  const ours = new Float64Array(3);
  await eachRow(box, work, (y) => {
    for (let x = box.x1, p = (y - box.y1) * raster.width; x < box.x2; x++, p++) {
      if (!raster.data[p * 4 + 3]) continue;
      const looseness = fitting.strength ? fitting.at(x - box.x1, y - box.y1, theirs, ours) : 0;
      const alpha = (raster.data[p * 4 + 3]! / most) * fade(p, looseness);
      const g = (y * ground.width + x) * channels;
      const under = channels === 4 ? (ground.data[g + 3]! / most) * (1 - alpha) : 1 - alpha;
      const whole = alpha + under;
      if (!(whole > 0)) continue;
      for (let c = 0; c < 3; c++) {
        const own = matched(raster.data[p * 4 + c]!, theirs[c]!, ours[c]!, fitting.strength);
        const value = (alpha * Math.min(most, Math.max(0, own)) + under * ground.data[g + c]!) / whole;
        ground.data[g + c] = value + 0.5;
      }
      if (channels === 4) ground.data[g + 3] = whole * most + 0.5;
    }
  });
  return ground;
}

/**
 * A value in the light of its new place. Other light multiplies, so that dark grass in the sun gets its contrast too;
 * but what is far brighter than its surroundings is moved by no more than one and a half times their difference, or a white thing
 * would glow.
 */
function matched(value: number, theirs: number, ours: number, strength: number): number {
  if (!strength) return value;
  const times = ours > 0 ? Math.min(1.5, value / ours) : 1;
  return value + strength * (theirs - ours) * times;
}

/** How loosely the mask was drawn, asked at the new place. */
function loosenessOf(
  { image, mask, map }: Origin,
  work: Work,
): (points: readonly Point[]) => Promise<Float32Array> {
  const back = inverse(map);
  const { x1, y1, x2, y2 } = boundsOf(mask)!;
  const radius = Math.round(Math.min(12, Math.max(3, 0.03 * Math.hypot(x2 - x1, y2 - y1))));
  return (points) =>
    loosenessAlong(
      image,
      mask,
      points.map((point) => project(back, point)),
      radius,
      work,
    );
}

/** The share of a piece's alpha that stays, by pixel and by how loose the outline near it is. */
async function fading(
  raster: Raster,
  { strength }: Fit,
  work: Work,
): Promise<(pixel: number, looseness: number) => number> {
  if (!strength) return () => 1;
  const { width, height, data } = raster;
  const half = fullScale(raster) / 2;
  const solid = new Uint8Array(width * height);
  for (let p = 0; p < solid.length; p++) solid[p] = data[p * 4 + 3]! > half ? 1 : 0;
  const depth = await depths(solid, width, work);
  const reach = Math.min(24, Math.max(2, 0.08 * Math.min(width, height)));
  return (p, looseness) =>
    1 - strength * Math.min(1, Math.max(0, looseness)) * (1 - smoothStep(depth[p]! / (reach + 1)));
}
