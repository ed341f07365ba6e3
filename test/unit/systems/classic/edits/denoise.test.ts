import { describe, expect, it } from 'vitest';
import { fromFrequencies, toFrequencies } from '../../../../../src-main/systems/classic/edits/denoise/dct.ts';
import { measureNoise } from '../../../../../src-main/systems/classic/edits/denoise/noise.ts';
import { denoisePlane } from '../../../../../src-main/systems/classic/edits/denoise/plane.ts';
import { seeded } from '../../../../../src-main/systems/classic/remove/random.ts';
import { draw, idle } from '../pictures.ts';
import { apply, noisy, photo, rms } from './apply.ts';

describe('the cosine transform', () => {
  it('is orthonormal and the one of the books', () => {
    const random = seeded(2);
    const block = Float64Array.from({ length: 64 }, () => random.below(256));
    const found = block.slice();
    toFrequencies(found);
    for (const [u, v] of [
      [0, 0],
      [1, 0],
      [3, 5],
      [7, 6],
    ] as const) {
      let sum = 0;
      for (let y = 0; y < 8; y++)
        for (let x = 0; x < 8; x++)
          sum +=
            block[y * 8 + x]! *
            Math.cos(((2 * x + 1) * u * Math.PI) / 16) *
            Math.cos(((2 * y + 1) * v * Math.PI) / 16);
      const scale = (u ? 0.5 : Math.SQRT1_2 / 2) * (v ? 0.5 : Math.SQRT1_2 / 2);
      expect(found[v * 8 + u]).toBeCloseTo(sum * scale, 9);
    }
    fromFrequencies(found);
    found.forEach((value, k) => expect(value).toBeCloseTo(block[k]!, 9));
  });
});

describe('denoising a plane', () => {
  const size = { width: 28, height: 20 };
  const sigma = 0.08;
  const random = seeded(7);
  const plane = Float32Array.from(
    { length: size.width * size.height },
    (_, i) => 0.5 + 0.3 * Math.sin((i % size.width) / 3) + 0.0001 * random.below(2000),
  );

  /** The formula as it is written, of whole planes in double precision. */
  function expected(change: (block: Float64Array, at: number) => number): number[] {
    const sums = Array.from(plane, () => 0);
    const weights = [...sums];
    for (let y = 0; y + 8 <= size.height; y += 4)
      for (let x = 0; x + 8 <= size.width; x += 4) {
        const at = (k: number): number => (y + (k >> 3)) * size.width + x + (k & 7);
        const block = Float64Array.from({ length: 64 }, (_, k) => plane[at(k)]!);
        toFrequencies(block);
        const weight = change(block, y * size.width + x);
        fromFrequencies(block);
        block.forEach((value, k) => {
          sums[at(k)]! += weight * value;
          weights[at(k)]! += weight;
        });
      }
    return Array.from(sums, (sum, i) => sum / weights[i]!);
  }

  const once = expected((block) => {
    let left = 1;
    for (let k = 1; k < 64; k++)
      if (Math.abs(block[k]!) < 2.8 * sigma) block[k] = 0;
      else left++;
    return 1 / left;
  });

  const twice = expected((block, at) => {
    const guess = block.map((_, k) => once[at + (k >> 3) * size.width + (k & 7)]!);
    toFrequencies(guess);
    let power = 1;
    for (let k = 1; k < 64; k++) {
      const gain = guess[k]! ** 2 / (guess[k]! ** 2 + sigma ** 2);
      block[k]! *= gain;
      power += gain ** 2;
    }
    return 1 / power;
  });

  it.each([
    [false, once],
    [true, twice],
  ])('is what the papers say (a second time: %s)', (again, wanted) => {
    const out = plane.slice();
    denoisePlane(out, size, sigma, again, () => {});
    out.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 5));
    expect(Math.max(...out.map((value, i) => Math.abs(value - plane[i]!)))).toBeGreaterThan(0.02);
  });

  it('leaves nothing behind when it is stopped in the middle', () => {
    const stopped = (): void => {
      let rows = 0;
      denoisePlane(plane.slice(), size, sigma, true, () => {
        if (rows++ === 2) throw new Error('stopped');
      });
    };
    expect(stopped).toThrow('stopped');
    const out = plane.slice();
    denoisePlane(out, size, sigma, true, () => {});
    out.forEach((value, i) => expect(value).toBeCloseTo(twice[i]!, 5));
  });
});

describe('denoise', () => {
  const all = { x1: 0, y1: 0 };

  it('measures the noise of a photograph', async () => {
    const clean = await photo('chelsea');
    for (const sigma of [6, 15]) {
      const image = noisy(clean, sigma);
      const [full] = await measureNoise(image, { ...all, x2: image.width, y2: image.height }, idle());
      expect(full![0]! * 255).toBeGreaterThan(0.85 * sigma);
      expect(full![0]! * 255).toBeLessThan(1.25 * sigma);
    }
  });

  it('takes most of it out of a photograph, and colour noise above all', async () => {
    for (const name of ['astronaut', 'chelsea'] as const) {
      const clean = await photo(name);
      for (const sigma of [10, 25]) {
        const image = noisy(clean, sigma);
        const out = await apply(image, null, 'denoise', {});
        expect(rms(out, clean), `${name} ${sigma}`).toBeLessThan(0.6 * rms(image, clean));
        const colour = (i: number): [number, number] => [
          out.data[i]! - out.data[i + 2]! - clean.data[i]! + clean.data[i + 2]!,
          image.data[i]! - image.data[i + 2]! - clean.data[i]! + clean.data[i + 2]!,
        ];
        let [after, before] = [0, 0];
        for (let i = 0; i < out.data.length; i += 3) {
          after += colour(i)[0] ** 2;
          before += colour(i)[1] ** 2;
        }
        expect(Math.sqrt(after / before), `${name} ${sigma}`).toBeLessThan(0.45);
      }
    }
  });

  it('hardly touches a clean picture, and more with a larger amount', async () => {
    const clean = draw(120, 90, (x, y) => [
      128 + 80 * Math.sin(x / 9),
      128 + 80 * Math.cos(y / 7),
      (x + y) / 2,
    ]);
    expect(rms(await apply(clean, null, 'denoise', {}), clean)).toBeLessThan(1);
    const image = noisy(await photo('chelsea'), 8);
    const changes = await Promise.all(
      [0.1, 0.3, 0.6, 1].map(async (amount) => rms(await apply(image, null, 'denoise', { amount }), image)),
    );
    expect(changes).toEqual([...changes].sort((a, b) => a - b));
  });
});
