import { StudioError } from '../../../contract/index.ts';
import { blankLike, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Args } from '../edits/apply.ts';
import { foregroundColours } from '../matte/colours.ts';
import { contactShadow } from './shadow.ts';

/**
 * Everything but the subject becomes transparent (and black: a hidden background should not travel along in the
 * file). At soft edges the old background is taken out of the subject's colour. A shadow is black, as opaque as it is
 * dark, and lies under the subject.
 */
export async function cutOut(
  image: Raster,
  mask: Mask | null,
  args: Args<'cut-out'>,
  work: Work,
): Promise<Raster> {
  if (!mask) throw new StudioError('needs-region', 'What should be cut out?', 'Click it, then ask again.');
  const { width, channels } = image;
  const most = fullScale(image);
  const subject = (await foregroundColours(image, mask, partOf(work, 0, 0.5))).data;
  const shadow = await contactShadow(mask, args.shadow ?? 0, partOf(work, 0.5, 0.5));
  const out = blankLike({ ...image, channels: 4 });
  await eachRow(boxOf(image, args.shadow ? null : mask), partOf(work, 0.5, 1), (y) => {
    for (let x = 0, p = y * width; x < width; x++, p++) {
      const front = (mask.data[p]! / 255) * (channels === 4 ? subject[p * 4 + 3]! / most : 1);
      const whole = front === 1 ? 1 : front + (1 - front) * shadow(x, y);
      if (!whole) continue;
      for (let c = 0; c < 3; c++) out.data[p * 4 + c] = (subject[p * channels + c]! * front) / whole + 0.5;
      out.data[p * 4 + 3] = whole * most + 0.5;
    }
  });
  return out;
}
