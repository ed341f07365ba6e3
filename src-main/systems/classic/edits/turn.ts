/** Flips and rotations. The whole picture turns: a mask has no say. */
import { blankLike, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { turning } from '../shape/geometry.ts';
import { warpRaster } from '../shape/warp.ts';
import { eachRow, type Args } from './apply.ts';

/** `horizontal` swaps left and right, `vertical` top and bottom. */
export function flip(image: Raster, _mask: Mask | null, args: Args<'flip'>, work: Work): Promise<Raster> {
  const { width, height } = image;
  return args.axis === 'horizontal'
    ? gather(image, { width, height }, (x, y) => y * width + width - 1 - x, work)
    : gather(image, { width, height }, (x, y) => (height - 1 - y) * width + x, work);
}

/** Clockwise. Quarter turns are exact; others grow the picture and leave its corners transparent. */
export async function rotate(
  image: Raster,
  _mask: Mask | null,
  args: Args<'rotate'>,
  work: Work,
): Promise<Raster> {
  const { width, height } = image;
  const degrees = ((args.degrees % 360) + 360) % 360;
  const turned = { width: height, height: width };
  if (degrees === 0) return gather(image, image, (x, y) => y * width + x, work);
  if (degrees === 90) return gather(image, turned, (x, y) => (height - 1 - x) * width + y, work);
  if (degrees === 180) return gather(image, image, (x, y) => (height - 1 - y) * width + width - 1 - x, work);
  if (degrees === 270) return gather(image, turned, (x, y) => x * width + width - 1 - y, work);
  const { back, ...size } = turning(image, { degrees });
  return warpRaster(image, back, { x1: 0, y1: 0, x2: size.width, y2: size.height }, work);
}

/** A picture of `size` whose pixels are copies: `from` says of which pixel. */
async function gather(
  image: Raster,
  { width, height }: { width: number; height: number },
  from: (x: number, y: number) => number,
  work: Work,
): Promise<Raster> {
  const { channels, data } = image;
  const out = blankLike(image, { width, height });
  await eachRow({ x1: 0, y1: 0, x2: width, y2: height }, work, (y) => {
    for (let x = 0, o = y * width * channels; x < width; x++, o += channels) {
      const i = from(x, y) * channels;
      for (let c = 0; c < channels; c++) out.data[o + c] = data[i + c]!;
    }
  });
  return out;
}
