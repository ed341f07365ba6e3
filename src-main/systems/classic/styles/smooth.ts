import { partOf } from '../../../runtime/work.ts';
import { guidedLines } from '../edits/guided.ts';
import { FullRows } from '../edits/reduced.ts';
import { domainTransform } from './domain-transform.ts';
import { draft, paint } from './draft.ts';
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
  const full = new FullRows(planes, size, image.width);
  return paint(
    image,
    mask,
    opacity,
    partOf(work, 0.6, 1),
    (x, _, out) => {
      for (let c = 0; c < 3; c++) out[c] = full.rows[2 * c]![x]! * out[c]! + full.rows[2 * c + 1]![x]!;
    },
    (y) => full.go(y),
  );
};
