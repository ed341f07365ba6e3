/**
 * How likely each place of a photo belongs to what the photo is of.
 *
 * After Jiang, Wang, Yuan, Wu, Zheng and Li, "Salient object detection: a discriminative regional feature integration
 * approach" (CVPR 2013): a region's traits, measured against the photo as a whole, are weighed by a function that was
 * fitted to photographs with known subjects (`weights.ts`).
 */
import type { Work } from '../../../runtime/work.ts';
import type { Prepared } from './features.ts';
import { apart, regionsOf, waysBetween, waysFrom, type Regions } from './regions.ts';
import { connectedWithRim, saliency } from './saliency.ts';
import { weigh } from './score.ts';
import { FOREGROUND, FOREGROUND_BIAS } from './weights.ts';

/** Colours this far apart (CIE Lab and detail) are kin: those of a rim, those of a thing. */
const RIM_KIN = 15;
const KIN = 12;
/** Where the rim's colour is so rare on it, what is there is cut off by it rather than background. */
const RARE = 0.3;
/** How far from the rim, in differences, what has a colour that the rim has nowhere else starts. */
const AWAY = 20;
/** How much contrast alone tells: the traits of some subjects are like none that the weights were fitted to. */
const UNUSUAL = 0.45;
/** The most that is counted of how long a part of the rim's sides a region takes. */
const MOST_BESIDE = 3;

/** Of each pixel of the search size, 0..1. Zeros for a photo of one colour; what is transparent has none. */
export interface Standing {
  /** How likely the subject is there. */
  likely: Float32Array;
  /** How much it stands out by contrast, and how surely it is connected with the rim. */
  contrast: Float32Array;
  background: Float32Array;
}

export async function foreground(prepared: Prepared, work: Work): Promise<Standing> {
  const { coarse } = prepared;
  const regions = regionsOf(prepared);
  await work.breathe();
  const { count, of } = regions;
  const blank = () => new Float32Array(of.length);
  if (count < 2) return { likely: blank(), contrast: blank(), background: blank() };
  const ways = await waysBetween(regions, work);
  const { background, sides } = connectedWithRim(regions, ways);
  await work.breathe();
  const contrast = saliency(regions, background, coarse);
  await work.breathe();
  const far = fromRim(regions);
  const kin = kinOf(regions);
  await work.breathe();
  const { area, colour, spread: varied, u, v } = regions;
  const chroma = standard(
    colour[1]!.map((a, r) => Math.hypot(a, colour[2]![r]!)),
    area,
  );
  const red = standard(colour[1]!, area);
  const likely = Float64Array.from({ length: count }, (_, r) => {
    const traits = [
      u[r]! ** 2 + 0.7 * v[r]! ** 2,
      background[r]!,
      Math.min(MOST_BESIDE, sides[r]!),
      far[r]!,
      kin.wide[r]!,
      kin.u[r]! ** 2,
      kin.v[r]!,
      chroma[r]!,
      red[r]!,
      colour[0]![r]! / 100,
      Math.sqrt(varied.light[r]!) / 10,
      Math.sqrt(varied.colour[r]!) / 10,
      contrast[r]!,
    ];
    const usual = 1 / (1 + Math.exp(-FOREGROUND_BIAS - weigh(traits, FOREGROUND)));
    return usual + UNUSUAL * contrast[r]! ** 2 * (1 - usual);
  });
  const { alpha } = coarse.planes;
  const spread = (values: Float64Array) =>
    Float32Array.from(of, (r, i) => (alpha[i]! >= 0.5 ? values[r]! : 0));
  return { likely: spread(likely), contrast: spread(contrast), background: spread(background) };
}

/**
 * How far each region is from the rim over what one has to cross, 0..1 (Wei, Wen, Zhu and Sun, "Geodesic saliency
 * using background priors", ECCV 2012). The lower side isn't background by itself: it cuts people off.
 */
function fromRim(regions: Regions): Float64Array {
  const { count, rim } = regions;
  const length = rim.top.map((t, r) => t + rim.sides[r]!);
  const total = length.reduce((a, b) => a + b, 0);
  const start = length.map((mine, r) => {
    if (mine === 0) return Infinity;
    let common = 0;
    for (let s = 0; s < count; s++)
      if (length[s]) common += length[s]! * Math.exp(-(apart(regions, r, s) ** 2) / (2 * RIM_KIN * RIM_KIN));
    return (AWAY * Math.max(0, RARE - common / total)) / RARE;
  });
  const far = waysFrom(regions, start);
  const most = far.reduce((a, b) => Math.max(a, b), 0);
  return far.map((d) => d / (most + 5));
}

/** Where what has a region's colour lies: the mean of its place, and how widely it lies from left to right. */
function kinOf(regions: Regions): { u: Float64Array; v: Float64Array; wide: Float64Array } {
  const { count, area, u, v } = regions;
  const out = { u: new Float64Array(count), v: new Float64Array(count), wide: new Float64Array(count) };
  for (let r = 0; r < count; r++) {
    let [total, x, y, xx] = [0, 0, 0, 0];
    for (let s = 0; s < count; s++) {
      const weight = area[s]! * Math.exp(-(apart(regions, r, s) ** 2) / (2 * KIN * KIN));
      total += weight;
      x += weight * u[s]!;
      y += weight * v[s]!;
      xx += weight * u[s]! ** 2;
    }
    out.u[r] = x / total;
    out.v[r] = y / total;
    out.wide[r] = xx / total - (x / total) ** 2;
  }
  return out;
}

/** Values less their mean, over their deviation; each counts by its region's area. */
function standard(values: Float64Array, area: Float64Array): Float64Array {
  let [total, sum, squares] = [0, 0, 0];
  values.forEach((value, r) => {
    total += area[r]!;
    sum += area[r]! * value;
    squares += area[r]! * value * value;
  });
  const mean = sum / total;
  const deviation = Math.sqrt(Math.max(0, squares / total - mean * mean)) + 1e-6;
  return values.map((value) => (value - mean) / deviation);
}
