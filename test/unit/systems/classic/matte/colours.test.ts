import { describe, expect, test } from 'vitest';
import { makeWork } from '../../../../../src-main/runtime/work.ts';
import { foregroundColours } from '../../../../../src-main/systems/classic/matte/colours.ts';
import { at, differences, draw, drawMask, idle } from '../pictures.ts';

const soft = (x: number, y: number, cx: number, cy: number, r: number, width: number): number =>
  Math.round(255 * Math.min(1, Math.max(0, 0.5 + (r - Math.hypot(x - cx, y - cy)) / width)));

/** An orange disc with a soft edge over green and blue stripes, and the disc's true colour. */
function composite(width: number, height: number, depth: 8 | 16, edge: number, radius = 0.3) {
  const most = depth === 16 ? 65535 : 255;
  const r = radius * Math.min(width, height);
  const alpha = drawMask(width, height, (x, y) => soft(x, y, width / 2, height / 2, r, edge));
  const front = (x: number): number[] => [0.9, 0.5 + 0.2 * Math.sin(x / 40), 0.1];
  const back = (x: number): number[] => (Math.floor(x / 11) % 2 ? [0.1, 0.6, 0.2] : [0.1, 0.2, 0.7]);
  const image = draw(
    width,
    height,
    (x, y) => {
      const a = alpha.data[y * width + x]! / 255;
      return [0, 1, 2].map((c) => Math.round(most * (a * front(x)[c]! + (1 - a) * back(x)[c]!)));
    },
    depth,
  );
  return { image, alpha, front, most };
}

/** Mean error of the colours, 0..1, each counted by alpha; and the picture's own. */
function errors(result: ReturnType<typeof composite>, out: ReturnType<typeof composite>['image']) {
  const { image, alpha, front, most } = result;
  let [before, after, total] = [0, 0, 0];
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++) {
      const a = alpha.data[y * image.width + x]!;
      if (a === 0 || a === 255) continue;
      for (let c = 0; c < 3; c++) {
        before += a * Math.abs(at(image, x, y)[c]! / most - front(x)[c]!);
        after += a * Math.abs(at(out, x, y)[c]! / most - front(x)[c]!);
        total += a;
      }
    }
  return { before: before / total, after: after / total };
}

describe('the colours of a foreground', () => {
  test.each([
    [131, 97, 8, 7],
    [131, 97, 16, 7],
    [97, 131, 8, 20],
    [1300, 1001, 8, 24],
  ] as const)('come back at soft edges: %d × %d, %d bits, edge %d', async (width, height, depth, edge) => {
    const scene = composite(width, height, depth, edge);
    const out = await foregroundColours(scene.image, scene.alpha, idle());
    const { before, after } = errors(scene, out);
    expect(before).toBeGreaterThan(0.1);
    expect(after).toBeLessThan(0.33 * before);
    const solid = (x: number, y: number): boolean => [0, 255].includes(scene.alpha.data[y * width + x]!);
    expect(differences(scene.image, out, solid)).toBe(0);
    expect(out.data.constructor).toBe(scene.image.data.constructor);
  });

  test('are those of the background for the inverse alpha', async () => {
    const width = 90;
    const alpha = drawMask(width, 60, (x, y) => soft(x, y, 45, 30, 18, 8));
    const image = draw(width, 60, (x, y) => {
      const a = alpha.data[y * width + x]! / 255;
      return [Math.round(200 * a + 20 * (1 - a)), 40, Math.round(30 * a + 220 * (1 - a))];
    });
    const inverse = { ...alpha, data: alpha.data.map((v) => 255 - v) };
    const out = await foregroundColours(image, inverse, idle());
    const edge = [...alpha.data.keys()].filter((i) => alpha.data[i]! > 0 && alpha.data[i]! < 200);
    for (const i of edge) {
      expect(Math.abs(out.data[3 * i]! - 20)).toBeLessThan(6);
      expect(Math.abs(out.data[3 * i + 2]! - 220)).toBeLessThan(6);
    }
  });

  test('have no seam where tiles meet', async () => {
    // a straight soft edge along the picture: every column is alike, whatever tile it lies in
    const [width, height] = [1700, 900];
    const alpha = drawMask(width, height, (_, y) => Math.min(255, Math.max(0, 128 + 9 * (y - 512))));
    const image = draw(width, height, (_, y) => {
      const a = alpha.data[y * width]! / 255;
      return y < 0 ? [0, 0, 0] : [Math.round(220 * a + 30 * (1 - a)), Math.round(90 * a + 60 * (1 - a)), 128];
    });
    const out = await foregroundColours(image, alpha, idle());
    let worst = 0;
    for (let y = 490; y < 535; y++)
      for (let x = 1; x < width; x++)
        for (let c = 0; c < 3; c++)
          worst = Math.max(worst, Math.abs(at(out, x, y)[c]! - at(out, x - 1, y)[c]!));
    expect(worst).toBeLessThanOrEqual(1);
  });

  test('of a see-through picture are its own where nothing else is behind, and hidden colours do not leak', async () => {
    const [width, height] = [80, 60];
    const shape = drawMask(width, height, (x, y) => soft(x, y, 40, 30, 17, 6));
    // the picture is already cut out, over a hidden bright green
    const image = draw(width, height, (x, y) => {
      const a = shape.data[y * width + x]!;
      return a ? [180, 60, 50, a] : [0, 255, 0, 0];
    });
    const out = await foregroundColours(image, shape, idle());
    expect(differences(image, out, (x, y) => shape.data[y * width + x] === 0)).toBe(0);
    for (let i = 0; i < shape.data.length; i++) {
      if (!shape.data[i]) continue;
      expect(Math.abs(out.data[4 * i]! - 180)).toBeLessThanOrEqual(2);
      expect(Math.abs(out.data[4 * i + 1]! - 60)).toBeLessThanOrEqual(2);
      expect(out.data[4 * i + 3]).toBe(shape.data[i]);
    }
  });

  test('are not worked out once cancelled, and a hard mask changes nothing', async () => {
    const { image, alpha } = composite(200, 150, 8, 9);
    const stop = new AbortController();
    stop.abort();
    await expect(foregroundColours(image, alpha, makeWork(stop.signal))).rejects.toThrow();
    const hard = { ...alpha, data: alpha.data.map((v) => (v > 127 ? 255 : 0)) };
    expect((await foregroundColours(image, hard, idle())).data).toEqual(image.data);
  });
});
