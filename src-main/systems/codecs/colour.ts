/** The colour of one pixel, as a person sees it. */
import type * as z from 'zod';
import type { TaskInput } from '../../contract/index.ts';
import { cachedImage } from '../../runtime/raster/cache.ts';
import { inProfile } from '../../runtime/raster/profile.ts';
import { fullScale, type Raster } from '../../runtime/raster/raster.ts';
import type { Work } from '../../runtime/work.ts';
import type * as declared from './index.ts';

export async function colourAt(
  { file, at }: TaskInput<typeof declared.colourAt>,
  work: Work,
): Promise<z.input<(typeof declared.colourAt)['output']>> {
  const picture = await cachedImage(file, work);
  const { width, height, channels } = picture;
  const x = Math.min(width - 1, Math.floor(at.x * width));
  const y = Math.min(height - 1, Math.floor(at.y * height));
  const i = (y * width + x) * channels;
  const pixel: Raster = { ...picture, width: 1, height: 1, data: picture.data.slice(i, i + channels) };
  if (channels === 4 && pixel.data[3] === 0) return { colour: null };
  const { data } = await inProfile(pixel, undefined);
  const hex = [...data.subarray(0, 3)].map((v) =>
    Math.round((255 * v) / fullScale(picture))
      .toString(16)
      .padStart(2, '0'),
  );
  return { colour: `#${hex.join('')}` };
}
