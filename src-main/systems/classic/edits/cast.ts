/** The colour of the light that a picture was taken in, where the picture tells it. */
import type { Work } from '../../../runtime/work.ts';
import { fromOklab, luminance, toLinear, toOklab } from './light.ts';

/** OKLab's (a, b) at the lightness of 0.8: of a surface in any brightness of one light it is the same. */
type Chroma = readonly [number, number];
type Pixels = readonly Float64Array[];

const lum = (p: ArrayLike<number>): number => luminance(p[0]!, p[1]!, p[2]!);
const apart = (p: Chroma, q: Chroma): number => Math.hypot(p[0] - q[0], p[1] - q[1]);
const ramp = (v: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (v - from) / (to - from)));

/** Surfaces of one colour lie within about this. */
const spread = 0.014;
const likeness = (square: number): number => Math.exp(-square / (2 * spread * spread));

/**
 * The light (linear RGB of luminance 1) as far as it should be taken out; white where nothing speaks clearly for a
 * cast. A cast is where grey things gather: there are many of them in nearly every picture (Weijer, Gevers, Gijsenij,
 * "Edge-based color constancy", 2007, sum up what else is assumed), they lie close together, among other colours, at a
 * colour that light can have, and the brightest things and the mean of the bright ones agree with them. Petals, leaves
 * and skies fail in one of these.
 *
 * @param pixels linear RGB, averaged from the picture
 * @param strength 0..1
 */
export async function castOf(
  pixels: Pixels,
  strength: number,
  work: Work,
): Promise<[number, number, number]> {
  const usable = pixels.filter((p) => Math.max(p[0]!, p[1]!, p[2]!) < cut && lum(p) > 0.003);
  if (usable.length < 0.2 * pixels.length) return [1, 1, 1];
  const chromas = usable.map(chromaOf);
  await work.breathe();
  const { light, share } = gathering(chromas);
  await work.breathe();
  const far = Math.hypot(...light);
  const witnesses = [brightest(usable), mean(usable)];
  const disagreement = Math.max(...witnesses.map((w) => apart(chromaOf(w), light)));
  const sure =
    ramp(share, 0.14, 0.28) *
    likely(light) *
    // A hint of colour is the photographer's taste.
    ramp(far, 0.012, 0.032) *
    // Of fog, slate and water alone one can't tell whether they are blue.
    ramp(varietyOf(chromas), 0.025, 0.06) *
    ramp(-disagreement, -0.045, -0.025);
  return lightOf(light, 0.85 * strength * sure);
}

/** A channel above this may have been cut off by the camera. */
const cut = toLinear(0.985);

function chromaOf(p: ArrayLike<number>): Chroma {
  const level = 0.512 / Math.max(1e-9, lum(p));
  const lab = new Float64Array(3);
  toOklab(p[0]! * level, p[1]! * level, p[2]! * level, lab);
  return [lab[1]!, lab[2]!];
}

/** How likely light has this colour, 0..1: from candles' to deep shade's, and a little to the side of these. */
function likely([a, b]: Chroma): number {
  // Daylight and lamps, by their formulas (CIE 15), lie along this line.
  const aside = Math.max(0, Math.abs(a - 0.2 * Math.min(0.1, Math.max(0, b))) - 0.012);
  return Math.exp(-((aside / 0.025) ** 2)) * (1 - ramp(Math.hypot(a, b), 0.1, 0.135));
}

const bin = 0.008;
const bins = 40;

/** Where among the colours of light most pixels gather, and what share of all does. */
function gathering(chromas: readonly Chroma[]): { light: Chroma; share: number } {
  const counts = new Float64Array(bins * bins);
  const place = (v: number): number => Math.floor(v / bin) + bins / 2;
  for (const [a, b] of chromas) {
    const [i, j] = [place(a), place(b)];
    if (i >= 0 && j >= 0 && i < bins && j < bins) counts[i * bins + j]!++;
  }
  const middle = (k: number): number => (k - bins / 2 + 0.5) * bin;
  let light: Chroma = [0, 0];
  let most = 0;
  for (let i = 0; i < bins; i++)
    for (let j = 0; j < bins; j++) {
      const at: Chroma = [middle(i), middle(j)];
      const prior = likely(at);
      if (prior < 0.01) continue;
      let near = 0;
      for (let u = Math.max(0, i - 5); u < Math.min(bins, i + 6); u++)
        for (let v = Math.max(0, j - 5); v < Math.min(bins, j + 6); v++)
          near += counts[u * bins + v]! * likeness(((u - i) ** 2 + (v - j) ** 2) * bin * bin);
      if (near * prior > most) [most, light] = [near * prior, at];
    }
  // Mean shift: Comaniciu, Meer, "Mean shift: a robust approach toward feature space analysis", 2002.
  let share = 0;
  for (let k = 0; k < 6; k++) {
    let [sum, x, y] = [0, 0, 0];
    for (const [a, b] of chromas) {
      const weight = likeness((a - light[0]) ** 2 + (b - light[1]) ** 2);
      sum += weight;
      x += weight * a;
      y += weight * b;
    }
    share = sum / chromas.length;
    if (sum > 0) light = [x / sum, y / sum];
  }
  return { light, share };
}

/** Standard deviation of the colours. */
function varietyOf(chromas: readonly Chroma[]): number {
  const n = chromas.length;
  let [a, b, square] = [0, 0, 0];
  for (const [x, y] of chromas) {
    a += x / n;
    b += y / n;
    square += (x * x + y * y) / n;
  }
  return Math.sqrt(Math.max(0, square - a * a - b * b));
}

/** The brightest things are often white: medians over the brightest thirtieth. */
function brightest(pixels: Pixels): number[] {
  const sorted = [...pixels].sort((p, q) => lum(q) - lum(p)).slice(0, Math.ceil(pixels.length / 30));
  return [0, 1, 2].map((c) => sorted.map((p) => p[c]!).sort((u, v) => u - v)[sorted.length >> 1]!);
}

/** The sixth-power mean: Finlayson, Trezzi, "Shades of gray and colour constancy", 2004. */
const mean = (pixels: Pixels): number[] =>
  [0, 1, 2].map((c) => pixels.reduce((sum, p) => sum + p[c]! ** 6, 0) ** (1 / 6));

/** Back from OKLab at the lightness of 0.8, with this share of the colour. */
function lightOf([a, b]: Chroma, share: number): [number, number, number] {
  const rgb = new Float64Array(3);
  fromOklab(0.8, a * share, b * share, rgb);
  const level = lum(rgb);
  return [rgb[0]! / level, rgb[1]! / level, rgb[2]! / level];
}
