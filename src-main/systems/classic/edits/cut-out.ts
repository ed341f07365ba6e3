import { StudioError } from '../../../contract/index.ts';
import { blankLike, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Args } from './apply.ts';
import { coded } from './light.ts';
import { soften } from './soften.ts';

/** How far, in pixels, the subject's own colour is looked for at its soft edges. */
const nearby = 3;

/**
 * Everything but the subject becomes transparent (and black: a hidden background should not travel along in the
 * file). At soft edges the old background shines through the subject's colour; there it is replaced, the more the
 * more transparent, by the colour of the solid subject beside it.
 */
export async function cutOut(
  image: Raster,
  mask: Mask | null,
  _args: Args<'cut-out'>,
  work: Work,
): Promise<Raster> {
  if (!mask) throw new StudioError('needs-region', 'What should be cut out?', 'Click it, then ask again.');
  const { width, channels, data } = image;
  const most = fullScale(image);
  const out = blankLike({ ...image, channels: 4 });
  const box = boxOf(image, mask);
  // The fourth power: only what is nearly solid tells the subject's colour.
  const subject = await soften(
    image,
    boxOf(image, mask, 3 * nearby),
    nearby,
    work,
    (p) => (mask.data[p]! / 255) ** 4,
  );
  const colour = new Float64Array(4);
  await eachRow(box, work, (y) => {
    for (let x = box.x1, p = y * width + box.x1; x < box.x2; x++, p++) {
      const alpha = mask.data[p]! / 255;
      if (!alpha) continue;
      const i = p * channels;
      const o = p * 4;
      for (let c = 0; c < 3; c++) out.data[o + c] = data[i + c]!;
      out.data[o + 3] = (channels === 4 ? data[i + 3]! : most) * alpha + 0.5;
      if (alpha === 1 || !subject(x, y, colour)) continue;
      for (let c = 0; c < 3; c++) {
        const own = coded(colour[c]!) * most;
        out.data[o + c] = own + (data[i + c]! - own) * alpha * alpha + 0.5;
      }
    }
  });
  return out;
}
