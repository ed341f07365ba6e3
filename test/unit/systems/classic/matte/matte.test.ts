import { describe, expect, test } from 'vitest';
import { blankMask, type Mask, type Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { makeWork } from '../../../../../src-main/runtime/work.ts';
import { matteOf } from '../../../../../src-main/systems/classic/matte/index.ts';
import { softenSeams } from '../../../../../src-main/systems/classic/matte/seams.ts';
import { laplacianOf, STENCIL } from '../../../../../src-main/systems/classic/matte/laplacian.ts';
import { drawStroke } from '../../../../../src-main/systems/classic/segment/shapes.ts';
import { drawMask, idle } from '../pictures.ts';
import { randomOf } from '../segment/scenes.ts';

type Paint = (x: number, y: number) => readonly [number, number, number];

/** One paint over another by a known alpha, and a little noise. */
function compose(alpha: Mask, front: Paint, back: Paint, depth: 8 | 16 = 8): Raster {
  const { width, height } = alpha;
  const most = depth === 16 ? 65535 : 255;
  const random = randomOf(11);
  const data = depth === 16 ? new Uint16Array(width * height * 3) : new Uint8Array(width * height * 3);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const a = alpha.data[i]! / 255;
      const [f, b] = [front(x, y), back(x, y)];
      for (let c = 0; c < 3; c++) {
        const v = (a * f[c]! + (1 - a) * b[c]! + 3 * (random() - 0.5)) / 255;
        data[3 * i + c] = Math.round(most * Math.min(1, Math.max(0, v)));
      }
    }
  return { width, height, channels: 3, data };
}

const brown: Paint = (x, y) => [120 + 12 * Math.sin(x / 3 + y / 5), 70, 40];
const green: Paint = (x, y) => [90 + 15 * Math.sin(x / 9), 160 + 20 * Math.sin(y / 13), 120];

const hard = ({
  width,
  height,
  data,
}: Mask): { mask: Uint8Array; size: { width: number; height: number } } => ({
  mask: data.map((v) => (v > 127 ? 1 : 0)),
  size: { width, height },
});

const disc = (width: number, height: number, radius: number, edge = 1): Mask =>
  drawMask(width, height, (x, y) =>
    Math.round(
      255 *
        Math.min(
          1,
          Math.max(0, 0.5 + (radius - Math.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2)) / edge),
        ),
    ),
  );

/** Sum of absolute differences, in whole pixels. */
const error = (a: Mask, b: Mask | Uint8Array): number => {
  const other = b instanceof Uint8Array ? b.map((v) => 255 * v) : b.data;
  return a.data.reduce((sum, v, i) => sum + Math.abs(v - other[i]!), 0) / 255;
};

/** A head with thin strands all around, and the head alone. */
async function hairy(width: number, height: number): Promise<{ truth: Mask; head: Uint8Array }> {
  const head = disc(width, height, 42);
  const truth = { ...head, data: head.data.slice() };
  const random = randomOf(3);
  for (let k = 0; k < 70; k++) {
    const t = 2 * Math.PI * random();
    const bend = t + 0.8 * (random() - 0.5);
    const end = 54 + 12 * random();
    const at = (r: number, angle: number): [number, number] => [
      0.5 + (r * Math.cos(angle)) / width,
      0.5 + (r * Math.sin(angle)) / height,
    ];
    const strand = await drawStroke(
      [at(38, t), at(50, (t + bend) / 2), at(end, bend)],
      0.6 / width,
      width,
      height,
      idle(),
    );
    for (let i = 0; i < truth.data.length; i++) truth.data[i] = Math.max(truth.data[i]!, strand.data[i]!);
  }
  return { truth, head: hard(head).mask };
}

describe('a matte', () => {
  test.each([8, 16] as const)('follows single hairs that the mask leaves out, %d bits', async (depth) => {
    const { truth, head } = await hairy(231, 197);
    const image = compose(truth, brown, green, depth);
    const matte = await matteOf(head, truth, image, idle());
    expect(error(truth, matte)).toBeLessThan(0.4 * error(truth, head));
  });

  test('is as soft as the blur of an outline', async () => {
    const truth = disc(221, 187, 50, 18);
    const image = compose(truth, brown, green);
    const { mask, size } = hard(truth);
    const matte = await matteOf(mask, size, image, idle());
    expect(error(truth, matte)).toBeLessThan(0.5 * error(truth, mask));
  });

  test('keeps a hard edge as crisp as it is', async () => {
    const truth = disc(221, 187, 60);
    const { mask, size } = hard(truth);
    const matte = await matteOf(mask, size, compose(truth, brown, green), idle());
    expect(error(truth, matte)).toBeLessThan(0.6 * error(truth, mask));
    const between = (m: Mask): number => m.data.filter((v) => v > 12 && v < 243).length;
    expect(between(matte)).toBeLessThan(1.3 * between(truth));
    for (let y = 0, i = 0; y < truth.height; y++)
      for (let x = 0; x < truth.width; x++, i++) {
        const r = Math.hypot(x + 0.5 - truth.width / 2, y + 0.5 - truth.height / 2);
        if (Math.abs(r - 60) > 4) expect(matte.data[i]).toBe(r < 60 ? 255 : 0);
      }
  });

  test('leaves another thing of the same colour beside it alone', async () => {
    const truth = disc(241, 187, 40);
    const both = drawMask(241, 187, (x, y) =>
      x > 170 && x < 200 && y > 20 && y < 170 ? 255 : truth.data[y * 241 + x]!,
    );
    const { mask, size } = hard(truth);
    const matte = await matteOf(mask, size, compose(both, brown, green), idle());
    expect(error(truth, matte)).toBeLessThan(error(truth, mask) + 20);
  });

  test.each([8, 16] as const)('of a hard rim leaves what goes on behind it alone, %d bits', async (depth) => {
    const [width, height] = [301, 263];
    const truth = disc(width, height, 62);
    const { mask, size } = hard(truth);
    // masts of the disc's own colour, which it hides in part
    const masts: Paint = (x, y) => (x % 50 < 2 || y % 70 < 2 ? brown(x, y) : green(x, y));
    const matte = await matteOf(mask, size, compose(truth, brown, masts, depth), idle());
    expect(error(truth, matte)).toBeLessThan(error(truth, mask));
    let leaked = 0;
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++)
        if (Math.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2) > 65) leaked += matte.data[i]! / 255;
    // of hundreds of pixels
    expect(leaked).toBeLessThan(12);
  });

  test('of a rim with shine of the background’s colour has no bites in it', async () => {
    const [width, height] = [301, 263];
    const truth = disc(width, height, 62);
    const { mask, size } = hard(truth);
    const shiny: Paint = (x, y) => ((x + 2 * y) % 23 < 3 ? green(x, y) : brown(x, y));
    const matte = await matteOf(mask, size, compose(truth, shiny, green), idle());
    let bitten = 0;
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++)
        if (Math.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2) < 59) bitten += 1 - matte.data[i]! / 255;
    expect(bitten).toBeLessThan(4);
  });

  test('follows a hard rim that the mask strays from', async () => {
    const truth = disc(301, 263, 71.3);
    const image = compose(truth, brown, green);
    const random = randomOf(5);
    const bumps = Array.from({ length: 60 }, () => 2.4 * (random() - 0.5));
    const rough = drawMask(301, 263, (x, y) => {
      const [u, v] = [x + 0.5 - 301 / 2, y + 0.5 - 263 / 2];
      const bump = bumps[Math.floor(((Math.atan2(v, u) + Math.PI) / (2 * Math.PI)) * 59.99)]!;
      return Math.hypot(u, v) < 71.3 + bump ? 1 : 0;
    });
    const matte = await matteOf(rough.data, rough, image, idle());
    expect(error(truth, matte)).toBeLessThan(0.25 * error(truth, rough.data));
  });

  test.each([
    ['above', 0, 40],
    ['below', 0, -40],
    ['at the left', 60, 0],
    ['at the right', -60, 0],
  ] as const)('of what the border cuts off %s is worked out as well', async (_, dx, dy) => {
    const [width, height] = [121, 97];
    const soft = (x: number, y: number): number =>
      Math.min(1, Math.max(0, 0.5 + (38 - Math.hypot(x + 0.5 - 60.5 + dx, y + 0.5 - 48.5 + dy)) / 14));
    const truth = drawMask(width, height, (x, y) => Math.round(255 * soft(x, y)));
    const { mask, size } = hard(truth);
    const matte = await matteOf(mask, size, compose(truth, brown, green), idle());
    expect(error(truth, matte)).toBeLessThan(0.5 * error(truth, mask));
  });

  test('of a large photo has the photo’s own sharpness, from a mask of a fraction of its size', async () => {
    const truth = disc(2003, 1501, 500, 1.5);
    const image = compose(truth, brown, green);
    const size = { width: 501, height: 375 };
    const mask = drawMask(size.width, size.height, (x, y) =>
      truth.data[Math.floor((y + 0.5) * 4) * 2003 + Math.min(2002, Math.floor((x + 0.5) * 4))]! > 127 ? 1 : 0,
    ).data;
    const matte = await matteOf(mask, size, image, idle());
    const length = 2 * Math.PI * 500;
    expect(error(truth, matte) / length).toBeLessThan(0.25);
    const between = matte.data.filter((v) => v > 12 && v < 243).length;
    expect(between / length).toBeLessThan(4);
  });

  test('of nothing is nothing, of everything everything', async () => {
    const image = compose(blankMask(61, 47), brown, green);
    for (const value of [0, 1]) {
      const matte = await matteOf(
        new Uint8Array(61 * 47).fill(value),
        { width: 61, height: 47 },
        image,
        idle(),
      );
      expect(matte.data.every((v) => v === 255 * value)).toBe(true);
    }
    const tiny = compose(blankMask(3, 2), brown, green);
    const mask = Uint8Array.of(1, 0, 0, 1, 0, 0);
    expect((await matteOf(mask, { width: 3, height: 2 }, tiny, idle())).data.length).toBe(6);
  });

  test('is the same every time, and ends when it is cancelled', async () => {
    const { truth, head } = await hairy(151, 137);
    const image = compose(truth, brown, green);
    const first = await matteOf(head, truth, image, idle());
    expect((await matteOf(head, truth, image, idle())).data).toEqual(first.data);
    const stop = new AbortController();
    const work = makeWork(stop.signal);
    let breaths = 0;
    const stopping = {
      ...work,
      breathe: () => {
        if (++breaths === 40) stop.abort();
        return work.breathe();
      },
    };
    await expect(matteOf(head, truth, image, stopping)).rejects.toThrow();
    expect(breaths).toBe(40);
  });
});

describe('the matting Laplacian', () => {
  const size = { width: 11, height: 9 };
  const random = randomOf(21);
  const colour = Float32Array.from({ length: size.width * size.height * 3 }, () => random());
  const unknown = Uint8Array.from({ length: colour.length / 3 }, (_, i) => {
    const x = i % size.width;
    const y = Math.floor(i / size.width);
    return x > 1 && y > 1 && x < size.width - 2 && y < size.height - 2 ? 1 : 0;
  });

  /** L times a function of the pixel. */
  async function applied(value: (i: number) => number): Promise<number[]> {
    const { pixels, rows, offsets } = await laplacianOf(colour, size, unknown, 1e-7, idle());
    return Array.from(pixels, (p, k) => {
      let sum = 0;
      for (let s = 0; s < STENCIL; s++) sum += rows[k * STENCIL + s]! * value(p + offsets[s]!);
      return sum;
    });
  }

  test('finds nothing wrong with an alpha that is linear in colour', async () => {
    const line = await applied(
      (i) => 0.3 * colour[3 * i]! - 0.2 * colour[3 * i + 1]! + 0.7 * colour[3 * i + 2]! + 0.1,
    );
    for (const v of line) expect(Math.abs(v)).toBeLessThan(1e-4);
    const other = await applied((i) => (i % 3 === 0 ? 1 : 0));
    expect(Math.max(...other.map(Math.abs))).toBeGreaterThan(0.1);
  });

  test('is symmetric', async () => {
    const { pixels, rows, offsets } = await laplacianOf(colour, size, unknown, 1e-3, idle());
    const at = new Map(Array.from(pixels, (p, k) => [p, k]));
    let pairs = 0;
    pixels.forEach((p, k) => {
      offsets.forEach((o, s) => {
        const other = at.get(p + o);
        if (other === undefined) return;
        pairs++;
        expect(rows[k * STENCIL + s]!).toBeCloseTo(rows[other * STENCIL + (STENCIL - 1 - s)]!, 5);
      });
    });
    expect(pairs).toBeGreaterThan(300);
  });
});

describe('a seam', () => {
  const size = { width: 61, height: 41 };
  const at = (x: number, y: number): number => y * size.width + x;
  const columns = (value: (x: number) => number): number[] =>
    Array.from({ length: size.width * size.height }, (_, i) => value(i % size.width));

  test('is smoothed where the photo shows nothing, and stays where it shows an edge', async () => {
    for (const [step, steepest] of [
      [0, 0.3],
      [0.5, 0.9],
    ] as const) {
      const alpha = Float32Array.from(columns((x) => (x < 30 ? 1 : 0)));
      const colour = new Float32Array(alpha.length * 3);
      columns((x) => (x < 30 ? 0.3 : 0.3 + step)).forEach((v, i) => colour.fill(v, 3 * i, 3 * i + 3));
      const unknown = Uint8Array.from(columns((x) => (x < 30 ? 0 : 1)));
      await softenSeams(alpha, colour, size, unknown, unknown, idle());
      let most = 0;
      for (let x = 1; x < size.width; x++)
        most = Math.max(most, Math.abs(alpha[at(x, 20)]! - alpha[at(x - 1, 20)]!));
      if (step) expect(most).toBeGreaterThan(steepest);
      else expect(most).toBeLessThan(steepest);
      expect([alpha[at(5, 20)], alpha[at(55, 20)]]).toEqual([1, 0]);
    }
  });
});
