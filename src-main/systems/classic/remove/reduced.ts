/**
 * Large holes. What goes where is decided at a reduced size; there each pixel of the hole has a source and a
 * correction of its colour, and both go for all full pixels of its block: a piece is copied at full resolution, only
 * its place is known to a block (as a shift map from a coarser level, Pritch, Kav-Venaki, Peleg 2009). Between blocks
 * the copies fade into each other, as overlapping blocks do in motion compensation (Orchard, Sullivan, "Overlapped
 * block motion compensation", TIP 1994): inside a piece all say the same, and detail stays as it was.
 */
import { fullScale, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { smoothStep } from '../shape/seam.ts';
import { places, type Hole } from './hole.ts';

/** Hole pixels that are worked at: beyond them the size is reduced. */
const most = 640_000;

/** By how much the size is reduced for a hole: 1 for most. */
export const reductionFor = (holePixels: number): number => Math.ceil(Math.sqrt(holePixels / most));

/** The window of a picture and its hole, each pixel the mean of `factor` × `factor`. */
export interface Reduced {
  factor: number;
  image: Raster;
  hole: Hole;
}

/**
 * A block is known when all of its pixels are; what is barred or isn't whole, at the window's right and lower sides, isn't
 * copied.
 */
export async function reduceHole(image: Raster, hole: Hole, factor: number, work: Work): Promise<Reduced> {
  const { window } = hole;
  const wide = window.x2 - window.x1;
  const tall = window.y2 - window.y1;
  const width = Math.ceil(wide / factor);
  const height = Math.ceil(tall / factor);
  const { channels } = image;
  const length = width * height * channels;
  const data = image.data instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
  const pixels = new Uint8Array(width * height);
  const sums = new Float64Array(5);
  for (let y = 0, o = 0; y < height; y++) {
    const rows = Math.min(factor, tall - y * factor);
    for (let x = 0; x < width; x++, o++) {
      const columns = Math.min(factor, wide - x * factor);
      const first = y * factor * wide + x * factor;
      pixels[o] = placeOf(hole.places, wide, first, columns, rows, factor);
      if (pixels[o] === places.hole) continue;
      sums.fill(0);
      for (let v = 0; v < rows; v++) {
        let i = ((window.y1 + y * factor + v) * image.width + window.x1 + x * factor) * channels;
        for (let u = 0; u < columns; u++, i += channels) {
          const alpha = channels === 4 ? image.data[i + 3]! : 1;
          for (let c = 0; c < 3; c++) sums[c]! += alpha * image.data[i + c]!;
          sums[3]! += alpha;
        }
      }
      if (sums[3]! > 0) for (let c = 0; c < 3; c++) data[o * channels + c] = sums[c]! / sums[3]! + 0.5;
      if (channels === 4) data[o * 4 + 3] = sums[3]! / (columns * rows) + 0.5;
    }
    await work.breathe();
  }
  return {
    factor,
    image: { ...image, width, height, data },
    hole: {
      window: { x1: 0, y1: 0, x2: width, y2: height },
      places: pixels,
      depth: hole.depth / factor,
    },
  };
}

function placeOf(
  pixels: Uint8Array,
  width: number,
  first: number,
  columns: number,
  rows: number,
  factor: number,
): number {
  let place: number = columns < factor || rows < factor ? places.barred : places.free;
  for (let v = 0; v < rows; v++)
    for (let u = 0, i = first + v * width; u < columns; u++, i++) {
      if (pixels[i] === places.hole) return places.hole;
      if (pixels[i] === places.barred) place = places.barred;
    }
  return place;
}

/** What was found at the reduced size, for each of the hole's pixels there in rows. */
export interface Found {
  /** See `field.ts`. */
  sources: Int32Array;
  /** A plane a channel, in the picture's units. */
  corrections: readonly Float32Array[];
}

/** Fills the hole of `out`; `image` may be the same picture, because only known pixels are read. */
export async function enlarge(
  image: Raster,
  out: Raster,
  { window, places: full }: Hole,
  { factor, image: { width, height }, hole }: Reduced,
  { sources, corrections }: Found,
  work: Work,
): Promise<void> {
  const wide = window.x2 - window.x1;
  const tall = window.y2 - window.y1;
  const numbers = new Int32Array(width * height).fill(-1);
  for (let p = 0, k = 0; p < numbers.length; p++) if (hole.places[p] === places.hole) numbers[p] = k++;
  const { channels } = image;
  const limit = fullScale(image);
  const sum = new Float64Array(channels);
  /** The pixel of the picture that block `k`, the one at (cx, cy), puts at (x, y) of the window; -1: none is known. */
  const copied = (k: number, cx: number, cy: number, x: number, y: number): number => {
    const pixel = sources[k]! >> 1;
    const dx = x - cx * factor;
    const sx = (pixel % width) * factor + (sources[k]! & 1 ? factor - 1 - dx : dx);
    const sy = Math.floor(pixel / width) * factor + y - cy * factor;
    if (sx < 0 || sx >= wide || sy < 0 || sy >= tall || full[sy * wide + sx] === places.hole) return -1;
    return (window.y1 + sy) * image.width + window.x1 + sx;
  };
  for (let y = 0; y < tall; y++) {
    const [top, below] = nearest(y, factor, height);
    for (let x = 0, p = y * wide; x < wide; x++, p++) {
      if (full[p] !== places.hole) continue;
      const [left, right] = nearest(x, factor, width);
      sum.fill(0);
      let whole = 0;
      for (let n = 0; n < 4; n++) {
        const cx = left + (n & 1);
        const cy = top + (n >> 1);
        const weight = (n & 1 ? right : 1 - right) * (n >> 1 ? below : 1 - below);
        const k = weight > 0 ? numbers[cy * width + cx]! : -1;
        const from = k < 0 ? -1 : copied(k, cx, cy, x, y);
        if (from < 0) continue;
        whole += weight;
        for (let c = 0; c < channels; c++)
          sum[c]! += weight * (image.data[from * channels + c]! + corrections[c]![k]!);
      }
      const o = ((window.y1 + y) * out.width + window.x1 + x) * channels;
      for (let c = 0; c < channels; c++)
        out.data[o + c] = Math.min(limit, Math.max(0, Math.round(sum[c]! / whole)));
    }
    await work.breathe();
  }
}

/**
 * Of two blocks in a row (or column) between whose middles a pixel lies, the first, and the share of the second, which
 * grows in a soft step.
 */
function nearest(at: number, factor: number, blocks: number): [first: number, share: number] {
  const place = Math.min(blocks - 1, Math.max(0, (at + 0.5) / factor - 0.5));
  const first = Math.floor(place);
  return [first, smoothStep(place - first)];
}
