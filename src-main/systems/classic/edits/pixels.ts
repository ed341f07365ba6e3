/** Edits that change pixels one by one, in rows that any thread can do. */
import { cloneRaster, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Kernel } from '../../../runtime/threads/kernel.ts';
import type { Work } from '../../../runtime/work.ts';
import { crew } from '../crew.ts';
import { boxOf } from './apply.ts';
import { coded, linearTable } from './light.ts';

type Picture = Pick<Raster, 'width' | 'height' | 'channels'> & { deep: boolean };

/** Rows of a picture, changed in place; a mask's rows. */
interface Rows {
  y: number;
  data: Raster['data'];
  mask: Uint8Array | null;
}

export interface Change {
  /** Gets linear light (0..1) in `rgb` and the pixel's place, and puts linear light back. */
  change: (rgb: Float64Array, x: number, y: number) => void;
  /** Called before the pixels of a row. */
  row?: (y: number) => void;
}

/** @param make gets ready, once a thread, from cloneable parameters */
export type PixelKernel<P> = Kernel<{ picture: Picture; own: P }, Rows, Rows>;

export function pixelKernel<P>(name: string, make: (own: P, picture: Picture) => Change): PixelKernel<P> {
  return {
    name,
    make({ picture, own }) {
      const { change, row } = make(own, picture);
      const { width, channels, deep } = picture;
      const rgb = new Float64Array(3);
      return (rows) => {
        const { data, mask, y: from } = rows;
        const linear = linearTable({ data });
        const most = deep ? 65_535 : 255;
        for (let p = 0, y = from, i = 0; p * channels < data.length; y++) {
          row?.(y);
          for (let x = 0; x < width; x++, p++, i += channels) {
            const alpha = mask ? mask[p]! / 255 : 1;
            if (!alpha) continue;
            rgb[0] = linear[data[i]!]!;
            rgb[1] = linear[data[i + 1]!]!;
            rgb[2] = linear[data[i + 2]!]!;
            change(rgb, x, y);
            for (let c = 0; c < 3; c++) {
              const before = data[i + c]!;
              data[i + c] = before + (coded(rgb[c]!) * most - before) * alpha + 0.5;
            }
          }
        }
        return rows;
      };
    },
  };
}

/** Pixels a part: some 20 ms. */
const share = 65_536;

/**
 * A copy of the picture in which the kernel has replaced the colour of every pixel under the mask, in proportion to
 * the mask's alpha.
 */
export async function changePixels<P>(
  image: Raster,
  mask: Mask | null,
  kernel: PixelKernel<P>,
  own: P,
  work: Work,
): Promise<Raster> {
  const out = cloneRaster(image);
  const { width, height, channels, data } = image;
  const { y1, y2 } = boxOf(image, mask);
  const rows = Math.max(1, Math.round(share / width));
  const from = (part: number): number => y1 + part * rows;
  const to = (part: number): number => Math.min(y2, from(part + 1));
  await crew.run(
    kernel,
    { picture: { width, height, channels, deep: fullScale(image) > 255 }, own },
    {
      count: Math.ceil((y2 - y1) / rows),
      input: (part) => ({
        y: from(part),
        data: data.slice(from(part) * width * channels, to(part) * width * channels),
        mask: mask && mask.data.slice(from(part) * width, to(part) * width),
      }),
      output: (_, done) => out.data.set(done.data, done.y * width * channels),
    },
    work,
  );
  return out;
}
