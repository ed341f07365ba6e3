import { partOf, type Work } from '../../../runtime/work.ts';
import { evenBlur } from '../box-blur.ts';
import { FullRows } from '../edits/reduced.ts';
import { scaleChroma } from '../edits/gamut.ts';
import { coded, fit, fromOklab, linearOf, toOklab } from '../edits/light.ts';
import { changePixels } from '../edits/pixels.ts';
import { draft, lumaOf, painting, type Draft } from './draft.ts';
import { enlarge, Enlarged, type Enlargement } from './enlarge.ts';
import { flowOf } from './flow.ts';
import { kuwahara } from './kuwahara.ts';
import { Clouds, Grain } from './paper.ts';
import type { Manner, Style } from './style.ts';

/** Washes laid over each other: how many tones there are. */
const washes = 5;

/**
 * Thin washes on rough paper (Bousseau et al., "Interactive watercolor rendering with temporal coherence and
 * abstraction", 2006): simple shapes whose rims waver, pigment that is denser at rims, in pools and in the paper's
 * hollows; what is bright is left to the paper.
 */
export const watercolour: Style = async (image, mask, { strength, opacity, seed }, work) => {
  const quiet = { ...work, progress: () => {} };
  const sheet = await draft(image, 1200, partOf(work, 0, 0.15));
  const { size, unit, fullUnit } = sheet;
  const flow = await flowOf(sheet, 2.2 * unit, quiet);
  const simple = await kuwahara(sheet, flow, (5 + 6 * strength) * unit, partOf(work, 0.15, 0.55));
  const luma = lumaOf(simple);
  await pool(simple, luma, work);
  const rims = await rimsOf(lumaOf(simple), size, unit, quiet);
  const own = { rims, sheet: await enlarge(simple, size, quiet), unit: fullUnit, strength, opacity, seed };
  return changePixels(image, mask, washing, own, partOf(work, 0.6, 1));
};

interface Washing extends Manner {
  rims: Float32Array;
  sheet: Enlargement;
  unit: number;
}

export const washing = painting(
  'watercolour',
  ({ rims, sheet, unit, strength, seed }: Washing, { width }) => {
    const full = new FullRows([rims], sheet.size, width, 'spline');
    const [rim] = full.rows as [Float32Array];
    const enlarged = new Enlarged(sheet);
    const lab = new Float64Array(3);
    const waver = (1 + 2 * strength) * unit;
    // Two thirds of it slow, a third three times as fine; together they waver by three quarters either way.
    const [across, down] = [new Clouds(14 * unit, 3, 1 / 3, seed), new Clouds(14 * unit, 3, 1 / 3, seed + 2)];
    const grain = new Grain(1.5 * unit, seed + 4);
    const clouds = new Clouds(70 * unit, 2.3, 0.35, seed + 6);
    return {
      row: (y) => full.go(y),
      paint(x, y, out) {
        const dx = 1.5 * across.at(x, y) - 0.75;
        const dy = 1.5 * down.at(x, y) - 0.75;
        enlarged.at(x + 2 * waver * dx, y + 2 * waver * dy, out);
        const rough = grain.at(x, y) - 0.5;
        const wash = clouds.at(x, y) - 0.5;
        const density = 1 + (0.9 + 0.6 * strength) * wash + 0.6 * rough + (0.8 + 0.8 * strength) * rim[x]!;
        toOklab(linearOf(out[0]!), linearOf(out[1]!), linearOf(out[2]!), lab);
        scaleChroma(lab, 1.25 + 0.25 * strength);
        fromOklab(0.2 + 0.8 * lab[0]!, lab[1]!, lab[2]!, out);
        fit(out);
        for (let c = 0; c < 3; c++) {
          const v = 0.985 * coded(out[c]!);
          out[c] = Math.min(0.985, Math.max(0, v - (v - v * v) * (density - 1))) + 0.012 * rough;
        }
      },
    };
  },
);

/** Draws tones together into a few washes, with soft steps; the brightest become paper. */
async function pool(rgb: Draft['rgb'], luma: Float32Array, work: Work): Promise<void> {
  for (let i = 0; i < luma.length; i++) {
    const at = luma[i]! * washes;
    const step = Math.floor(at) + 0.5;
    const stepped = (step + 0.5 * Math.tanh(3.2 * (at - step))) / washes;
    const after = luma[i]! + 0.85 * (stepped - luma[i]!);
    const factor = after / Math.max(0.02, luma[i]!);
    const lift = Math.min(1, Math.max(0, (after - 0.6) / 0.35)) * 0.7;
    for (const plane of rgb) {
      const v = Math.min(1, plane[i]! * factor);
      plane[i] = v + (1 - v) * lift;
    }
    if (i % 65_536 === 0) await work.breathe();
  }
}

/** 0..1 where a wash ends: narrow and dark on its inside. */
async function rimsOf(
  luma: Float32Array,
  size: { width: number; height: number },
  unit: number,
  work: Parameters<Style>[3],
): Promise<Float32Array> {
  const near = await evenBlur(luma, size, 0.7 * unit, work);
  const wide = await evenBlur(luma, size, 3.2 * unit, work);
  // Darker than what lies around: the inner side of a rim.
  return near.map((v, i) => Math.tanh(9 * Math.max(0, wide[i]! - v)));
}
