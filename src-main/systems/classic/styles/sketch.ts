import { letGo } from '../../../runtime/collect.ts';
import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { evenBlur } from '../box-blur.ts';
import { changePixels } from '../edits/pixels.ts';
import { FullRows, type Reduced } from '../edits/reduced.ts';
import { draft, lumaOf, painting } from './draft.ts';
import { flowOf } from './flow.ts';
import { inked, inkOf } from './lines.ts';
import { Grain, Hatching } from './paper.ts';
import type { Manner, Style } from './style.ts';

/** From this on a tone is left to the paper. */
const paperWhite = 0.86;

/**
 * A pencil drawing: outlines, and tones by layers of hatching, the darker the more directions (after Lu, Xu, Jia,
 * "Combining sketch and tone for pencil drawing production", 2012, who show that pencil tones are few and bright).
 */
export const sketch: Style = async (
  image: Raster,
  mask: Mask | null,
  { strength, opacity, seed },
  work: Work,
) => {
  const quiet = { ...work, progress: () => {} };
  const { size, rgb, unit, fullUnit } = await draft(image, 1400, partOf(work, 0, 0.15));
  const luma = await evened(lumaOf(rgb), work);
  const flow = await flowOf({ rgb, size }, 1.8 * unit, quiet);
  letGo(rgb);
  work.progress(0.3, 1);
  const ink = await inkOf(luma, flow, size, Math.max(0.7, 0.95 * unit), quiet);
  // Fine and broad lines: contours of large shapes are drawn with a softer pencil.
  const broad = await inkOf(luma, flow, size, 2.6 * unit, quiet);
  for (let i = 0; i < ink.length; i++) ink[i] = Math.max(ink[i]!, 0.5 * broad[i]!);
  letGo([broad, ...Object.values(flow)]);
  await work.breathe();
  const tone = await evenBlur(luma, size, 0.9 * unit, quiet);
  letGo([luma]);
  work.progress(0.5, 1);
  const own = { ink, tone, size, unit: fullUnit, strength, opacity, seed };
  return changePixels(image, mask, sketching, own, partOf(work, 0.5, 1));
};

interface Sketching extends Manner {
  ink: Float32Array;
  tone: Float32Array;
  size: Reduced;
  unit: number;
}

export const sketching = painting(
  'sketch',
  ({ ink, tone, size, unit, strength, seed }: Sketching, { width }) => {
    const full = new FullRows([ink, tone], size, width, 'spline');
    const [lines, tones] = full.rows as [Float32Array, Float32Array];
    const grain = new Grain(unit, seed + 30);
    const stroke = Math.max(1, unit);
    const layers = [
      { from: 1, hatching: new Hatching(-52, stroke, seed) },
      { from: 0.62, hatching: new Hatching(-28, stroke, seed + 10) },
      { from: 0.36, hatching: new Hatching(-78, stroke, seed + 20) },
    ];
    return {
      row: (y) => full.go(y),
      paint(x, y, out) {
        const rough = grain.at(x, y);
        const light = Math.min(1, tones[x]! / paperWhite);
        let paper = 0.975 - 0.02 * rough;
        for (const { from, hatching } of layers) {
          const dark = Math.max(0, 1 - light / from);
          if (dark <= 0) continue;
          // Strokes as wide as the tone is dark, on the paper's high spots only.
          const covered = Math.min(1, Math.max(0, (dark * 0.9 + 0.16 - hatching.at(x, y)) / 0.28 + 0.5));
          paper *= 1 - (0.4 + 0.34 * strength) * dark ** 0.7 * (0.12 + 0.88 * covered) * (0.8 + 0.4 * rough);
        }
        const drawn = inked(lines[x]!, 0.026 - 0.014 * strength) * (0.72 + 0.4 * rough);
        paper *= 1 - Math.min(0.82, drawn * (0.6 + 0.4 * strength));
        out[0] = paper;
        out[1] = paper * 0.995;
        out[2] = paper * 0.985;
      },
    };
  },
);

/** Luma with its darkest and brightest per cent at 0 and 1, and its middle brightened: pencils hardly reach black. */
async function evened(luma: Float32Array, work: Work): Promise<Float32Array> {
  const sorted = luma.filter((_, i) => i % 7 === 0).sort();
  const [low, high] = [
    sorted[Math.floor(0.01 * sorted.length)]!,
    sorted[Math.floor(0.99 * (sorted.length - 1))]!,
  ];
  const range = Math.max(0.2, high - low);
  await work.breathe();
  for (let i = 0; i < luma.length; i++) {
    luma[i] = Math.min(1, Math.max(0, (luma[i]! - low) / range)) ** 0.7;
    if (i % 65_536 === 0) await work.breathe();
  }
  return luma;
}
