/** What a picture lacks: how its levels, its light's colour and its brightness differ from a good photo's. */
import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { castOf } from './cast.ts';
import { coded, linearTable, luminance, toLinear, toOklab } from './light.ts';
import { reduce, reducedSize } from './reduced.ts';
import { brighten } from './tone-curve.ts';
import { neutralise, relight } from './white-balance.ts';

export interface Diagnosis {
  /** On linear light: the matrix of the white balance, then a gain. */
  balance: Float64Array;
  gain: number;
  /** On coded luminance: what becomes black, then a brightness (−1..1). */
  black: number;
  brightness: number;
  vibrance: number;
}

type Pixels = Float64Array[];

/** Looks at the region, or at the whole. `strength` 0..1: how much of what is found is to be mended. */
export async function measure(
  image: Raster,
  mask: Mask | null,
  strength: number,
  work: Work,
): Promise<Diagnosis> {
  const size = reducedSize(image, 200);
  const planes = await reduce(image, size, linearTable(image), work);
  const pixels: Pixels = [];
  for (let y = 0, i = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, i++) {
      const at = Math.min(image.height - 1, y * size.factor) * image.width + x * size.factor;
      if (mask && mask.data[at]! < 128) continue;
      pixels.push(Float64Array.of(planes[0][i]!, planes[1][i]!, planes[2][i]!));
    }
  if (pixels.length < 16) return nothing;
  await work.breathe();
  const balance = neutralise(await castOf(pixels, strength, work));
  await work.breathe();
  for (const p of pixels) relight(balance, p);
  return { balance, ...levels(pixels, strength) };
}

const nothing: Diagnosis = {
  balance: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
  gain: 1,
  black: 0,
  brightness: 0,
  vibrance: 0,
};

const lum = (p: Float64Array): number => luminance(p[0]!, p[1]!, p[2]!);

function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/**
 * Where the middle of good photos lies: from about a stop below middle grey to a stop above it, coded (the keys of
 * 0.09 to 0.36 of Reinhard et al., "Photographic tone reproduction for digital images", 2002). And how far apart, at
 * least, their darkest and brightest tones are.
 */
const keys = { least: 0.36, most: 0.62 };
const usualRange = 0.62;

const clamp = (v: number, least = 0, most = 1): number => Math.min(most, Math.max(least, v));

/** The middle of tones in ascending order, by median and mean. */
const keyOf = (tones: number[], level: (v: number) => number = (v) => v): number =>
  (level(quantile(tones, 0.5)) + tones.reduce((sum, v) => sum + level(v), 0) / tones.length) / 2;

function levels(pixels: Pixels, strength: number): Omit<Diagnosis, 'balance'> {
  const peaks = pixels.map((p) => coded(Math.max(...p))).sort((a, b) => a - b);
  const before = pixels.map((p) => coded(lum(p))).sort((a, b) => a - b);
  const top = quantile(peaks, 0.995);
  const key = keyOf(before);
  // A photo whose middle and range are good has no black or no white because there was none in front of the camera.
  const exposed = Math.max(keys.least - key, key - keys.most);
  const lacks = strength * clamp(Math.max(exposed, usualRange - (top - quantile(before, 0.005))) / 0.08);
  // Light can be given back, up to two and a half stops; a night stays a night.
  const wanted = Math.min(5.6, toLinear(0.97) / toLinear(Math.max(0.05, top)));
  const gain = wanted > 1 ? wanted ** lacks : 1;
  const tones = pixels.map((p) => coded(Math.min(1, lum(p) * gain))).sort((a, b) => a - b);
  const black = 0.9 * lacks * clamp(quantile(tones, 0.005) - 0.01, 0, 0.3);
  const now = keyOf(tones, (v) => Math.max(0, (v - black) / (1 - black)));
  // A good middle stays where it was; another goes most of the way to where good ones lie.
  const aim = now + 0.7 * (clamp(now, keys.least, keys.most) - now);
  const kept = key + (aim - key) * clamp(exposed / 0.08);
  const brightness = strength * clamp(towards(now, kept), -0.4, 0.35);
  const lab = new Float64Array(3);
  let chroma = 0;
  for (const p of pixels) {
    toOklab(p[0]! * gain, p[1]! * gain, p[2]! * gain, lab);
    chroma += Math.hypot(lab[1]!, lab[2]!) / pixels.length;
  }
  // A picture without any colour isn't dull but black and white.
  const dull = chroma > 0.008 ? clamp((0.075 - chroma) / 0.05) : 0;
  return { gain, black, brightness, vibrance: 0.75 * strength * dull };
}

/** The brightness that takes one tone to another. */
function towards(from: number, to: number): number {
  let [low, high] = [-1, 1];
  for (let k = 0; k < 20; k++) {
    const middle = (low + high) / 2;
    if (brighten(from, middle) < to) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
