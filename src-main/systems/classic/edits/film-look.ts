import { cloneRaster, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Args } from './apply.ts';
import { monotoneCurve } from './curves.ts';
import { extentOf } from './extent.ts';
import { mostChroma, scaleChroma } from './gamut.ts';
import { coded, fit, fromOklab, linearOf, toOklab } from './light.ts';
import { looks, type Look } from './looks.ts';
import { bell } from './noise.ts';
import { changePixels, pixelKernel } from './pixels.ts';

/** The look of a film: its tone curve, its tints of dark, middle and bright tones, its grain. `amount` blends. */
export async function filmLook(
  image: Raster,
  mask: Mask | null,
  args: Args<'film-look'>,
  work: Work,
): Promise<Raster> {
  return args.amount === 0 ? cloneRaster(image) : changePixels(image, mask, developing, args, work);
}

export const developing = pixelKernel('film-look', ({ look, amount }: Args<'film-look'>, size) => {
  const develop = developer(looks[look]);
  const grain = grainOf(size);
  const strength = looks[look].grain ?? 0;
  const before = new Float64Array(3);
  const after = new Float64Array(3);
  const change = (rgb: Float64Array, x: number, y: number): void => {
    toOklab(rgb[0]!, rgb[1]!, rgb[2]!, before);
    develop(rgb, before, after);
    if (strength) {
      // Grain shows in the middle tones: clear film and full black have none.
      const visible = 4 * after[0]! * Math.max(0, 1.02 - after[0]!);
      after[0]! += strength * visible * grain(x, y);
    }
    for (let c = 0; c < 3; c++) after[c] = before[c]! + (after[c]! - before[c]!) * amount;
    fromOklab(after[0]!, after[1]!, after[2]!, rgb);
    fit(rgb);
  };
  return { change };
});

/** A curve as a table over 0..1. */
function table(points: readonly (readonly [number, number])[]): (v: number) => number {
  const curve = monotoneCurve(points);
  const values = Float32Array.from({ length: 1026 }, (_, i) => curve(i / 1024));
  return (v) => {
    const at = Math.min(1, Math.max(0, v)) * 1024;
    const i = at | 0;
    return values[i]! + (values[i + 1]! - values[i]!) * (at - i);
  };
}

/** From linear light and its OKLab to the look's OKLab, without grain. */
function developer(look: Look): (rgb: Float64Array, before: Float64Array, after: Float64Array) => void {
  const tone = table(look.tone);
  const channels = look.channels?.map(table);
  const { saturation, shadows = [0, 0], middle = [0, 0], highlights = [0, 0] } = look;
  const turned = new Float64Array(3);
  return (rgb, before, after) => {
    after.set(before);
    if (channels) {
      for (let c = 0; c < 3; c++) turned[c] = linearOf(channels[c]!(coded(rgb[c]!)));
      toOklab(turned[0]!, turned[1]!, turned[2]!, after);
    }
    if (typeof saturation === 'number') scaleChroma(after, saturation);
    else {
      const [r, g, b] = saturation.mix;
      after[0] = Math.cbrt(r * rgb[0]! + g * rgb[1]! + b * rgb[2]!);
      after[1] = after[2] = 0;
    }
    const lightness = (after[0] = tone(after[0]!));
    const dark = Math.max(0, 1 - lightness / 0.55);
    const bright = Math.max(0, (lightness - 0.5) / 0.5);
    const between = Math.max(0, 1 - dark - bright);
    const a = shadows[0] * dark + middle[0] * between + highlights[0] * bright;
    const b = shadows[1] * dark + middle[1] * between + highlights[1] * bright;
    if (a === 0 && b === 0) return;
    // Tints fade where they can't be shown, towards black and white, so that neither takes a colour cast.
    const share = Math.min(1, (0.7 * mostChroma(lightness, a, b)) / Math.sqrt(a * a + b * b));
    after[1]! += a * share;
    after[2]! += b * share;
  };
}

const seed = 1839;

/** Noise of deviation 1, whose grains are as large as on a negative of this picture's size, but at least a pixel. */
function grainOf(picture: Pick<Raster, 'width' | 'height'>): (x: number, y: number) => number {
  const size = Math.max(1, extentOf(picture) / 1600);
  if (size === 1) return (x, y) => bell(x, y, seed);
  return (x, y) => {
    const i = Math.floor(x / size);
    const j = Math.floor(y / size);
    const u = x / size - i;
    const v = y / size - j;
    const top = bell(i, j, seed) * (1 - u) + bell(i + 1, j, seed) * u;
    const below = bell(i, j + 1, seed) * (1 - u) + bell(i + 1, j + 1, seed) * u;
    const spread = Math.sqrt((u * u + (1 - u) * (1 - u)) * (v * v + (1 - v) * (1 - v)));
    return (top * (1 - v) + below * v) / spread;
  };
}
