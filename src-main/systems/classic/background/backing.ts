/** What can be put behind a subject. */
import { fullScale, type Raster } from '../../../runtime/raster/raster.ts';
import { inProfile } from '../../../runtime/raster/profile.ts';
import { resizeRaster } from '../../../runtime/raster/resize.ts';
import { coded, fromOklab, toLinear, toOklab } from '../edits/light.ts';
import { codedColour } from '../edits/named-colour.ts';

/** Coded values of a pixel, 0..1 and opaque, in the picture's own colour space. */
export type Backing = (x: number, y: number, out: Float64Array) => void;

export async function flat(hex: string, image: Raster): Promise<Backing> {
  const colour = await codedColour(hex, image);
  return (_x, _y, out) => out.set(colour);
}

const steps = 1024;

/**
 * From corner to corner in the direction of `degrees` (0: downwards, 90: to the right), even to the eye: straight
 * through OKLab, so that the middle is neither dark nor grey.
 */
export async function gradient(from: string, to: string, degrees: number, image: Raster): Promise<Backing> {
  const ends = [await codedColour(from, image), await codedColour(to, image)].map((end) => {
    const [red, green, blue] = end.map(toLinear) as [number, number, number];
    const lab = new Float64Array(3);
    toOklab(red, green, blue, lab);
    return lab;
  });
  const table = new Float32Array(3 * (steps + 2));
  const light = new Float64Array(3);
  for (let i = 0; i < steps + 2; i++) {
    const [l, a, b] = [0, 1, 2].map((c) => ends[0]![c]! + ((ends[1]![c]! - ends[0]![c]!) * i) / steps);
    fromOklab(l!, a!, b!, light);
    for (let c = 0; c < 3; c++) table[3 * i + c] = coded(light[c]!);
  }
  const { width, height } = image;
  const across = Math.sin((degrees * Math.PI) / 180);
  const down = Math.cos((degrees * Math.PI) / 180);
  const length = Math.abs(width * across) + Math.abs(height * down);
  return (x, y, out) => {
    const along = 0.5 + ((x + 0.5 - width / 2) * across + (y + 0.5 - height / 2) * down) / length;
    const at = Math.max(0, Math.min(1, along)) * steps;
    const i = Math.floor(at);
    for (let c = 0; c < 3; c++) {
      const before = table[3 * i + c]!;
      out[c] = before + (table[3 * i + 3 + c]! - before) * (at - i);
    }
  };
}

/**
 * Another photo, scaled to cover the picture and cut off evenly at two sides, in the picture's colour space. Where it
 * is transparent it lies on white.
 */
export async function photograph(photo: Raster, image: Raster): Promise<Backing> {
  const cut = middleOf(photo, image.width / image.height);
  const scaled = await inProfile(await resizeRaster(cut, image), image.icc);
  const { width, channels, data } = scaled;
  const most = fullScale(scaled);
  return (x, y, out) => {
    const i = (y * width + x) * channels;
    const alpha = channels === 4 ? data[i + 3]! / most : 1;
    for (let c = 0; c < 3; c++) out[c] = (data[i + c]! / most) * alpha + 1 - alpha;
  };
}

/** The largest part of this shape from the middle of a picture. */
function middleOf(photo: Raster, aspect: number): Raster {
  const width = Math.max(1, Math.min(photo.width, Math.round(photo.height * aspect)));
  const height = Math.max(1, Math.min(photo.height, Math.round(photo.width / aspect)));
  if (width === photo.width && height === photo.height) return photo;
  const left = (photo.width - width) >> 1;
  const top = (photo.height - height) >> 1;
  const { channels } = photo;
  const data = photo.data.slice(0, width * height * channels);
  for (let y = 0; y < height; y++) {
    const start = ((top + y) * photo.width + left) * channels;
    data.set(photo.data.subarray(start, start + width * channels), y * width * channels);
  }
  return { ...photo, width, height, data };
}
