/** Pictures at half the size of half the size … (Burt, Adelson, "The Laplacian pyramid as a compact image code", 1983). */

export interface Level {
  width: number;
  height: number;
  data: Float32Array;
}

/** Rows on their way, used again and again: nothing is allocated for a level that was made before. */
export class Pyramid {
  readonly levels: Level[];
  readonly #rows: Float32Array;

  /** `plane` is its finest level, not a copy. */
  constructor(plane: Float32Array, { width, height }: { width: number; height: number }, levels: number) {
    this.levels = [{ width, height, data: plane }];
    for (let l = 0; l < levels; l++) {
      const [w, h] = [Math.ceil(this.levels[l]!.width / 2), Math.ceil(this.levels[l]!.height / 2)];
      this.levels.push({ width: w, height: h, data: new Float32Array(w * h) });
    }
    this.#rows = new Float32Array(width * Math.ceil(height / 2 + 1));
  }

  /** Level `l + 1` from level `l`: smoothed by five taps, every second pixel. Borders repeat. */
  shrink(l: number): void {
    const { data, width, height } = this.levels[l]!;
    const { data: out, width: w, height: h } = this.levels[l + 1]!;
    const rows = this.#rows.subarray(0, w * height);
    for (let y = 0, o = 0; y < height; y++) {
      const at = y * width;
      const last = at + width - 1;
      for (let x = 0; x < w; x++, o++) {
        const i = at + 2 * x;
        const [b, d] = [i > at ? i - 1 : at, i < last ? i + 1 : last];
        const [a, e] = [b > at ? i - 2 : at, d < last ? i + 2 : last];
        rows[o] = (data[a]! + data[e]!) / 16 + (data[b]! + data[d]!) / 4 + data[i]! * 0.375;
      }
    }
    for (let y = 0, o = 0; y < h; y++) {
      const [i, last] = [2 * y, height - 1];
      const row = (v: number): number => Math.min(last, Math.max(0, v)) * w;
      const [a, b, c, d, e] = [row(i - 2), row(i - 1), row(i), row(i + 1), row(i + 2)] as const;
      for (let x = 0; x < w; x++, o++)
        out[o] =
          (rows[a + x]! + rows[e + x]!) / 16 + (rows[b + x]! + rows[d + x]!) / 4 + rows[c + x]! * 0.375;
    }
  }

  /** Level `l + 1` at the size of `l`: even places take 1 6 1 eighths of their neighbours, odd ones the mean of two. */
  grow(l: number, out: Float32Array): void {
    const { data, width, height } = this.levels[l + 1]!;
    const size = this.levels[l]!;
    const rows = this.#rows.subarray(0, size.width * height);
    for (let y = 0, o = 0; y < height; y++) {
      const at = y * width;
      for (let x = 0; x < size.width; x++, o++) {
        const i = x >> 1;
        const next = data[at + (i + 1 < width ? i + 1 : width - 1)]!;
        rows[o] =
          x & 1
            ? (data[at + i]! + next) / 2
            : (data[at + (i > 0 ? i - 1 : 0)]! + 6 * data[at + i]! + next) / 8;
      }
    }
    for (let y = 0, o = 0; y < size.height; y++) {
      const here = (y >> 1) * size.width;
      const below = Math.min(height - 1, (y >> 1) + 1) * size.width;
      const above = Math.max(0, (y >> 1) - 1) * size.width;
      for (let x = 0; x < size.width; x++, o++)
        out[o] =
          y & 1
            ? (rows[here + x]! + rows[below + x]!) / 2
            : (rows[above + x]! + 6 * rows[here + x]! + rows[below + x]!) / 8;
    }
  }
}
