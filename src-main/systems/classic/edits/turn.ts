/** Flips and rotations. The whole picture turns: a mask has no say. */
import { StudioError } from '../../../contract/index.ts';
import { blankLike, fullScale, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
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
  return rotateFreely(image, (degrees * Math.PI) / 180, work);
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

/** Catmull-Rom: the weight of a pixel at distance `d`. */
function cubic(d: number): number {
  const a = Math.abs(d);
  if (a < 1) return 1.5 * a ** 3 - 2.5 * a ** 2 + 1;
  return a < 2 ? -0.5 * a ** 3 + 2.5 * a ** 2 - 4 * a + 2 : 0;
}

async function rotateFreely(image: Raster, angle: number, work: Work): Promise<Raster> {
  const { width, height, channels, data } = image;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const size = {
    width: Math.ceil(Math.abs(width * cos) + Math.abs(height * sin) - 1e-6),
    height: Math.ceil(Math.abs(width * sin) + Math.abs(height * cos) - 1e-6),
  };
  if (Math.max(size.width, size.height) > 65_535)
    throw new StudioError('too-large', 'The turned picture would be too large.', 'Scale it down first.');
  const most = fullScale(image);
  const out = blankLike({ ...image, channels: 4 }, size);
  const sums = new Float64Array(4);
  const across = new Float64Array(4);
  await eachRow({ x1: 0, y1: 0, x2: size.width, y2: size.height }, work, (y) => {
    for (let x = 0, o = y * size.width * 4; x < size.width; x++, o += 4) {
      const u = x + 0.5 - size.width / 2;
      const v = y + 0.5 - size.height / 2;
      const sx = cos * u + sin * v + width / 2 - 0.5;
      const sy = -sin * u + cos * v + height / 2 - 0.5;
      if (sx <= -1 || sx >= width || sy <= -1 || sy >= height) continue;
      const x1 = Math.floor(sx) - 1;
      const y1 = Math.floor(sy) - 1;
      for (let k = 0; k < 4; k++) across[k] = cubic(sx - x1 - k);
      // How much of the pixel lies inside: the rim fades over one pixel. Colours beyond the rim repeat.
      const inside = Math.min(1, sx + 1, width - sx) * Math.min(1, sy + 1, height - sy);
      sums.fill(0);
      for (let j = 0; j < 4; j++) {
        const down = cubic(sy - y1 - j);
        const row = Math.min(height - 1, Math.max(0, y1 + j)) * width;
        for (let k = 0; k < 4; k++) {
          const i = (row + Math.min(width - 1, Math.max(0, x1 + k))) * channels;
          const alpha = channels === 4 ? data[i + 3]! / most : 1;
          const weight = down * across[k]! * alpha;
          for (let c = 0; c < 3; c++) sums[c]! += weight * data[i + c]!;
          sums[3]! += weight;
        }
      }
      const alpha = sums[3]!;
      if (alpha <= 0) continue;
      for (let c = 0; c < 3; c++) out.data[o + c] = Math.min(most, Math.max(0, sums[c]! / alpha + 0.5));
      out.data[o + 3] = Math.min(1, alpha) * inside * most + 0.5;
    }
  });
  return out;
}
