/** Moving, scaling, turning, mirroring and copying a thing. */
import { cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { boundsOf } from '../../../runtime/raster/raster.ts';
import { eachRow, type Args, type Box } from '../edits/apply.ts';
import { depths, unit } from '../remove/hole.ts';
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
import { relight } from './relight.ts';
import { blankRim, fit, smoothStep } from './seam.ts';
import { shed } from './shed.ts';
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
  const { box } = piece;
  const quiet = { ...work, progress: () => {} };
  const fitting = await fit(ground, piece.raster, box, loosenessOf(origin, quiet), quiet);
  const depth = fitting.strength ? await depthsOf(piece.raster, quiet) : null;
  const raster = depth ? await shed(piece.raster, fitting, depth, quiet) : piece.raster;
  const reach = Math.min(5, Math.max(1, 0.016 * Math.min(raster.width, raster.height)));
  const most = fullScale(ground);
  const { channels } = ground;
  const rim = blankRim();
  const own = new Float64Array(3);
  await eachRow(box, work, (y) => {
    for (let x = box.x1, p = (y - box.y1) * raster.width; x < box.x2; x++, p++) {
      if (!raster.data[p * 4 + 3]) continue;
      let alpha = raster.data[p * 4 + 3]! / most;
      for (let c = 0; c < 3; c++) own[c] = raster.data[p * 4 + c]!;
      if (depth) {
        fitting.at(x - box.x1, y - box.y1, rim);
        // Of a piece's rim only the share stays that its outline isn't loose.
        alpha *= 1 - fitting.strength * rim.looseness * (1 - smoothStep(depth[p]! / unit / (reach + 1)));
        relight(own, rim.theirs, rim.ours, fitting.strength * (1 - rim.strangeness), most);
      }
      const g = (y * ground.width + x) * channels;
      const under = channels === 4 ? (ground.data[g + 3]! / most) * (1 - alpha) : 1 - alpha;
      const whole = alpha + under;
      if (!(whole > 0)) continue;
      for (let c = 0; c < 3; c++)
        ground.data[g + c] = (alpha * own[c]! + under * ground.data[g + c]!) / whole + 0.5;
      if (channels === 4) ground.data[g + 3] = whole * most + 0.5;
    }
  });
  return ground;
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

/** How deep each pixel lies in the piece, as `depths`. */
async function depthsOf(raster: Raster, work: Work): Promise<Uint16Array> {
  const { width, height, data } = raster;
  const half = fullScale(raster) / 2;
  const solid = new Uint8Array(width * height);
  for (let p = 0; p < solid.length; p++) solid[p] = data[p * 4 + 3]! > half ? 1 : 0;
  return depths(solid, width, work);
}
