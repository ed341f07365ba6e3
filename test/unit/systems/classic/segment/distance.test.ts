import { describe, expect, test } from 'vitest';
import { frameOf, signedDistance } from '../../../../../src-main/systems/classic/segment/distance.ts';
import { randomOf } from './scenes.ts';

/** Some discs, one of them cut off by the picture's edge. */
function discs(width: number, height: number, seed: number): Uint8Array {
  const random = randomOf(seed);
  const round = Array.from(
    { length: 3 },
    () => [random() * width, random() * height, 3 + random() * 9] as const,
  );
  return Uint8Array.from({ length: width * height }, (_, i) =>
    round.some(([x, y, r]) => Math.hypot((i % width) - x, Math.floor(i / width) - y) < r) ? 1 : 0,
  );
}

describe('signed distances', () => {
  test.each([1, 2, 3, 4])('are Euclid’s within a chamfer’s error (seed %i)', (seed) => {
    const [width, height] = [47, 33];
    const mask = discs(width, height, seed);
    const signed = signedDistance(mask, width, height);
    for (let i = 0; i < mask.length; i++) {
      let least = Infinity;
      for (let j = 0; j < mask.length; j++) {
        if (mask[j] === mask[i]) continue;
        const d = Math.hypot((i % width) - (j % width), Math.floor(i / width) - Math.floor(j / width));
        least = Math.min(least, d);
      }
      expect(Math.sign(signed[i]!)).toBe(mask[i] ? 1 : -1);
      expect(Math.abs(Math.abs(signed[i]!) + 0.5 - least)).toBeLessThan(0.085 * least);
    }
  });

  test('are the same in a frame around the mask as in the whole', () => {
    const [width, height] = [61, 44];
    const mask = discs(width, height, 7);
    const whole = signedDistance(mask, width, height);
    const frame = frameOf(mask, width, height, () => 4)!;
    expect(frame.area).toBe(mask.reduce((a, b) => a + b, 0));
    const part = signedDistance(mask, width, height, frame);
    let at = 0;
    for (let y = frame.y1; y < frame.y2; y++)
      for (let x = frame.x1; x < frame.x2; x++) expect(part[at++]).toBe(whole[y * width + x]);
    expect(part).toHaveLength(at);
  });

  test('of nothing and of everything are infinite', () => {
    expect(signedDistance(new Uint8Array(6), 3, 2)).toEqual(new Float32Array(6).fill(-Infinity));
    expect(signedDistance(new Uint8Array(6).fill(1), 3, 2)).toEqual(new Float32Array(6).fill(Infinity));
    expect(frameOf(new Uint8Array(6), 3, 2, () => 1)).toBeNull();
  });
});
