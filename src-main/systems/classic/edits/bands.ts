import type { Work } from '../../../runtime/work.ts';
import type { Box } from './apply.ts';

/**
 * Goes over a box in bands of rows, so that planes of numbers are needed for a band only. Bands begin at multiples of
 * `rows`, whatever the box.
 */
export async function eachBand(
  box: Box,
  rows: number,
  work: Work,
  run: (band: Box, work: Work) => Promise<void>,
): Promise<void> {
  const quiet = { ...work, progress: () => {} };
  for (let y = box.y1; y < box.y2;) {
    const end = Math.min(box.y2, (Math.floor(y / rows) + 1) * rows);
    await run({ ...box, y1: y, y2: end }, quiet);
    await work.breathe();
    work.progress(end - box.y1, box.y2 - box.y1);
    y = end;
  }
  if (box.y2 <= box.y1) work.progress(1, 1);
}
