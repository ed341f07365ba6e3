/** Edits that look around each pixel, in bands of rows that any thread can do. */
import { cloneRaster, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Kernel } from '../../../runtime/threads/kernel.ts';
import type { Work } from '../../../runtime/work.ts';
import { crew } from '../crew.ts';
import { boxOf, type Box } from './apply.ts';

/** Rows of a picture, from `top` on. */
export interface Surroundings extends Pick<Raster, 'width' | 'height' | 'channels' | 'data'> {
  top: number;
}

/** A band that changes, with the rows around it. */
export interface Band extends Surroundings {
  box: Box;
  /** Rows of the band only. */
  mask: Uint8Array | null;
}

interface Done {
  data: Raster['data'];
}

/** `make` gets what is the same for all bands; its function answers with the band's whole rows. */
export type BandKernel<P> = Kernel<P, Band, Done>;

/** Rows of a band as they are, to be changed. */
export function rowsOf({ width, channels, data, top, box }: Band): Raster['data'] {
  const row = width * channels;
  return data.slice((box.y1 - top) * row, (box.y2 - top) * row);
}

/**
 * A copy of the picture whose bands the kernel has changed. Bands begin at multiples of `rows`, whatever the mask, and
 * see `margin` rows more on either side.
 */
export async function changeBands<P>(
  image: Raster,
  mask: Mask | null,
  kernel: BandKernel<P>,
  own: P,
  { rows, margin, slow = false }: { rows: number; margin: number; slow?: boolean },
  work: Work,
): Promise<Raster> {
  const out = cloneRaster(image);
  const { width, height, channels, data } = image;
  const box = boxOf(image, mask);
  const first = Math.floor(box.y1 / rows);
  const bandOf = (part: number): Box => ({
    ...box,
    y1: Math.max(box.y1, (first + part) * rows),
    y2: Math.min(box.y2, (first + part + 1) * rows),
  });
  await crew.run(
    kernel,
    own,
    {
      slow,
      count: Math.ceil(box.y2 / rows) - first,
      input(part) {
        const band = bandOf(part);
        const top = Math.max(0, band.y1 - margin);
        return {
          width,
          height,
          channels,
          top,
          box: band,
          data: data.slice(top * width * channels, (band.y2 + margin) * width * channels),
          mask: mask && mask.data.slice(band.y1 * width, band.y2 * width),
        };
      },
      output: (part, done) => out.data.set(done.data, bandOf(part).y1 * width * channels),
    },
    work,
  );
  return out;
}
