import { describe, expect, it } from 'vitest';
import { castOf } from '../../../../../src-main/systems/classic/edits/cast.ts';
import { fromOklab, luminance } from '../../../../../src-main/systems/classic/edits/light.ts';
import { seeded } from '../../../../../src-main/systems/classic/remove/random.ts';
import { idle } from '../pictures.ts';

/** Surfaces: how many, and each one's OKLab lightness and colour, with a little variation of both. */
type Surfaces = readonly (readonly [share: number, lightness: number, a: number, b: number, vary: number])[];

function scene(surfaces: Surfaces, light: readonly number[] = [1, 1, 1]): Float64Array[] {
  const random = seeded(3);
  const about = (): number => random.below(2001) / 1000 - 1;
  return surfaces.flatMap(([share, l, a, b, vary]) =>
    Array.from({ length: share * 10 }, () => {
      const rgb = new Float64Array(3);
      const scale = 1 + 0.25 * about();
      fromOklab(l * scale, (a + vary * about()) * scale, (b + vary * about()) * scale, rgb);
      return rgb.map((v, c) => Math.min(1, Math.max(0, v) * light[c]!));
    }),
  );
}

const street: Surfaces = [
  [30, 0.55, 0, 0, 0.006],
  [15, 0.75, 0.004, 0.006, 0.006],
  [20, 0.5, 0.14, 0.08, 0.03],
  [15, 0.45, -0.09, 0.08, 0.03],
  [10, 0.5, -0.03, -0.13, 0.03],
];
const colour = ([r, g, b]: readonly number[]): number[] => {
  const level = luminance(r!, g!, b!);
  return [r! / level, g! / level, b! / level];
};

describe('the colour of the light', () => {
  it('is found where grey things took it on', async () => {
    for (const light of [
      [1.2, 0.95, 0.6],
      [0.75, 1, 1.35],
      [1.1, 0.98, 0.8],
    ]) {
      const found = await castOf(scene(street, light), 1, idle());
      // Most of the cast is taken out, and never more than all of it.
      colour(light).forEach((v, c) => {
        expect((found[c]! - 1) / (v - 1), `${light.join(' ')}: ${c}`).toBeGreaterThan(0.6);
        expect((found[c]! - 1) / (v - 1), `${light.join(' ')}: ${c}`).toBeLessThan(1.1);
      });
    }
  });

  it('is white in a picture that has nothing to mend', async () => {
    const scenes: Record<string, Surfaces> = {
      street,
      petals: [
        [40, 0.75, 0.08, 0.1, 0.06],
        [60, 0.35, -0.1, -0.01, 0.04],
      ],
      leaf: [[100, 0.6, -0.1, 0.08, 0.03]],
      'sky over a cornfield': [
        [40, 0.75, -0.02, -0.055, 0.008],
        [60, 0.6, 0.03, 0.1, 0.04],
      ],
      'blue hour': [[100, 0.4, -0.005, -0.06, 0.01]],
      yellow: [
        [50, 0.85, 0.02, 0.16, 0.02],
        [50, 0.2, 0.01, 0.02, 0.01],
      ],
    };
    for (const [name, surfaces] of Object.entries(scenes)) {
      const found = await castOf(scene(surfaces), 1, idle());
      for (const v of found) expect(Math.abs(v - 1), name).toBeLessThan(0.03);
    }
  });

  it('is white where everything is cut off, black or not wanted', async () => {
    expect(await castOf(scene([[50, 1.2, 0, 0, 0]]), 1, idle())).toEqual([1, 1, 1]);
    expect(await castOf(scene([[50, 0, 0, 0, 0]]), 1, idle())).toEqual([1, 1, 1]);
    for (const v of await castOf(scene(street, [1.2, 0.95, 0.6]), 0, idle())) expect(v).toBeCloseTo(1, 3);
  });
});
