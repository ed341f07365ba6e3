/**
 * How crooked a horizon lies: the uppermost straight line across the whole picture that parts two colours everywhere
 * along it, be it ever so soft. Lines that a detector of edges finds are sharp; a sea behind dunes isn't.
 */
import { fullScale, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { reduce, reducedSize } from '../edits/reduced.ts';

const side = 256;
/** Horizons more crooked than this are none, or meant. */
const most = 10;
const step = 0.5;
/** Parts of the line that are looked at one by one, and how many of them may be hidden by something. */
const parts = 16;
const hidden = 3;
/** How thick the bands above and below the line are, as a share of the height. */
const band = 0.035;
/** Both colours differ by at least this nearly everywhere along the line (the full scale is 1), and about evenly. */
const least = 0.085;
const even = 0.72;
/** An upper line counts from this share of the strongest one on. */
const share = 0.4;
/** At an angle this far off, in degrees, a straight line parts the colours clearly less. */
const off = 4;
const sharp = 0.55;

interface Picture {
  planes: readonly Float32Array[];
  width: number;
  height: number;
}

/** Degrees clockwise from the horizontal, less than 12 either way; 0 where no horizon is seen. */
export async function horizonTilt(image: Raster, work: Work): Promise<number> {
  const size = reducedSize(image, side);
  if (size.width < 2 * parts || size.height < 24) return 0;
  const full = fullScale(image);
  const values = Float32Array.from({ length: full + 1 }, (_, v) => v / full);
  const planes = await reduce(image, size, values, { ...work, progress: () => {} });
  const picture = { planes, width: size.width, height: size.height };
  const all: Float32Array[] = [];
  for (let degrees = -most; degrees <= most; degrees += step) {
    all.push(partings(picture, degrees));
    await work.breathe();
  }
  const best = new Float32Array(size.height);
  const at = new Float32Array(size.height);
  all.forEach((found, k) =>
    found.forEach((value, y) => {
      if (value > best[y]!) [best[y], at[y]] = [value, k * step - most];
    }),
  );
  const strongest = best.reduce((a, b) => Math.max(a, b), 0);
  const reach = Math.ceil(0.06 * size.height);
  for (let y = 0; y < size.height; y++) {
    if (best[y]! < Math.max(least, share * strongest)) continue;
    // The line itself, not a row on the way down to it.
    const near = best.subarray(Math.max(0, y - reach), y + reach + 1);
    if (near.some((v) => v > best[y]!)) continue;
    const sure = Math.abs(at[y]!) < most && isSharp(picture, at[y]!, y, best[y]!);
    return sure ? refined(picture, at[y]!, y, work) : 0;
  }
  return 0;
}

/**
 * For each row that a line of this angle crosses the middle of the picture in: how clearly it parts two colours, by the
 * weakest of its parts (some may be hidden); 0 where the line leaves the picture at a side.
 */
function partings({ planes, width, height }: Picture, degrees: number): Float32Array {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const thick = Math.max(2, Math.round(band * height));
  const sums = Array.from({ length: parts * 3 }, () => new Float64Array(height + 1));
  for (let part = 0; part < parts; part++) {
    const [from, to] = [Math.floor((part * width) / parts), Math.floor(((part + 1) * width) / parts)];
    for (let c = 0; c < 3; c++) {
      const sum = sums[part * 3 + c]!;
      const plane = planes[c]!;
      for (let x = from; x < to; x++) {
        const rise = (x + 0.5 - width / 2) * slope;
        for (let y = 0; y < height; y++) {
          const v = Math.min(height - 1, Math.max(0, y + rise));
          const row = Math.min(height - 2, Math.floor(v));
          const i = row * width + x;
          sum[y + 1]! += (plane[i]! + (plane[i + width]! - plane[i]!) * (v - row)) / (to - from);
        }
      }
      for (let y = 0; y < height; y++) sum[y + 1]! += sum[y]!;
    }
  }
  const out = new Float32Array(height);
  const margin = thick + Math.ceil((Math.abs(slope) * width) / 2);
  const differences = new Float64Array(parts * 3);
  for (let y = margin; y < height - margin; y++) {
    const mean = new Float64Array(3);
    for (let k = 0; k < differences.length; k++) {
      const sum = sums[k]!;
      differences[k] = (2 * sum[y]! - sum[y - thick]! - sum[y + thick]!) / thick;
      mean[k % 3]! += differences[k]! / parts;
    }
    const length = Math.hypot(mean[0]!, mean[1]!, mean[2]!);
    if (length < least) continue;
    const along = Array.from({ length: parts }, (_, part) => {
      const k = part * 3;
      return (
        (differences[k]! * mean[0]! + differences[k + 1]! * mean[1]! + differences[k + 2]! * mean[2]!) /
        length
      );
    });
    along.sort((a, b) => a - b);
    if (along[hidden]! > even * along[parts >> 1]!) out[y] = along[hidden]!;
  }
  return out;
}

/** Does it part them clearly less when it is turned? A soft shade does so at any angle. */
function isSharp(picture: Picture, degrees: number, y: number, value: number): boolean {
  return [-off, off].every((turn) => around(partings(picture, degrees + turn), y) < sharp * value);
}

const around = (found: Float32Array, y: number): number =>
  found.subarray(Math.max(0, y - 2), y + 3).reduce((a, b) => Math.max(a, b), 0);

/** To a twentieth of a degree: the middle of the angles that are as good as the best. */
async function refined(picture: Picture, degrees: number, y: number, work: Work): Promise<number> {
  const found: { angle: number; value: number }[] = [];
  for (let k = -20; k <= 20; k++) {
    const angle = degrees + k * 0.05;
    found.push({ angle, value: around(partings(picture, angle), y) });
    await work.breathe();
  }
  const top = Math.max(...found.map((f) => f.value));
  const good = found.filter((f) => f.value > 0.97 * top);
  return good.reduce((sum, f) => sum + f.angle, 0) / good.length;
}
