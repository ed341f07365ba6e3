/** What a picture lacks: how its levels, its light's colour and its brightness differ from a good photo's. */
import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
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
  const balance = neutralise(lightOf(pixels, strength));
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
 * The colour of the light (luminance 1), as far as it should be taken out. Two guesses, for each can be fooled: what
 * is brightest is white, and the picture's sixth-power mean is grey (Finlayson, Trezzi, "Shades of gray and colour
 * constancy", 2004). Where they disagree, or see a light that hardly exists, little is done.
 */
function lightOf(pixels: Pixels, strength: number): [number, number, number] {
  const usable = pixels.filter((p) => Math.max(...p) < 0.97 && lum(p) > 0.002);
  if (usable.length < 0.2 * pixels.length) return [1, 1, 1];
  const byLight = [...usable].sort((a, b) => lum(b) - lum(a));
  const brightest = byLight.slice(0, Math.ceil(0.03 * byLight.length));
  const patch = [0, 1, 2].map((c) =>
    quantile(
      brightest.map((p) => p[c]!).sort((a, b) => a - b),
      0.5,
    ),
  );
  const mean = [0, 1, 2].map((c) => usable.reduce((sum, p) => sum + p[c]! ** 6, 0) ** (1 / 6));
  const [one, two] = [chromaOf(patch), chromaOf(mean)];
  const a = (one[0] + two[0]) / 2;
  const b = (one[1] + two[1]) / 2;
  const far = Math.hypot(a, b);
  const apart = Math.hypot(one[0] - two[0], one[1] - two[1]);
  // Up to 0.012 is the photographer's taste; beyond 0.13 it is no light but a scene of one colour.
  const sure =
    Math.min(1, Math.max(0, (far - 0.012) / 0.02)) *
    Math.min(1, Math.max(0.25, (0.17 - far) / 0.06)) *
    Math.min(1, Math.max(0, 1.6 - apart / Math.max(0.02, far)));
  const share = 0.85 * strength * sure;
  // Back from OKLab at the lightness of 0.8.
  const [l, m, s] = [
    0.8 + 0.3963377774 * a * share + 0.2158037573 * b * share,
    0.8 - 0.1055613458 * a * share - 0.0638541728 * b * share,
    0.8 - 0.0894841775 * a * share - 1.291485548 * b * share,
  ].map((v) => v ** 3) as [number, number, number];
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ] as const;
  const level = luminance(...rgb);
  return rgb.map((v) => v / level) as [number, number, number];
}

/** OKLab (a, b) of a light's colour at the lightness of 0.8. */
function chromaOf(rgb: number[]): [number, number] {
  const level = 0.512 / Math.max(1e-9, luminance(rgb[0]!, rgb[1]!, rgb[2]!));
  const lab = new Float64Array(3);
  toOklab(rgb[0]! * level, rgb[1]! * level, rgb[2]! * level, lab);
  return [lab[1]!, lab[2]!];
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
