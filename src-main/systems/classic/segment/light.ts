/** What is bright or dark, as a mask of the photo's own size. */
import { blankMask, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { components, tidy } from './distance.ts';
import type { Prepared } from './features.ts';
import { blur } from './planes.ts';

/** From where on (luma 0..1 as coded) highlights begin, and from where on all of a pixel is one; shadows mirror it. */
const HIGHLIGHT: readonly [from: number, to: number] = [0.62, 0.85];

/** Highlights or shadows: soft, each pixel by its own brightness, so that a change of them shows no outline. */
export async function toneMask(image: Raster, name: 'highlights' | 'shadows', work: Work): Promise<Mask> {
  const { width, height, channels, data } = image;
  const mask = blankMask(width, height);
  const scale = 1 / fullScale(image);
  const [from, to] = HIGHLIGHT;
  for (let y = 0; y < height; y++) {
    for (let i = y * width, o = i * channels; i < (y + 1) * width; i++, o += channels) {
      const luma = (0.2126 * data[o]! + 0.7152 * data[o + 1]! + 0.0722 * data[o + 2]!) * scale;
      const far = ((name === 'highlights' ? luma : 1 - luma) - from) / (to - from);
      const t = Math.min(1, Math.max(0, far));
      mask.data[i] = Math.round(255 * t * t * (3 - 2 * t));
    }
    await work.breathe();
  }
  return mask;
}

/** The part around the brightest or the darkest place, 1 inside, at the working size. */
export async function segmentExtreme(
  { fine }: Prepared,
  name: 'brightest' | 'darkest',
  work: Work,
): Promise<Uint8Array> {
  const { width, height, planes } = fine;
  const sign = name === 'brightest' ? 1 : -1;
  const smooth = blur(planes.l, width, height, Math.max(1, 0.01 * Math.hypot(width, height)));
  await work.breathe();
  let best = 0;
  for (let i = 0; i < smooth.length; i++) {
    if (planes.alpha[i]! < 0.5) smooth[i] = -sign * 1000;
    if (sign * smooth[i]! > sign * smooth[best]!) best = i;
  }
  // half way from the extreme to what is usual, as far as it is connected
  const usual = median(planes.l);
  const limit = smooth[best]! - 0.4 * (smooth[best]! - usual);
  const raw = blur(planes.l, width, height, 1.5);
  await work.breathe();
  const mask = Uint8Array.from(raw, (v, i) => (planes.alpha[i]! >= 0.5 && sign * v >= sign * limit ? 1 : 0));
  mask[best] = 1;
  const { labels } = components(mask, width, height, 1);
  const out = mask.map((v, i) => (v && labels[i] === labels[best] ? 1 : 0));
  tidy(out, width, height, 0.02, [best]);
  return out;
}

const median = (values: Float32Array): number => values.toSorted()[values.length >> 1]!;
