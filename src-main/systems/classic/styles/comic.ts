import { partOf } from '../../../runtime/work.ts';
import { FullRows } from '../edits/reduced.ts';
import { scaleChroma } from '../edits/gamut.ts';
import { coded, fit, fromOklab, linearOf, toOklab } from '../edits/light.ts';
import { changePixels } from '../edits/pixels.ts';
import { draft, lumaOf, painting } from './draft.ts';
import { enlarge, Enlarged, type Enlargement } from './enlarge.ts';
import { flowOf } from './flow.ts';
import { kuwahara } from './kuwahara.ts';
import { inked, inkOf } from './lines.ts';
import type { Manner, Style } from './style.ts';

/** Levels of lightness that colours are printed in. */
const levels = 6;
/** Below this lightness (OKLab) all is ink, softly. */
const black = 0.2;

/**
 * Flat colours in few levels of lightness, with clear steps, under black outlines (Winnemöller, Olsen, Gooch,
 * "Real-time video abstraction", 2006, and "XDoG", 2012). Steps and lines are cut at full size, so that they are crisp.
 */
export const comic: Style = async (image, mask, { strength, opacity }, work) => {
  const quiet = { ...work, progress: () => {} };
  const sheet = await draft(image, 1200, partOf(work, 0, 0.15));
  const { size, rgb, unit } = sheet;
  const flow = await flowOf(sheet, 1.8 * unit, quiet);
  const flat = await kuwahara(sheet, flow, (3.5 + 4 * strength) * unit, partOf(work, 0.15, 0.5));
  const ink = await inkOf(lumaOf(rgb), flow, size, Math.max(0.8, 1.1 * unit), quiet);
  const bold = await inkOf(lumaOf(flat), flow, size, Math.max(1, 2.2 * unit), quiet);
  for (let i = 0; i < ink.length; i++) ink[i] = Math.max(ink[i]!, 0.8 * bold[i]!);
  const own = { ink, sheet: await enlarge(flat, size, quiet), strength, opacity };
  return changePixels(image, mask, printing, own, partOf(work, 0.55, 1));
};

interface Printing extends Omit<Manner, 'seed'> {
  ink: Float32Array;
  sheet: Enlargement;
}

export const printing = painting('comic', ({ ink, sheet, strength }: Printing, { width }) => {
  const full = new FullRows([ink], sheet.size, width, 'spline');
  const [lines] = full.rows as [Float32Array];
  const enlarged = new Enlarged(sheet);
  const lab = new Float64Array(3);
  return {
    row: (y) => full.go(y),
    paint(x, y, out) {
      enlarged.at(x, y, out);
      toOklab(linearOf(out[0]!), linearOf(out[1]!), linearOf(out[2]!), lab);
      const at = lab[0]! * levels;
      const step = Math.floor(at) + 0.5;
      // Between two levels lies a narrow ramp, as wide whatever the slope across it.
      const side = 2 * (at - step);
      const cubed = side * side * side;
      const lightness = (step + 0.5 * cubed * cubed * side) / levels;
      lab[0] = Math.min(1, 0.04 + 1.02 * lightness);
      scaleChroma(lab, 1.2 + 0.5 * strength);
      fromOklab(lab[0], lab[1]!, lab[2]!, out);
      fit(out);
      const mass = Math.min(1, Math.max(0, (black + 0.05 - lightness) / 0.05));
      const left = (1 - inked(lines[x]!, 0.04 - 0.024 * strength)) * (1 - 0.85 * mass);
      for (let c = 0; c < 3; c++) out[c] = 0.03 + (coded(out[c]!) - 0.03) * left;
    },
  };
});
