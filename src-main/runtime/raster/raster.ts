/** Pictures in memory. Rows from top to bottom, channels interleaved, no padding. */

/**
 * An upright RGB(A) picture in its own colour space (`icc`; absent: sRGB). `channels` is 3 or 4, alpha is straight.
 * 8 bits a channel: 0..255 in a `Uint8Array`; 16 bits: 0..65535 in a `Uint16Array`.
 */
export interface Raster {
  width: number;
  height: number;
  channels: 3 | 4;
  data: Uint8Array | Uint16Array;
  icc?: Uint8Array;
  /** Pixels an inch in print, where the file says so. */
  density?: number;
}

/** An 8-bit alpha plane: 255 inside, 0 outside. */
export interface Mask {
  width: number;
  height: number;
  data: Uint8Array;
}

export const depthOf = (raster: Raster): 8 | 16 => (raster.data instanceof Uint16Array ? 16 : 8);

/** The largest value of a channel: 255 or 65535. */
export const fullScale = ({ data }: Pick<Raster, 'data'>): 255 | 65535 =>
  data instanceof Uint16Array ? 65535 : 255;

/** A new picture of the same size, depth, channels and profile; its pixels are zero. */
export function blankLike(raster: Raster, size: { width: number; height: number } = raster): Raster {
  const length = size.width * size.height * raster.channels;
  const data = raster.data instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
  return { ...raster, width: size.width, height: size.height, data };
}

/** A copy whose pixels can be changed. */
export const cloneRaster = (raster: Raster): Raster => ({ ...raster, data: raster.data.slice() });

export const blankMask = (width: number, height: number): Mask => ({
  width,
  height,
  data: new Uint8Array(width * height),
});

/** Pixel box [x1, x2) × [y1, y2) around everything that is at least `threshold`; `null` for an empty mask. */
export function boundsOf(
  mask: Mask,
  threshold = 1,
): { x1: number; y1: number; x2: number; y2: number } | null {
  const { width, height, data } = mask;
  let x1 = width;
  let x2 = 0;
  let y1 = height;
  let y2 = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (data[i]! < threshold) continue;
      if (x < x1) x1 = x;
      if (x >= x2) x2 = x + 1;
      if (y < y1) y1 = y;
      y2 = y + 1;
    }
  }
  return x1 < x2 ? { x1, y1, x2, y2 } : null;
}
