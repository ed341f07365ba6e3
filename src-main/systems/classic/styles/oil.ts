import { partOf } from '../../../runtime/work.ts';
import { FullRows } from '../edits/reduced.ts';
import { scaleChroma } from '../edits/gamut.ts';
import { coded, fit, fromOklab, linearOf, toOklab } from '../edits/light.ts';
import { hash } from '../edits/noise.ts';
import { changePixels } from '../edits/pixels.ts';
import { draft, lumaOf, painting } from './draft.ts';
import { enlarge, Enlarged, type Enlargement } from './enlarge.ts';
import { alongFlow, flowOf } from './flow.ts';
import { kuwahara } from './kuwahara.ts';
import type { Manner, Style } from './style.ts';

/**
 * Brush strokes: areas of one colour drawn out along the edges, and the relief of the bristles in them, lit from the
 * upper left.
 */
export const oil: Style = async (image, mask, { strength, opacity, seed }, work) => {
  const quiet = { ...work, progress: () => {} };
  const sheet = await draft(image, 1200, partOf(work, 0, 0.15));
  const { size, unit } = sheet;
  const { width, height } = size;
  const flow = await flowOf(sheet, 2.6 * unit, quiet);
  const painted = await kuwahara(sheet, flow, (4 + 5 * strength) * unit, partOf(work, 0.15, 0.6));
  // A second, finer pass takes away what the first left between its strokes.
  const strokes = await flowOf({ rgb: painted, size }, 6 * unit, quiet);
  const paintedTwice = await kuwahara(
    { rgb: painted, size },
    strokes,
    (2.5 + 2 * strength) * unit,
    partOf(work, 0.6, 0.75),
  );
  const bristles = new Float32Array(width * height);
  const coarse = Math.max(1, unit);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++)
      bristles[i] = hash(Math.floor(x / coarse), Math.floor(y / coarse), seed) - 0.5;
    await work.breathe();
  }
  const relief = await alongFlow(bristles, strokes, size, 11 * unit, quiet);
  const luma = lumaOf(paintedTwice);
  await work.breathe();
  const lit = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      // Height: bristles, and a little the paint itself, for light colours are laid on thickly.
      const behind = (y > 0 ? i - width : i) - (x > 0 ? 1 : 0);
      lit[i] = 1.6 * (relief[i]! - relief[behind]!) + 0.5 * relief[i]! + 0.35 * (luma[i]! - luma[behind]!);
    }
  await work.breathe();
  const own = { lit, sheet: await enlarge(paintedTwice, size, quiet), strength, opacity };
  return changePixels(image, mask, varnishing, own, partOf(work, 0.75, 1));
};

interface Varnishing extends Omit<Manner, 'seed'> {
  lit: Float32Array;
  sheet: Enlargement;
}

export const varnishing = painting('oil', ({ lit, sheet, strength }: Varnishing, { width }) => {
  const full = new FullRows([lit], sheet.size, width, 'spline');
  const [shine] = full.rows as [Float32Array];
  const enlarged = new Enlarged(sheet);
  const lab = new Float64Array(3);
  return {
    row: (y) => full.go(y),
    paint(x, y, out) {
      enlarged.at(x, y, out);
      toOklab(linearOf(out[0]!), linearOf(out[1]!), linearOf(out[2]!), lab);
      const shown = 0.3 + 0.7 * lab[0]!;
      lab[0] = Math.min(1, Math.max(0, lab[0]! + (0.06 + 0.12 * strength) * shown * shine[x]!));
      scaleChroma(lab, 1.12 + 0.2 * strength);
      fromOklab(lab[0], lab[1]!, lab[2]!, out);
      fit(out);
      for (let c = 0; c < 3; c++) out[c] = coded(out[c]!);
    },
  };
});
