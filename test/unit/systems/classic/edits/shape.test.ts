import { describe, expect, it } from 'vitest';
import { at, disc, draw, drawMask } from '../pictures.ts';
import { apply } from './every.ts';

describe('cut-out', () => {
  it('makes the rest transparent and hides its colours', async () => {
    const image = draw(60, 60, (x, y) => (Math.hypot(x - 30, y - 30) < 15 ? [220, 40, 40] : [30, 60, 220]));
    const out = await apply(image, disc(60, 60, 30, 30, 14), 'cut-out');
    expect(at(out, 30, 30)).toEqual([220, 40, 40, 255]);
    expect(at(out, 2, 2)).toEqual([0, 0, 0, 0]);
  });

  it('takes the background’s colour out of soft edges', async () => {
    const share = (x: number, y: number): number =>
      Math.max(0, Math.min(1, (18 - Math.hypot(x - 30, y - 30)) / 4));
    const image = draw(60, 60, (x, y) => {
      const a = share(x, y);
      return [220 * a + 30 * (1 - a), 40 * a + 60 * (1 - a), 40 * a + 220 * (1 - a)];
    });
    const mask = drawMask(60, 60, (x, y) => 255 * share(x, y));
    const out = await apply(image, mask, 'cut-out');
    const half = at(out, 30 + 16, 30);
    expect(half[3]).toBe(127);
    expect(at(image, 46, 30)[2]).toBeGreaterThan(120);
    expect(half[2]).toBeLessThan(100);
    expect(half[0]).toBeGreaterThan(170);
  });

  it('multiplies with alpha that was there', async () => {
    const image = draw(4, 1, (x) => [10, 20, 30, x * 80]);
    const out = await apply(
      image,
      drawMask(4, 1, () => 128),
      'cut-out',
    );
    expect([0, 1, 2, 3].map((x) => at(out, x, 0)[3])).toEqual([0, 40, 80, 120]);
  });
});

describe('geometry', () => {
  const numbered = draw(7, 5, (x, y) => [x, y, 9]);

  it('crops to the region’s box', async () => {
    const mask = drawMask(7, 5, (x, y) => (x >= 2 && x < 5 && y >= 1 && y < 3 ? 255 : x === 6 ? 40 : 0));
    const out = await apply(numbered, mask, 'crop');
    expect([out.width, out.height]).toEqual([3, 2]);
    expect(at(out, 0, 0)).toEqual([2, 1, 9]);
    expect(at(out, 2, 1)).toEqual([4, 2, 9]);
  });

  it('crops to an aspect, around a region, inside the picture', async () => {
    const wide = draw(160, 90, (x, y) => [x, y, 0]);
    const square = await apply(wide, null, 'crop', { aspect: 1 });
    expect([square.width, square.height, at(square, 0, 0)]).toEqual([90, 90, [35, 0, 0]]);
    const corner = drawMask(160, 90, (x, y) => (x >= 140 && y < 10 ? 255 : 0));
    const out = await apply(wide, corner, 'crop', { aspect: 1 });
    expect([out.width, out.height, at(out, 0, 0)]).toEqual([20, 20, [140, 0, 0]]);
    const tall = await apply(wide, corner, 'crop', { aspect: 0.05 });
    expect([tall.width, tall.height]).toEqual([5, 90]);
  });

  it('flips and turns exactly', async () => {
    const left = await apply(numbered, null, 'flip', { axis: 'horizontal' });
    expect(at(left, 0, 3)).toEqual([6, 3, 9]);
    const top = await apply(numbered, null, 'flip', { axis: 'vertical' });
    expect(at(top, 2, 0)).toEqual([2, 4, 9]);
    const quarter = await apply(numbered, null, 'rotate', { degrees: 90 });
    expect([quarter.width, quarter.height, quarter.channels]).toEqual([5, 7, 3]);
    expect(at(quarter, 4, 0)).toEqual([0, 0, 9]);
    expect(at(quarter, 0, 6)).toEqual([6, 4, 9]);
    let turned = numbered;
    for (let k = 0; k < 4; k++) turned = await apply(turned, null, 'rotate', { degrees: -90 });
    expect(turned.data).toEqual(numbered.data);
    const back = await apply(quarter, null, 'rotate', { degrees: 270 });
    expect(back.data).toEqual(numbered.data);
    expect(
      (
        await apply(await apply(numbered, null, 'rotate', { degrees: 180 }), null, 'rotate', {
          degrees: -180,
        })
      ).data,
    ).toEqual(numbered.data);
  });

  it('turns clockwise by any angle, grows, and leaves corners transparent', async () => {
    const image = draw(80, 40, (x, y) => (x > 70 && y < 10 ? [255, 0, 0] : [200, 200, 200]));
    const out = await apply(image, null, 'rotate', { degrees: 30 });
    expect([out.width, out.height, out.channels]).toEqual([90, 75, 4]);
    expect(at(out, 0, 0)[3]).toBe(0);
    expect(at(out, 45, 37)).toEqual([200, 200, 200, 255]);
    // The top right corner, (+38, −17) from the middle, goes down by a clockwise turn: to (+41, +4).
    expect(at(out, 45 + 41, 37 + 4).slice(0, 2)).toEqual([255, 0]);
    let opaque = 0;
    for (let i = 3; i < out.data.length; i += 4) opaque += out.data[i]! / 255;
    expect(Math.abs(opaque - 80 * 40)).toBeLessThan(160);
  });

  it('scales', async () => {
    const out = await apply(
      draw(31, 17, () => [120, 60, 30]),
      null,
      'resize',
      { factor: 2.5 },
    );
    expect([out.width, out.height, at(out, 40, 20)]).toEqual([78, 43, [120, 60, 30]]);
    const dot = await apply(numbered, null, 'resize', { factor: 0.01 });
    expect([dot.width, dot.height]).toEqual([1, 1]);
  });
});
