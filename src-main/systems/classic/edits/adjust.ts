import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import { cloneRaster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { changePixels, type Args } from './apply.ts';
import { coded, luminance, toLinear } from './light.ts';

const names = [
  'exposure',
  'contrast',
  'highlights',
  'shadows',
  'saturation',
  'vibrance',
  'temperature',
  'tint',
] as const;

/** Tone and colour. Exposure and white balance are gains on light; tone moves luminance and keeps the hue. */
export async function adjust(
  image: Raster,
  mask: Mask | null,
  args: Args<'adjust'>,
  work: Work,
): Promise<Raster> {
  if (names.every((name) => !args[name])) return cloneRaster(image);
  const gains = whiteBalance(args.temperature ?? 0, args.tint ?? 0).map((g) => g * 2 ** (args.exposure ?? 0));
  const tone = args.contrast || args.highlights || args.shadows ? toneTable(args) : undefined;
  const saturation = args.saturation ?? 0;
  const vibrance = args.vibrance ?? 0;
  return changePixels(image, mask, work, (rgb) => {
    for (let c = 0; c < 3; c++) rgb[c]! *= gains[c]!;
    if (tone) {
      const light = luminance(rgb[0]!, rgb[1]!, rgb[2]!);
      const ratio = tone[Math.round(coded(light) * (tone.length - 1))]!;
      for (let c = 0; c < 3; c++) rgb[c]! *= ratio;
    }
    if (saturation || vibrance) saturate(rgb, saturation, vibrance);
  });
}

/** Gains that warm (+) or cool, and turn to magenta (+) or green; white keeps its luminance. */
function whiteBalance(temperature: number, tint: number): [number, number, number] {
  const red = 2 ** (0.5 * temperature + 0.15 * tint);
  const green = 2 ** (-0.35 * tint);
  const blue = 2 ** (-0.6 * temperature + 0.15 * tint);
  const level = luminance(red, green, blue);
  return [red / level, green / level, blue / level];
}

/**
 * The factor on linear light for each coded luminance 0..1. Contrast turns the curve about its middle; shadows and
 * highlights lift or lower one half of it and leave black and white where they are. It never falls.
 */
function toneTable({ contrast = 0, highlights = 0, shadows = 0 }: Args<'adjust'>): Float32Array {
  const table = new Float32Array(4096);
  let before = 0;
  for (let i = 1; i < table.length; i++) {
    const v = i / (table.length - 1);
    const sCurve = v * v * (3 - 2 * v);
    let w = contrast >= 0 ? v + contrast * (sCurve - v) * 1.2 : v + contrast * 0.7 * (v - 0.5);
    w += shadows * 1.1 * v * (1 - v) ** 3 + highlights * 1.1 * v ** 3 * (1 - v);
    w = Math.min(1, Math.max(before, w));
    before = w;
    table[i] = toLinear(w) / toLinear(v);
  }
  table[0] = table[1]!;
  return table;
}

/** Moves a colour away from (or onto) the grey of its luminance; vibrance spares what is colourful already. */
function saturate(rgb: Float64Array, saturation: number, vibrance: number): void {
  const grey = luminance(rgb[0]!, rgb[1]!, rgb[2]!);
  const most = Math.max(rgb[0]!, rgb[1]!, rgb[2]!);
  const least = Math.min(rgb[0]!, rgb[1]!, rgb[2]!);
  const colourful = most > 0 ? (most - least) / most : 0;
  const factor = (1 + saturation) * (1 + vibrance * (1 - colourful));
  for (let c = 0; c < 3; c++) rgb[c] = grey + (rgb[c]! - grey) * factor;
}
