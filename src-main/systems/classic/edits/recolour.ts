import { cloneRaster, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Args } from './apply.ts';
import { chromaOf, mostChroma } from './gamut.ts';
import { fit, fromOklab, linearTable, toLinear, toOklab } from './light.ts';
import { codedColour } from './named-colour.ts';
import { changePixels, pixelKernel } from './pixels.ts';

/** How far the region's usual lightness goes towards the colour's: not all the way, so that the light stays the scene's. */
const pull = 0.88;

/**
 * Gives the region another colour and keeps its shading and texture. In OKLab: the colour's hue everywhere; lightness
 * is the region's own, in proportion to its usual one, so that folds stay as deep as they were; a gloss brighter than
 * nearly all of the region stays white; where the old colour was paler than usual, the new one is.
 */
export async function recolour(
  image: Raster,
  mask: Mask | null,
  args: Args<'recolour'>,
  work: Work,
): Promise<Raster> {
  const usual = await usualOf(image, mask, partOf(work, 0, 0.3));
  if (usual === null) return cloneRaster(image);
  const [red, green, blue] = await codedColour(args.colour, image);
  const colour = [toLinear(red), toLinear(green), toLinear(blue)] as const;
  return changePixels(image, mask, recolouring, { colour, usual }, partOf(work, 0.3, 1));
}

interface Recolouring {
  /** Linear light, by the picture's own primaries. */
  colour: readonly [number, number, number];
  usual: Usual;
}

export const recolouring = pixelKernel('recolour', ({ colour, usual }: Recolouring) => {
  const lab = new Float64Array(3);
  toOklab(...colour, lab);
  const [lightness, a, b] = [lab[0]!, lab[1]!, lab[2]!];
  const target = Math.hypot(a, b);
  const middle = usual.lightness + pull * (lightness - usual.lightness);
  // What is dark has deep relative contrast, by noise and reflections, and none at all in black: light that all of it
  // gets calms it down the more the lighter it becomes.
  const glow = 0.8 * Math.max(0, middle - usual.lightness);
  // The usual chroma says something only where the region had a colour; else all of it counts as usual.
  const told = Math.min(1, Math.max(0, (usual.chroma - 0.03) / 0.05));
  const change = (rgb: Float64Array): void => {
    toOklab(rgb[0]!, rgb[1]!, rgb[2]!, lab);
    const shade = (Math.min(1, Math.max(0, lab[0]!)) + glow) / (usual.lightness + glow);
    let after = shade <= 1 ? middle * shade : softly(middle, middle * shade);
    const over = usual.gloss < 0.94 ? Math.max(0, (lab[0]! - usual.gloss) / (1 - usual.gloss)) : 0;
    const gloss = over * over * (3 - 2 * Math.min(1, over));
    after += (1 - after) * Math.min(1, gloss);
    const paler = 1 - told * (1 - Math.min(1.15, chromaOf(lab) / Math.max(1e-6, usual.chroma)));
    const shaded = Math.min(1, after / Math.max(lightness, 1e-6));
    const wanted = target * paler * shaded * (1 - Math.min(1, gloss));
    const chroma = Math.min(wanted, mostChroma(after, a, b));
    const share = target > 1e-6 ? chroma / target : 0;
    fromOklab(after, a * share, b * share, rgb);
    fit(rgb);
  };
  return { change };
});

/** Above `from`, the way to `to` bends so that it never passes 1. */
function softly(from: number, to: number): number {
  const room = Math.max(1e-6, 1 - from);
  return from + (room * (to - from)) / (room + 0.5 * (to - from));
}

interface Usual {
  /** Medians of OKLab lightness (never quite 0 or 1) and chroma. */
  lightness: number;
  chroma: number;
  /** The lightness that only a twentieth exceeds, and far above the usual: gloss begins here. */
  gloss: number;
}

/** What the region looks like, each pixel counted by its alpha; `null` for an empty mask. */
async function usualOf(image: Raster, mask: Mask | null, work: Work): Promise<Usual | null> {
  const { width, channels, data } = image;
  const linear = linearTable(image);
  const lab = new Float64Array(3);
  const box = boxOf(image, mask);
  const bins = 512;
  const lightness = new Float64Array(bins);
  const chroma = new Float64Array(bins);
  let total = 0;
  await eachRow(box, work, (y) => {
    for (let x = box.x1, p = y * width + box.x1; x < box.x2; x++, p++) {
      const weight = mask ? mask.data[p]! : 255;
      if (!weight) continue;
      const i = p * channels;
      toOklab(linear[data[i]!]!, linear[data[i + 1]!]!, linear[data[i + 2]!]!, lab);
      lightness[Math.min(bins - 1, (lab[0]! * bins) | 0)]! += weight;
      chroma[Math.min(bins - 1, (chromaOf(lab) * 2 * bins) | 0)]! += weight;
      total += weight;
    }
  });
  if (!total) return null;
  const quantile = (counts: Float64Array, share: number): number => {
    let sum = 0;
    for (let k = 0; k < bins; k++) if ((sum += counts[k]!) >= share * total) return (k + 0.5) / bins;
    return 1;
  };
  const middle = Math.min(0.98, Math.max(0.04, quantile(lightness, 0.5)));
  return {
    lightness: middle,
    chroma: quantile(chroma, 0.5) / 2,
    gloss: Math.max(quantile(lightness, 0.95), middle + 0.3 * (1 - middle)),
  };
}
