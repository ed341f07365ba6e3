/** Sends a mask the way that an edit sends the picture it belongs to. */
import { blankMask, boundsOf, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { ImageEditing } from '../../../contract/index.ts';
import type { Work } from '../../../runtime/work.ts';
import { boxOf, eachRow } from '../edits/apply.ts';
import {
  cropping,
  extending,
  flipping,
  rectifying,
  scaling,
  straightening,
  turning,
  type Geometry,
} from './geometry.ts';
import { beside, placementOf } from './placement.ts';
import { inverse } from './projective.ts';
import { warpMask } from './warp.ts';

/**
 * The mask as it lies after the edit: as large as the edited picture, 0 where there was nothing before. Whatever the
 * edit finds out by itself is found in the picture, never in the mask.
 * What a duplicate moves is where the copy lies, as if the thing itself had gone there.
 * @param image the picture before the edit, as large as `mask`
 * @param at the region of the edit
 */
export async function carryMask(
  mask: Mask,
  image: Raster,
  at: Mask | null,
  edit: ImageEditing,
  work: Work,
): Promise<Mask> {
  if (edit.command === 'transform') return at ? moved(mask, at, edit.args, work) : mask;
  if (edit.command === 'duplicate') return at ? moved(mask, at, beside(image, at, edit.args), work) : mask;
  const geometry = await geometryOf(image, at, edit, work);
  if (!geometry) return mask;
  const { back, width, height } = geometry;
  return warpMask(mask, back, { x1: 0, y1: 0, x2: width, y2: height }, work);
}

/** `null` for an edit that leaves everything where it is. */
export async function geometryOf(
  image: Raster,
  at: Mask | null,
  edit: ImageEditing,
  work: Work,
): Promise<Geometry | null> {
  switch (edit.command) {
    case 'crop':
      return cropping(image, at, edit.args);
    case 'rotate':
      return turning(image, edit.args);
    case 'flip':
      return flipping(image, edit.args);
    case 'resize':
    case 'upscale':
      return scaling(image, edit.args);
    case 'extend':
      return extending(image, edit.args);
    case 'straighten':
      return straightening(image, edit.args, { ...work, progress: () => {} });
    case 'perspective':
      return rectifying(image, at, edit.args, { ...work, progress: () => {} });
    default:
      return null;
  }
}

type Placement = Extract<ImageEditing, { command: 'transform' }>['args'];

/**
 * What of a mask lies on the moved thing goes with it. The place that the thing left is filled with what lies around
 * it, so the mask there is taken from around it too: a mask of the thing leaves nothing behind, one of the background
 * closes.
 */
async function moved(mask: Mask, thing: Mask, args: Placement, work: Work): Promise<Mask> {
  const map = placementOf(mask, thing, args);
  const bounds = boundsOf(thing);
  if (!map || !bounds) return mask;
  const whole = { x1: 0, y1: 0, x2: mask.width, y2: mask.height };
  const back = inverse(map);
  const place = await warpMask(thing, back, whole, { ...work, progress: () => {} });
  const own = blankMask(mask.width, mask.height);
  const quiet = { ...work, progress: () => {} };
  await eachRow(boxOf(mask, thing), quiet, (y) => {
    for (let x = 0, i = y * mask.width; x < mask.width; x++, i++)
      own.data[i] = Math.min(mask.data[i]!, thing.data[i]!);
  });
  const there = await warpMask(own, back, whole, quiet);
  const out = { ...mask, data: await closed(mask, thing, work) };
  await eachRow(whole, work, (y) => {
    for (let x = 0, i = y * mask.width; x < mask.width; x++, i++)
      out.data[i] = there.data[i]! + (out.data[i]! * (255 - place.data[i]!)) / 255 + 0.5;
  });
  return out;
}

/** The mask with what is under the thing replaced by the value nearest around it (chamfer metric, two sweeps). */
async function closed(mask: Mask, thing: Mask, work: Work): Promise<Uint8Array> {
  const { width, height } = mask;
  const out = mask.data.slice();
  const box = boxOf(mask, thing, 1);
  const stride = box.x2 - box.x1;
  const distance = new Float32Array(stride * (box.y2 - box.y1));
  const step = (x: number, y: number, dx: number, dy: number): void => {
    const [u, v] = [x + dx, y + dy];
    if (u < box.x1 || u >= box.x2 || v < box.y1 || v >= box.y2) return;
    const here = (y - box.y1) * stride + x - box.x1;
    const there = distance[here + dy * stride + dx]! + Math.hypot(dx, dy);
    if (there >= distance[here]!) return;
    distance[here] = there;
    out[y * width + x] = out[v * width + u]!;
  };
  for (let y = box.y1, k = 0; y < box.y2; y++)
    for (let x = box.x1; x < box.x2; x++, k++) distance[k] = thing.data[y * width + x] ? width + height : 0;
  for (const d of [-1, 1]) {
    for (let row = 0; row < box.y2 - box.y1; row++) {
      const y = d < 0 ? box.y1 + row : box.y2 - 1 - row;
      for (let column = 0; column < stride; column++) {
        const x = d < 0 ? box.x1 + column : box.x2 - 1 - column;
        if (!thing.data[y * width + x]) continue;
        step(x, y, d, 0);
        for (const dx of [-1, 0, 1]) step(x, y, dx, d);
      }
      await work.breathe();
    }
  }
  return out;
}
