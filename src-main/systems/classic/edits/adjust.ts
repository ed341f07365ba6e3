import { cloneRaster, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Args } from './apply.ts';
import { chromaOf, scaleChroma } from './gamut.ts';
import { guidedLines } from './guided.ts';
import { fit, fromOklab, linearTable, luminance, toneOf, toOklab } from './light.ts';
import { LocalChange, type Lines } from './local-contrast.ts';
import { changePixels, pixelKernel } from './pixels.ts';
import { reducedSize, reduceLight } from './reduced.ts';
import { brighten, contrasted, openShadows, ToneFactors } from './tone-curve.ts';
import { turnLight, whiteBalance } from './white-balance.ts';

const names = [
  'exposure',
  'brightness',
  'contrast',
  'highlights',
  'shadows',
  'saturation',
  'vibrance',
  'temperature',
  'tint',
] as const;

/**
 * Tone and colour. White balance and exposure act on light; tone moves luminance and keeps the hue; highlights and
 * shadows follow the large shapes only, so that what lies in them keeps its contrast. Contrast turns about middle grey,
 * that of a region about the region's own middle: a bright sky gets deeper clouds, not whiter ones.
 */
export async function adjust(
  image: Raster,
  mask: Mask | null,
  args: Args<'adjust'>,
  work: Work,
): Promise<Raster> {
  if (names.every((name) => !args[name])) return cloneRaster(image);
  const { highlights = 0, shadows = 0 } = args;
  const local = highlights || shadows ? await shapesOf(image, args, partOf(work, 0, 0.4)) : null;
  const pivot = mask && args.contrast ? await middleOf(image, mask, args, work) : 0.5;
  return changePixels(image, mask, adjusting, { args, local, pivot }, partOf(work, local ? 0.4 : 0, 1));
}

interface Adjusting {
  args: Args<'adjust'>;
  /** The edge-preserving mean around each pixel, where highlights and shadows are to follow it. */
  local: Lines | null;
  /** The tone that contrast leaves where it is, 0..1. */
  pivot: number;
}

export const adjusting = pixelKernel('adjust', ({ args, local, pivot }: Adjusting, { width }) => {
  const { brightness = 0, contrast = 0, highlights = 0, shadows = 0, saturation = 0, vibrance = 0 } = args;
  const light = relight(args);
  const mean = local && new LocalChange(local, width);
  const opened = new ToneFactors((v) => openShadows(v, shadows, highlights));
  const curve =
    brightness || contrast
      ? new ToneFactors((v) => contrasted(brighten(v, brightness), contrast, pivot))
      : null;
  const lab = new Float64Array(3);
  return {
    row: (y) => mean?.go(y),
    change(rgb, x) {
      light(rgb);
      if (mean) scale(rgb, opened.at(mean.at(toneOf(rgb), x)));
      if (curve) scale(rgb, curve.at(toneOf(rgb)));
      fit(rgb);
      if (!saturation && !vibrance) return;
      toOklab(rgb[0]!, rgb[1]!, rgb[2]!, lab);
      scaleChroma(lab, (1 + saturation) * (1 + vibrance * spared(lab)));
      fromOklab(lab[0]!, lab[1]!, lab[2]!, rgb);
    },
  };
});

function scale(rgb: Float64Array, factor: number): void {
  for (let c = 0; c < 3; c++) rgb[c]! *= factor;
}

/** Light above this is pressed together when a gain would push white out of range. */
const knee = 0.6;

/** White balance and exposure. White stays within range, and bright colours keep their hue on the way to it. */
function relight({ temperature = 0, tint = 0, exposure = 0 }: Args<'adjust'>): (rgb: Float64Array) => void {
  if (!temperature && !tint && !exposure) return () => {};
  const matrix = whiteBalance(temperature, tint).map((v) => v * 2 ** exposure);
  const white = Float64Array.of(1, 1, 1);
  turnLight(matrix, white);
  const brightest = Math.max(...white);
  const steep = (brightest - knee) / (1 - knee);
  return (rgb) => {
    turnLight(matrix, rgb);
    const most = Math.max(rgb[0]!, rgb[1]!, rgb[2]!);
    if (brightest <= 1 || most <= knee) return;
    // A hyperbola that leaves the knee with slope 1 and takes the brightest white to 1.
    const t = (most - knee) / (brightest - knee);
    const pressed = knee + ((1 - knee) * steep * t) / (1 + (steep - 1) * t);
    scale(rgb, pressed / most);
    // As on film, colours pale on the way to white.
    const grey = luminance(rgb[0]!, rgb[1]!, rgb[2]!);
    const keep = 1 - 0.6 * (1 - pressed / most);
    for (let c = 0; c < 3; c++) rgb[c] = grey + (rgb[c]! - grey) * keep;
  };
}

/** The large shapes of light, as lines on the tone of what light will be. */
async function shapesOf(image: Raster, args: Args<'adjust'>, work: Work): Promise<Lines> {
  const size = reducedSize(image, 1024);
  const light = relight(args);
  const tone = (rgb: Float64Array): number => {
    light(rgb);
    return toneOf(rgb);
  };
  const plane = await reduceLight(image, size, tone, work);
  const radius = Math.max(2, Math.round(Math.max(size.width, size.height) * 0.025));
  return { ...(await guidedLines(plane, plane, size, radius, 0.01, { ...work, progress: () => {} })), size };
}

/** The mean tone of a region, as brightness leaves it; not too near black or white. */
async function middleOf(image: Raster, mask: Mask, args: Args<'adjust'>, work: Work): Promise<number> {
  const { width, channels, data } = image;
  const linear = linearTable(image);
  const light = relight(args);
  const rgb = new Float64Array(3);
  const box = boxOf(image, mask);
  // Some thousands of pixels tell it.
  const step = Math.max(1, Math.floor(Math.sqrt(((box.x2 - box.x1) * (box.y2 - box.y1)) / 40_000)));
  let [sum, total] = [0, 0];
  await eachRow(box, { ...work, progress: () => {} }, (y) => {
    if ((y - box.y1) % step) return;
    for (let x = box.x1; x < box.x2; x += step) {
      const p = y * width + x;
      const weight = mask.data[p]!;
      if (!weight) continue;
      for (let c = 0; c < 3; c++) rgb[c] = linear[data[p * channels + c]!]!;
      light(rgb);
      sum += weight * toneOf(rgb);
      total += weight;
    }
  });
  const middle = total ? brighten(sum / total, args.brightness ?? 0) : 0.5;
  return Math.min(0.85, Math.max(0.2, middle));
}

/** The direction of skin's hues in OKLab's (a, b), about 52°. */
const skin = [Math.cos(0.91), Math.sin(0.91)] as const;

/** How much of vibrance a colour (OKLab) gets, 0..1: little where it is colourful already, half where it is skin. */
export function spared(lab: Float64Array): number {
  const chroma = chromaOf(lab);
  if (chroma < 1e-6) return 0;
  const like = (lab[1]! * skin[0] + lab[2]! * skin[1]) / chroma;
  const isSkin = Math.min(1, Math.max(0, (like - 0.9) / 0.08));
  return Math.max(0, 1 - chroma / 0.22) * (1 - 0.6 * isSkin);
}
