/** What is drawn on, and with: textures that depend on the place alone. Sizes are in units of the picture. */
import { smoothNoise } from '../edits/noise.ts';

/** Roughness of paper, 0..1: fibres and a slow unevenness. */
export function grain(x: number, y: number, unit: number, seed: number): number {
  const fine = Math.max(1, 1.1 * unit);
  return (
    0.6 * smoothNoise(x / fine, y / fine, seed) +
    0.4 * smoothNoise(x / (3.1 * fine), y / (3.1 * fine), seed + 1)
  );
}

/** Slow unevenness of a wash, 0..1: two octaves. */
export function clouds(x: number, y: number, size: number, seed: number): number {
  return (
    0.65 * smoothNoise(x / size, y / size, seed) +
    0.35 * smoothNoise((2.3 * x) / size, (2.3 * y) / size, seed + 1)
  );
}

/** Strokes side by side at an angle, 0..1 from the middle of a stroke to the gap; they waver and end. */
export class Hatching {
  readonly #along: readonly [number, number];
  readonly #unit: number;
  readonly #seed: number;

  constructor(degrees: number, unit: number, seed: number) {
    const angle = (degrees * Math.PI) / 180;
    this.#along = [Math.cos(angle), Math.sin(angle)];
    this.#unit = unit;
    this.#seed = seed;
  }

  at(x: number, y: number): number {
    const [ax, ay] = this.#along;
    const p = (x * ax + y * ay) / this.#unit;
    const q = (y * ax - x * ay) / this.#unit;
    const waver = 2.2 * smoothNoise(p / 31, q / 23, this.#seed);
    const thin = smoothNoise((q + waver) / 1.7, p / 34, this.#seed + 1);
    const fine = smoothNoise((q + waver) / 0.9, p / 19, this.#seed + 2);
    return 0.7 * thin + 0.3 * fine;
  }
}
