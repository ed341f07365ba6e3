import { StudioError } from '../../../contract/index.ts';
import { fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../../runtime/work.ts';
import { boxOf, eachRow, type Args } from '../edits/apply.ts';
import { foregroundColours } from '../matte/colours.ts';
import { flat, gradient, photograph, type Backing } from './backing.ts';
import { dither } from './dither.ts';
import { contactShadow } from './shadow.ts';

/**
 * Puts a colour, a gradient or another photo behind what is under the mask. Along its soft edge the subject gets its
 * own colours, without the old background's; its solid pixels stay bit-identical. A picture with alpha becomes opaque:
 * the new background shows wherever it was transparent.
 * @throws StudioError `needs-region`; `wrong-use` when nothing says what the new background is
 */
export async function replaceBackground(
  image: Raster,
  mask: Mask | null,
  args: Args<'replace-background'>,
  work: Work,
  { photo }: { photo: Raster | null },
): Promise<Raster> {
  if (!mask) throw new StudioError('needs-region', 'What should stay?', 'Click the subject, then ask again.');
  const backing = await backingOf(args, image, photo);
  const out = await foregroundColours(image, mask, partOf(work, 0, 0.4));
  const shadow = await contactShadow(mask, args.shadow ?? 0, partOf(work, 0.4, 0.4));
  const { width, channels, data } = out;
  const most = fullScale(image);
  const behind = new Float64Array(3);
  await eachRow(boxOf(image, null), partOf(work, 0.4, 1), (y) => {
    for (let x = 0, p = y * width, i = p * channels; x < width; x++, p++, i += channels) {
      const own = channels === 4 ? data[i + 3]! / most : 1;
      const front = (mask.data[p]! / 255) * own;
      if (front === 1) continue;
      backing(x, y, behind);
      const light = (1 - shadow(x, y)) * (1 - front) * most;
      for (let c = 0; c < 3; c++) {
        const value = data[i + c]! * front + behind[c]! * light + dither(x, y, c);
        data[i + c] = Math.max(0, Math.min(most, value)) + 0.5;
      }
      if (channels === 4) data[i + 3] = most;
    }
  });
  return out;
}

function backingOf(args: Args<'replace-background'>, image: Raster, photo: Raster | null): Promise<Backing> {
  if (photo) return photograph(photo, image);
  if (args.colour === undefined)
    throw new StudioError(
      'wrong-use',
      'What should the new background be?',
      'Name a colour, two colours for a gradient, or a photo.',
    );
  return args.to === undefined
    ? flat(args.colour, image)
    : gradient(args.colour, args.to, args.degrees ?? 0, image);
}
