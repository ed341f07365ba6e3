/** How far out of focus each row of the picture lies. */
import { boundsOf, type Mask } from '../../../runtime/raster/raster.ts';

/**
 * The share (0..1) of the full blur in each row, for a camera that stands on flat ground and is focused on the
 * subject. A point of the ground seen `v` below the horizon is at a distance in proportion to 1 / v, and the blur of a
 * thin lens grows with |1 − focus / distance|: so it grows in proportion to the distance in rows from the line on
 * which the subject stands, and is complete at the horizon and above it. Rows nearer than the subject are blurred too.
 *
 * The horizon is guessed: a subject is usually photographed from about the height of its head, and horizons lie in the
 * middle of pictures.
 *
 * @param falloff 0 (everything behind is equally far) to 1 (the ground at the subject's feet is sharp); left out: a
 *   half where the feet can be seen, 0 where the picture's border cuts the subject
 */
export function blurByRow(mask: Mask, falloff?: number): Float32Array {
  const { height } = mask;
  const shares = new Float32Array(height).fill(1);
  const bounds = boundsOf(mask, 128);
  if (!bounds) return shares;
  const cut = bounds.y2 >= height - Math.max(1, 0.01 * height);
  const strength = falloff ?? (cut ? 0 : 0.5);
  const tall = bounds.y2 - bounds.y1;
  const foot = bounds.y2 + (cut ? 0.5 * tall : 0);
  const horizon = Math.min(
    foot - Math.max(1, 0.2 * height),
    Math.max(0.25 * height, Math.min(0.55 * height, bounds.y1 + 0.1 * tall)),
  );
  for (let y = 0; y < height; y++) {
    // The subject itself is some rows deep.
    const away = Math.abs(foot - (y + 0.5)) / (foot - horizon) - 0.03;
    shares[y] = 1 - strength * (1 - Math.max(0, Math.min(1, away)));
  }
  return shares;
}
