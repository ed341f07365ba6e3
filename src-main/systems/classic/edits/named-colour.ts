/** Colours that are named in sRGB, as a picture of another colour space writes them. */
import { inProfile } from '../../../runtime/raster/profile.ts';
import type { Raster } from '../../../runtime/raster/raster.ts';

/** @param hex a colour in sRGB, `#rrggbb` @returns its coded values 0..1 in the picture's colour space */
export async function codedColour(
  hex: string,
  { icc }: Pick<Raster, 'icc'>,
): Promise<[number, number, number]> {
  const data = Uint16Array.from([1, 3, 5], (at) => parseInt(hex.slice(at, at + 2), 16) * 257);
  const pixel = await inProfile({ width: 1, height: 1, channels: 3, data }, icc);
  return [pixel.data[0]! / 65_535, pixel.data[1]! / 65_535, pixel.data[2]! / 65_535];
}
