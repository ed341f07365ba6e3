import { describe, expect, it } from 'vitest';
import type { Mask } from '../../../../../src-main/runtime/raster/raster.ts';
import { refineMask } from '../../../../../src-main/systems/classic/segment/refine/index.ts';
import { segmentRegion } from '../../../../../src-main/systems/classic/segment/index.ts';
import { disc, draw, drawMask, idle } from '../pictures.ts';

const W = 83;
const H = 61;
const share = (pixels: number) => pixels / W;

/** By definition: the nearest pixel that is at least `level`, from each pixel, by looking at all of them. */
function nearest(mask: Mask, x: number, y: number, inside: (v: number) => boolean): number {
  let least = Infinity;
  for (let v = 0; v < mask.height; v++)
    for (let u = 0; u < mask.width; u++)
      if (inside(mask.data[v * mask.width + u]!)) least = Math.min(least, Math.hypot(u - x, v - y));
  return least;
}
const shape = (): Mask => {
  const mask = disc(W, H, 30, 28, 11);
  for (let y = 40; y < 44; y++) for (let x = 55; x < 80; x++) mask.data[y * W + x] = 255; // a bar near the edge
  return mask;
};
const at = (mask: Mask, x: number, y: number) => mask.data[y * mask.width + x]!;

describe('growing and shrinking', () => {
  it.each([1.5, 4, 9.25])('is Euclid’s distance to a hard mask, antialiased (%f px)', async (pixels) => {
    const mask = shape();
    const grown = await refineMask(mask, { grow: share(pixels) }, idle());
    const shrunk = await refineMask(mask, { grow: -share(pixels) }, idle());
    for (let y = 0; y < H; y++)
      for (let x = 0; x < W; x++) {
        const out = nearest(mask, x, y, (v) => v > 127);
        const within = Math.min(1, Math.max(0, pixels - out + 0.5));
        expect(Math.abs(at(grown, x, y) - Math.max(at(mask, x, y), 255 * within))).toBeLessThanOrEqual(1);
        const inwards = nearest(mask, x, y, (v) => v <= 127);
        const eaten = Math.min(1, Math.max(0, pixels - inwards + 0.5));
        expect(Math.abs(at(shrunk, x, y) - Math.min(at(mask, x, y), 255 * (1 - eaten)))).toBeLessThanOrEqual(
          1,
        );
      }
  });
  it('moves a soft edge and leaves it as soft', async () => {
    // A ramp of 24 pixels; its half lies at 40.
    const ramp = drawMask(W, H, (x) => Math.round(255 * Math.min(1, Math.max(0, (52 - x) / 24))));
    const grown = await refineMask(ramp, { grow: share(10) }, idle());
    const values = Array.from({ length: W }, (_, x) => at(grown, x, 30));
    expect(values.findIndex((v) => v <= 127)).toBeGreaterThanOrEqual(49);
    expect(values.findIndex((v) => v <= 127)).toBeLessThanOrEqual(52);
    const soft = values.filter((v) => v > 12 && v < 243).length;
    expect(soft).toBeGreaterThan(17);
    expect(soft).toBeLessThan(27);
    for (let x = 1; x < W; x++) expect(values[x]! - values[x - 1]!).toBeLessThanOrEqual(0);
  });
  it('does not come away from the picture’s border, and nothing stays nothing', async () => {
    const half = drawMask(W, H, (x) => (x < 40 ? 255 : 0));
    const shrunk = await refineMask(half, { grow: -share(6) }, idle());
    expect(at(shrunk, 0, 0)).toBe(255);
    expect(at(shrunk, 33, 30)).toBe(255);
    expect(at(shrunk, 36, 30)).toBe(0);
    const none = drawMask(W, H, () => 0);
    expect((await refineMask(none, { grow: 0.2 }, idle())).data.some(Boolean)).toBe(false);
    expect((await refineMask(shape(), { grow: -0.4 }, idle())).data.some(Boolean)).toBe(false);
  });
});

describe('feathering and smoothing', () => {
  it('fades over the distance to either side, as a Gaussian does', async () => {
    const half = drawMask(W, H, (x) => (x < 40 ? 255 : 0));
    const soft = await refineMask(half, { feather: share(12) }, idle());
    const sigma = 6;
    for (let x = 8; x < 72; x++) {
      // The integral of a Gaussian, by the trapezium rule.
      let sum = 0;
      for (let t = -40; t < 39.5 - x; t += 0.01) sum += Math.exp(-(t * t) / (2 * sigma * sigma)) * 0.01;
      const expected = (255 * sum) / (sigma * Math.sqrt(2 * Math.PI));
      expect(Math.abs(at(soft, x, 30) - expected)).toBeLessThan(4);
    }
    const total = (mask: Mask) => mask.data.reduce((a, b) => a + b, 0);
    const dot = disc(W, H, 41, 30, 6);
    expect(total(await refineMask(dot, { feather: share(5) }, idle())) / total(dot)).toBeCloseTo(1, 1);
  });
  it('takes specks and spikes off and keeps straight edges where they are, sharp', async () => {
    const mask = drawMask(W, H, (x, y) =>
      x < 40 || (x === 60 && y === 30) || (y === 20 && x < 50) ? 255 : 0,
    );
    const smooth = await refineMask(mask, { smooth: share(8) }, idle());
    expect(at(smooth, 60, 30)).toBe(0);
    expect(at(smooth, 47, 20)).toBe(0);
    expect(at(smooth, 37, 45)).toBe(255);
    expect(at(smooth, 42, 45)).toBe(0);
  });
});

describe('filling holes', () => {
  it('fills what is enclosed, soft rims too, and nothing that is open to the border', async () => {
    const mask = drawMask(W, H, (x, y) => {
      const d = Math.hypot(x - 30, y - 30);
      if (d < 8) return 0;
      if (d < 9) return 140; // the hole's soft rim
      return d < 20 ? 255 : 0;
    });
    for (let y = 0; y < H; y++)
      for (let x = 60; x < 70; x++) mask.data[y * W + x] = x === 60 || x === 69 ? 255 : 0;
    const filled = await refineMask(mask, { fillHoles: true }, idle());
    for (let y = 12; y < 49; y++)
      for (let x = 12; x < 49; x++) expect(at(filled, x, y)).toBe(Math.hypot(x - 30, y - 30) < 20 ? 255 : 0);
    expect(at(filled, 65, 30)).toBe(0); // a channel from border to border
  });
});

describe('as a part of a region', () => {
  const photo = draw(W, H, () => [90, 120, 150]);
  const box = (x1: number, x2: number, sign: '+' | '-' | '&') => ({
    kind: 'polygon' as const,
    sign,
    points: [[x1, 0], [x2, 0], [x2, 1], [x1, 1]] as [number, number][], // prettier-ignore
  });
  const columns = (mask: Mask) => Array.from({ length: W }, (_, x) => at(mask, x, 30) > 127);

  it('comes last, after everything else was inverted', async () => {
    const parts = [box(0, 40 / W, '+')];
    const mask = await segmentRegion(photo, null, parts, true, idle(), { grow: share(5) });
    expect(columns(mask).indexOf(true)).toBe(35);
  });
  it('keeps what lies in both, softly', async () => {
    const soft = drawMask(W, H, () => 100);
    const parts = [
      box(0, 50 / W, '+'),
      box(20 / W, 1, '&'),
      { kind: 'mask' as const, mask: soft, sign: '&' as const },
    ];
    const mask = await segmentRegion(photo, null, parts, false, idle());
    expect([at(mask, 10, 30), at(mask, 30, 30), at(mask, 60, 30)]).toEqual([0, 100, 0]);
  });
  it('cuts the whole picture when there is nothing before it', async () => {
    const mask = await segmentRegion(photo, null, [box(20 / W, 40 / W, '&')], false, idle());
    expect(columns(mask).map(Number).join('')).toBe('0'.repeat(20) + '1'.repeat(20) + '0'.repeat(43));
  });
});
