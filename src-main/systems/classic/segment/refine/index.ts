/** What a person does to a mask after it was found: fill, smooth, grow or shrink, feather. */
import type { Refinement } from '../../../../contract/index.ts';
import type { Mask } from '../../../../runtime/raster/raster.ts';
import type { Work } from '../../../../runtime/work.ts';
import { blurMask } from './blur.ts';
import { fillHoles } from './holes.ts';
import { grow } from './grow.ts';

/** The mask (8 bits, soft) after a refinement, in its order; lengths are in units of the longer side. */
export async function refineMask(mask: Mask, refinement: Refinement, work: Work): Promise<Mask> {
  const side = Math.max(mask.width, mask.height);
  let refined = mask;
  if (refinement.fillHoles) refined = await fillHoles(refined, work);
  if (refinement.smooth) refined = await smooth(refined, refinement.smooth * side, work);
  if (refinement.grow) refined = await grow(refined, refinement.grow * side, work);
  // Ninety-five hundredths of a Gaussian lie within two deviations.
  if (refinement.feather) refined = await blurMask(refined, (refinement.feather * side) / 2, work);
  return refined;
}

/**
 * Takes corners and specks off: the mask blurred, then cut at its half again, with the slope of an antialiased edge
 * where the edge is straight.
 */
async function smooth(mask: Mask, radius: number, work: Work): Promise<Mask> {
  const sigma = radius / 2;
  const blurred = await blurMask(mask, sigma, work);
  // A step that was blurred climbs 1 / (σ √2π) of its height a pixel.
  const steep = Math.max(1, sigma * Math.sqrt(2 * Math.PI));
  const cut = Uint8Array.from({ length: 256 }, (_, v) =>
    Math.round(Math.min(255, Math.max(0, (v - 127.5) * steep + 127.5))),
  );
  for (let i = 0; i < blurred.data.length; i++) blurred.data[i] = cut[blurred.data[i]!]!;
  return blurred;
}
