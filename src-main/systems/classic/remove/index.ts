/**
 * Object removal: the hole is completed with pieces of its surroundings. Coarse to fine, patches that touch the hole
 * find known patches that look like them (`search.ts`) and vote for the hole's pixels (`vote.ts`), in turns; at the
 * finest scale pixels are copied, and the pieces' colours are evened out (`blend.ts`). Lines that enter the hole at one
 * place and leave it at another are found first (`entries.ts`, `curves.ts`), and lead what is filled beside them
 * (`guide.ts`).
 * After Wexler, Shechtman, Irani 2007 and Newson, Almansa, Fradet, Gousseau, Pérez, "Video inpainting of complex
 * scenes", 2014.
 */
import { StudioError } from '../../../contract/index.ts';
import { collect } from '../../../runtime/collect.ts';
import { boundsOf, cloneRaster, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { blend, corrections, reachIn, smoothFill, type Patchwork } from './blend.ts';
import { complete } from './complete.ts';
import { patchRadius, sourceOf } from './field.ts';
import { matchGrain } from './grain.ts';
import { clip, holeOf, places, type Hole } from './hole.ts';
import { count } from './membrane.ts';
import { seeded } from './random.ts';
import { enlarge, reduceHole, reductionFor, type Found, type Reduced } from './reduced.ts';

/** How far around the mask pixels may change, for a picture of this size. */
export const growthFor = ({ width, height }: { width: number; height: number }): number =>
  Math.min(6, Math.max(2, Math.round(Math.max(width, height) / 700)));

/** How to fill. */
export interface Filling {
  seed: number;
  /** Pixels are taken from inside this mask only; absent: from anywhere around. */
  source?: Mask | null;
  /** How far around the mask pixels may change; absent: `growthFor`. */
  growth?: number;
  /** The picture itself may be changed; it is handed back. */
  inPlace?: boolean;
  /** Whether pieces may be mirrored, as what is symmetric needs it. */
  mirrors?: boolean;
}

/**
 * The picture without what is under the mask (any alpha over 0). Pixels further than `growth` from it are
 * bit-identical; an empty mask changes nothing. The same for the same seed.
 * @throws StudioError `bad-input` when the mask covers everything, or `source` leaves nothing to take; an `AbortError`
 *   once cancelled
 */
export async function removeRegion(
  image: Raster,
  mask: Mask,
  { seed, source = null, growth = growthFor(image), inPlace = false, mirrors = true }: Filling,
  work: Work,
): Promise<Raster> {
  const hole = await holeOf(mask, growth, source, work);
  const result = (): Raster => (inPlace ? image : cloneRaster(image));
  if (!hole) return result();
  if (!hole.places.includes(places.free)) throw source ? nothingThere() : everything();
  const factor = reductionFor(count(onlyHole(hole.places)));
  if (factor > 1) {
    const reduced = await reduceHole(image, hole, factor, work);
    const found = await findReduced(reduced, reachIn(image) / factor, { seed, mirrors }, work);
    if (found) {
      const out = result();
      await enlarge(image, out, hole, reduced, found, work);
      await matchGrain(out, { box: hole.window, unknown: onlyHole(hole.places) }, seeded(seed), work);
      return out;
    }
  }
  const sources = await complete(image, hole, { seed, mirrors }, work);
  if (!sources && source) throw nothingThere();
  if (!sources) {
    const out = result();
    await smoothFill(image, out, hole.window, onlyHole(hole.places), work);
    return out;
  }
  const pieces = await patchwork(image, hole, sources, work);
  hole.places = new Uint8Array(0);
  collect(); // the levels
  const out = result();
  await blend(image, out, pieces, work);
  await matchGrain(out, pieces, seeded(seed), work);
  return out;
}

const everything = (): StudioError =>
  new StudioError(
    'bad-input',
    'The whole picture is selected, so nothing is left to fill it with.',
    'Select only what should go.',
  );

const nothingThere = (): StudioError =>
  new StudioError(
    'bad-input',
    'There is too little to take in the place that should be copied from, outside of what goes.',
    `Choose a larger place: at least ${2 * patchRadius + 1} × ${2 * patchRadius + 1} pixels beside what goes.`,
  );

function onlyHole(pixels: Uint8Array): Uint8Array {
  const ones = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) if (pixels[i] === places.hole) ones[i] = 1;
  return ones;
}

/** What goes where at the reduced size; `null` where there is too little to take. */
async function findReduced(
  { image, hole }: Reduced,
  reach: number,
  options: { seed: number; mirrors: boolean },
  work: Work,
): Promise<Found | null> {
  const sources = await complete(image, hole, options, work);
  if (!sources) return null;
  const planes: Float32Array[] = [];
  const keep = async (_: number, correction: Float32Array): Promise<void> => void planes.push(correction);
  await corrections(image, await patchwork(image, hole, sources, work), reach, keep, work);
  collect(); // the levels
  return { sources, corrections: planes };
}

/** The copied pixels, in a box just around the hole. */
async function patchwork(
  image: Raster,
  { window, places: pixels }: Hole,
  sources: Int32Array,
  work: Work,
): Promise<Patchwork> {
  const size = { width: window.x2 - window.x1, height: window.y2 - window.y1 };
  const { width } = size;
  const only = onlyHole(pixels);
  await work.breathe();
  const inner = clip(boundsOf({ ...size, data: only })!, 1, size);
  const area = (inner.x2 - inner.x1) * (inner.y2 - inner.y1);
  const part: Patchwork = {
    box: {
      x1: window.x1 + inner.x1,
      y1: window.y1 + inner.y1,
      x2: window.x1 + inner.x2,
      y2: window.y1 + inner.y2,
    },
    unknown: new Uint8Array(area),
    source: new Int32Array(area).fill(-1),
  };
  for (let y = inner.y1, o = 0, k = 0; y < inner.y2; y++) {
    await work.breathe();
    for (let x = inner.x1, i = y * width + inner.x1; x < inner.x2; x++, i++, o++) {
      if (pixels[i] !== places.hole) continue;
      const s = sources[k]! >> 1;
      const pixel = (window.y1 + Math.floor(s / width)) * image.width + window.x1 + (s % width);
      part.unknown[o] = 1;
      part.source[o] = sourceOf(pixel, sources[k++]! & 1);
    }
  }
  return part;
}
