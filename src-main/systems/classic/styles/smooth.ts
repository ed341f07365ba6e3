import { partOf } from '../../../runtime/work.ts';
import { guidedLines } from '../edits/guided.ts';
import { changePixels } from '../edits/pixels.ts';
import { FullRows, type Reduced } from '../edits/reduced.ts';
import { domainTransform } from './domain-transform.ts';
import { draft, painting, type Painting } from './draft.ts';
import type { Style } from './style.ts';

/** Takes away what is small and faint and keeps edges, colours and light: skin, noise, texture. */
export const smooth: Style = async (image, mask, { strength, opacity }, work) => {
  const sheet = await draft(image, 1600, partOf(work, 0, 0.2));
  const { size, rgb, unit } = sheet;
  const after = await domainTransform(
    sheet,
    (5 + 26 * strength) * unit,
    0.05 + 0.36 * strength,
    partOf(work, 0.2, 0.6),
  );
  const planes: Float32Array[] = [];
  for (let c = 0; c < 3; c++) {
    // Where the draft is as large as the picture it is the result; else each channel follows its own by local lines.
    if (size.factor === 1) planes.push(new Float32Array(after[c]!.length), after[c]!);
    else {
      const lines = await guidedLines(rgb[c]!, after[c]!, size, 2, 2e-4, { ...work, progress: () => {} });
      planes.push(lines.slope, lines.offset);
    }
  }
  const own = { planes, size, opacity };
  return changePixels(image, mask, smoothing, own, partOf(work, 0.6, 1));
};

interface Smoothing extends Painting {
  /** A slope and an offset for each channel. */
  planes: Float32Array[];
  size: Reduced;
}

export const smoothing = painting('smooth', ({ planes, size }: Smoothing, { width }) => {
  const full = new FullRows(planes, size, width);
  return {
    row: (y) => full.go(y),
    paint(x, _, out) {
      for (let c = 0; c < 3; c++) out[c] = full.rows[2 * c]![x]! * out[c]! + full.rows[2 * c + 1]![x]!;
    },
  };
});
