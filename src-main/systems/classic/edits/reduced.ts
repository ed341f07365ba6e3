/**
 * Planes at a reduced size, for what looks at wide neighbourhoods: its cost and memory then hardly depend on the
 * photo's size, and its reach is a share of the picture. Results go back to full size row by row.
 */
import { letGo } from '../../../runtime/collect.ts';
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Kernel } from '../../../runtime/threads/kernel.ts';
import { crew } from '../crew.ts';
import { linearTable } from './light.ts';

/** A reduced pixel is the mean of `factor` × `factor` pixels; the last row and column may hold fewer. */
export interface Reduced {
  width: number;
  height: number;
  factor: number;
}

/** The size whose longer side is at most `longest`, by a whole factor. */
export function reducedSize({ width, height }: { width: number; height: number }, longest = 1600): Reduced {
  const factor = Math.ceil(Math.max(width, height) / longest);
  return { width: Math.ceil(width / factor), height: Math.ceil(height / factor), factor };
}

/** How many source rows make a part: some 20 ms of a wide picture. */
const share = 262_144;

interface Reducing {
  width: number;
  channels: number;
  factor: number;
  /** What each value of a channel counts. */
  values: Float32Array;
}

type Planes = [red: Float32Array, green: Float32Array, blue: Float32Array];

/** Whole reduced rows of a picture's rows. */
export const reducing: Kernel<Reducing, { data: Raster['data'] }, Planes> = {
  name: 'reduce',
  make({ width, channels, factor, values }) {
    const across = Math.ceil(width / factor);
    return ({ data }) => {
      const rows = data.length / (width * channels);
      const length = across * Math.ceil(rows / factor);
      const out: Planes = [new Float32Array(length), new Float32Array(length), new Float32Array(length)];
      const [red, green, blue] = out;
      for (let y = 0, i = 0; y < rows; y++) {
        const start = Math.floor(y / factor) * across;
        const tall = Math.min(factor, rows - y + (y % factor));
        for (let o = 0, x = 0; o < across; o++) {
          const wide = Math.min(factor, width - o * factor);
          let [r, g, b] = [0, 0, 0];
          for (const end = x + wide; x < end; x++, i += channels) {
            r += values[data[i]!]!;
            g += values[data[i + 1]!]!;
            b += values[data[i + 2]!]!;
          }
          const weight = 1 / (tall * wide);
          red[start + o]! += r * weight;
          green[start + o]! += g * weight;
          blue[start + o]! += b * weight;
        }
      }
      return out;
    };
  },
};

/** Planes of red, green and blue, averaged; `values`: what each value of a channel counts. */
export async function reduce(
  image: Raster,
  size: Reduced,
  values: Float32Array,
  work: Work,
): Promise<Planes> {
  const { width, height, channels, data } = image;
  const { factor } = size;
  const length = size.width * size.height;
  const planes: Planes = [new Float32Array(length), new Float32Array(length), new Float32Array(length)];
  const rows = factor * Math.max(1, Math.round(share / (width * factor)));
  await crew.run(
    reducing,
    { width, channels, factor, values },
    {
      count: Math.ceil(height / rows),
      input: (part) => ({
        data: data.slice(part * rows * width * channels, (part + 1) * rows * width * channels),
      }),
      output: (part, done) =>
        done.forEach((plane, c) => planes[c]!.set(plane, ((part * rows) / factor) * size.width)),
    },
    work,
  );
  return planes;
}

/** The mean linear light of each reduced pixel, as one number by `measure`, which may change `rgb`. */
export async function reduceLight(
  image: Raster,
  size: Reduced,
  measure: (rgb: Float64Array) => number,
  work: Work,
): Promise<Float32Array> {
  const [red, green, blue] = await reduce(image, size, linearTable(image), work);
  const rgb = new Float64Array(3);
  for (let i = 0; i < red.length; i++) {
    rgb[0] = red[i]!;
    rgb[1] = green[i]!;
    rgb[2] = blue[i]!;
    // Done in place: the red isn't needed any more.
    red[i] = measure(rgb);
    if (i % 65_536 === 0) await work.breathe();
  }
  letGo([green, blue]);
  return red;
}

/** Weights of the four reduced pixels around a place that lies `u` (0..1) beyond the second. */
const kernels = {
  linear: (u: number): number[] => [0, 1 - u, u, 0],
  /** The cubic B-spline: smooth, a little soft. */
  spline: (u: number): number[] => {
    const v = 1 - u;
    return [v ** 3 / 6, (4 - 6 * u * u + 3 * u ** 3) / 6, (4 - 6 * v * v + 3 * v ** 3) / 6, u ** 3 / 6];
  },
};

/** Reduced planes at full size: after `go(y)`, `rows[k][x]` is plane k at (x, y). */
export class FullRows {
  readonly rows: Float32Array[];
  readonly #planes: Float32Array[];
  readonly #size: Reduced;
  readonly #kernel: (u: number) => number[];
  readonly #from: Int32Array;
  readonly #weights: Float32Array;
  readonly #between: Float32Array;

  constructor(planes: Float32Array[], size: Reduced, width: number, kernel: keyof typeof kernels = 'linear') {
    this.#planes = planes;
    this.#size = size;
    this.#kernel = kernels[kernel];
    this.rows = planes.map(() => new Float32Array(width));
    this.#between = new Float32Array(size.width);
    this.#from = new Int32Array(width * 4);
    this.#weights = new Float32Array(width * 4);
    for (let x = 0; x < width; x++) {
      const { first, weights } = this.#place(x, size.width);
      for (let k = 0; k < 4; k++) {
        this.#from[x * 4 + k] = Math.min(size.width - 1, Math.max(0, first + k));
        this.#weights[x * 4 + k] = weights[k]!;
      }
    }
  }

  #place(at: number, length: number): { first: number; weights: number[] } {
    const { factor } = this.#size;
    if (factor === 1) return { first: at - 1, weights: [0, 1, 0, 0] };
    const place = Math.min(length - 1, Math.max(0, (at + 0.5) / factor - 0.5));
    return { first: Math.floor(place) - 1, weights: this.#kernel(place - Math.floor(place)) };
  }

  go(y: number): void {
    const { width, height } = this.#size;
    const { first, weights } = this.#place(y, height);
    const between = this.#between;
    this.#planes.forEach((plane, k) => {
      between.fill(0);
      for (let j = 0; j < 4; j++) {
        const weight = weights[j]!;
        if (weight === 0) continue;
        const start = Math.min(height - 1, Math.max(0, first + j)) * width;
        for (let x = 0; x < width; x++) between[x]! += weight * plane[start + x]!;
      }
      const row = this.rows[k]!;
      const from = this.#from;
      const across = this.#weights;
      for (let x = 0, i = 0; x < row.length; x++, i += 4)
        row[x] =
          across[i]! * between[from[i]!]! +
          across[i + 1]! * between[from[i + 1]!]! +
          across[i + 2]! * between[from[i + 2]!]! +
          across[i + 3]! * between[from[i + 3]!]!;
    });
  }
}
