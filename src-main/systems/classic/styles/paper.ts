/** What is drawn on, and with: textures that depend on the place alone. Sizes are in units of the picture. */
import { SmoothNoise } from '../edits/noise.ts';

/** Roughness of paper, 0..1: fibres and a slow unevenness. */
export class Grain {
  readonly #size: number;
  readonly #fine: SmoothNoise;
  readonly #slow: SmoothNoise;

  constructor(unit: number, seed: number) {
    this.#size = Math.max(1, 1.1 * unit);
    this.#fine = new SmoothNoise(seed);
    this.#slow = new SmoothNoise(seed + 1);
  }

  at(x: number, y: number): number {
    const size = this.#size;
    return 0.6 * this.#fine.at(x / size, y / size) + 0.4 * this.#slow.at(x / (3.1 * size), y / (3.1 * size));
  }
}

/** Slow unevenness, 0..1, in two octaves: the second `ratio` times as fine, with this share. */
export class Clouds {
  readonly #size: number;
  readonly #ratio: number;
  readonly #share: number;
  readonly #slow: SmoothNoise;
  readonly #fast: SmoothNoise;

  constructor(size: number, ratio: number, share: number, seed: number) {
    this.#size = size;
    this.#ratio = ratio;
    this.#share = share;
    this.#slow = new SmoothNoise(seed);
    this.#fast = new SmoothNoise(seed + 1);
  }

  at(x: number, y: number): number {
    const [u, v, ratio] = [x / this.#size, y / this.#size, this.#ratio];
    return (1 - this.#share) * this.#slow.at(u, v) + this.#share * this.#fast.at(ratio * u, ratio * v);
  }
}

/** Strokes side by side at an angle, 0..1 from the middle of a stroke to the gap; they waver and end. */
export class Hatching {
  readonly #along: readonly [number, number];
  readonly #unit: number;
  readonly #waver: SmoothNoise;
  readonly #thin: SmoothNoise;
  readonly #fine: SmoothNoise;

  constructor(degrees: number, unit: number, seed: number) {
    const angle = (degrees * Math.PI) / 180;
    this.#along = [Math.cos(angle), Math.sin(angle)];
    this.#unit = unit;
    this.#waver = new SmoothNoise(seed);
    this.#thin = new SmoothNoise(seed + 1);
    this.#fine = new SmoothNoise(seed + 2);
  }

  at(x: number, y: number): number {
    const [ax, ay] = this.#along;
    const p = (x * ax + y * ay) / this.#unit;
    const q = (y * ax - x * ay) / this.#unit;
    const waver = 2.2 * this.#waver.at(p / 31, q / 23);
    const thin = this.#thin.at((q + waver) / 1.7, p / 34);
    const fine = this.#fine.at((q + waver) / 0.9, p / 19);
    return 0.7 * thin + 0.3 * fine;
  }
}
