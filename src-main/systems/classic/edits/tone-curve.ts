/** Curves over coded luminance 0..1, laid on light as a factor, so that hues stay. */
import { toLinear } from './light.ts';

const steps = 1024;

/** For a curve on coded values: the factor on linear light at each coded luminance. */
export class ToneFactors {
  readonly #table: Float32Array;

  constructor(curve: (v: number) => number) {
    this.#table = Float32Array.from({ length: steps + 2 }, (_, i) => {
      const v = Math.min(1, Math.max(i, 0.25) / steps);
      return toLinear(Math.min(1, Math.max(0, curve(v)))) / toLinear(v);
    });
  }

  at(tone: number): number {
    const x = Math.min(1, Math.max(0, tone)) * steps;
    const i = x | 0;
    return this.#table[i]! + (this.#table[i + 1]! - this.#table[i]!) * (x - i);
  }
}

/** Schlick's bias: lifts (+) or lowers the middle, leaves black and white, and is never steep. `amount` -1..1. */
export function brighten(v: number, amount: number): number {
  const k = 2 ** (-1.6 * amount);
  return v / (v + k * (1 - v));
}

/**
 * Turns the curve about `pivot` (0..1, which stays where it is): steeper (+) or flatter; black and white stay. `amount`
 * -1..1.
 */
export function contrasted(v: number, amount: number, pivot = 0.5): number {
  const power = Math.log(0.5) / Math.log(pivot);
  const u = power === 1 ? v : Math.max(0, v) ** power;
  const after = u + amount * (amount > 0 ? 1.2 : 1) * (u * u * (3 - 2 * u) - u);
  return power === 1 ? after : after ** (1 / power);
}

/** Lifts or lowers the dark and the bright half; black and white stay. */
export function openShadows(v: number, shadows: number, highlights: number): number {
  const up = shadows * (shadows > 0 ? 1.5 : 1) * v * (1 - v) ** 3;
  return v + up + highlights * (highlights < 0 ? 1.6 : 1) * v ** 3 * (1 - v);
}
