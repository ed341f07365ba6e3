/** Noise that is computed where it is needed: the same for the same place and seed, whatever the order. */

/** 0..1 for a pair of whole numbers. */
export function hash(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

/** Nearly normal noise of deviation 1 for a pair of whole numbers: the sum of four bytes of one hash. */
export function bell(x: number, y: number, seed: number): number {
  const h = hash(x, y, seed) * 4_294_967_296;
  const bytes = (h & 255) + ((h >>> 8) & 255) + ((h >>> 16) & 255) + (h >>> 24);
  return (bytes / 255 - 2) * Math.sqrt(3);
}

/** Smooth noise 0..1 whose features are about one unit wide. Cheapest where one place is near the last. */
export class SmoothNoise {
  readonly #seed: number;
  readonly #corners = new Float64Array(4);
  #i = NaN;
  #j = NaN;

  constructor(seed: number) {
    this.#seed = seed;
  }

  at(x: number, y: number): number {
    const i = Math.floor(x);
    const j = Math.floor(y);
    if (i !== this.#i || j !== this.#j) this.#go(i, j);
    const corners = this.#corners;
    const u = (x - i) * (x - i) * (3 - 2 * (x - i));
    const v = (y - j) * (y - j) * (3 - 2 * (y - j));
    const top = corners[0]! * (1 - u) + corners[1]! * u;
    const below = corners[2]! * (1 - u) + corners[3]! * u;
    return top + (below - top) * v;
  }

  #go(i: number, j: number): void {
    [this.#i, this.#j] = [i, j];
    for (let k = 0; k < 4; k++) this.#corners[k] = hash(i + (k & 1), j + (k >> 1), this.#seed);
  }
}
