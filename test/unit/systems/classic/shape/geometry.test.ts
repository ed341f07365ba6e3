import { describe, expect, it } from 'vitest';
import { imageEditing } from '../../../../../src-main/contract/index.ts';
import type { Mask, Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { applyEdit } from '../../../../../src-main/systems/classic/edits/index.ts';
import { carryMask } from '../../../../../src-main/systems/classic/shape/carry.ts';
import {
  aspectOf,
  cornersOfMask,
  type Corners,
} from '../../../../../src-main/systems/classic/shape/corners.ts';
import { largestInside } from '../../../../../src-main/systems/classic/shape/rectangle.ts';
import { type Point } from '../../../../../src-main/systems/classic/shape/projective.ts';
import { tiltOf } from '../../../../../src-main/systems/classic/shape/tilt.ts';
import { at, differences, disc, draw, drawMask, idle, speckles } from '../pictures.ts';

const command = (name: string, args: object) =>
  imageEditing.parse({ module: 'image-editing', command: name, args });
const apply = (image: Raster, mask: Mask | null, name: string, args: object): Promise<Raster> =>
  applyEdit(image, mask, command(name, args), { seed: 1, source: null, photo: null }, idle());
const round = (points: readonly Point[]): number[] => points.flat().map((v) => Math.round(v));

/** A façade: storeys and windows, turned clockwise by some degrees about its middle. */
function facade(degrees: number, width = 420, height = 300): Raster {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const noise = speckles(width, height, 6);
  return draw(width, height, (px, py) => {
    let sum = 0;
    for (const [ox, oy] of [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.25, 0.75],
      [0.75, 0.75],
    ] as const) {
      const [u, v] = [px + ox - width / 2, py + oy - height / 2];
      const x = cos * u + sin * v + 1000;
      const y = cos * v - sin * u + 1000;
      sum += x % 60 > 15 && x % 60 < 45 && y % 70 > 18 && y % 70 < 55 ? 60 : y % 70 < 5 ? 210 : 150;
    }
    const v = sum / 4 + noise.data[(py * width + px) * 3]! - 128;
    return [v, v, v];
  });
}

/** Rows of words on white paper. */
const page = (degrees: number): Raster =>
  draw(400, 400, (px, py) => {
    const angle = (degrees * Math.PI) / 180;
    const x = Math.cos(angle) * (px - 200) + Math.sin(angle) * (py - 200) + 1000;
    const y = Math.cos(angle) * (py - 200) - Math.sin(angle) * (px - 200) + 1000;
    const ink = y % 20 < 9 && (x * 7919 + Math.floor(y / 20) * 104_729) % 23 < 13 && Math.floor(x) % 4 < 2;
    return ink ? [30, 30, 30] : [240, 240, 240];
  });

describe('tilt', () => {
  it('is read from lines, to a fifth of a degree', async () => {
    for (const degrees of [-9, -3.7, 0, 2, 6.3])
      expect(Math.abs((await tiltOf(facade(degrees), idle())) - degrees), `${degrees}`).toBeLessThan(0.2);
  });

  it('is read from rows of text', async () => {
    for (const degrees of [-7.5, 0, 4])
      expect(Math.abs((await tiltOf(page(degrees), idle())) - degrees), `${degrees}`).toBeLessThan(0.3);
  });

  it('is read from a soft horizon, and from the upper one of edges across the picture', async () => {
    const sand = speckles(480, 320, 40);
    for (const degrees of [-6, 0, 3.4, 8]) {
      const slope = Math.tan((degrees * Math.PI) / 180);
      const shore = draw(480, 320, (x, y) => {
        const sea = Math.min(1, Math.max(0, (y - 130 - (x - 240) * slope) / 14));
        // A road's soft edge that lies otherwise, and somebody in front.
        const road = Math.min(1, Math.max(0, (y - 270 - (x - 240) * (slope - 0.05)) / 14));
        if (Math.hypot(x - 350, (y - 150) / 2) < 24) return [60, 20, 30];
        const grain = (sand.data[(y * 480 + x) * 3]! - 128) * (y > 200 + (x - 240) * slope ? 1 : 0.1);
        return [180 - 120 * sea, 200 - 60 * sea, 225 - 40 * sea].map((v) => v * (1 - 0.6 * road) + grain);
      });
      expect(Math.abs((await tiltOf(shore, idle())) - degrees), `${degrees}`).toBeLessThan(0.5);
    }
    const dusk = draw(480, 320, (x, y) => [200 - y / 3 - x / 20, 120 - y / 4, 90 + y / 5]);
    expect(await tiltOf(dusk, idle())).toBe(0);
  });

  it('is none where nothing is straight, or in a picture without size', async () => {
    expect(await tiltOf(speckles(300, 220, 90), idle())).toBe(0);
    const blobs = draw(300, 300, (x, y) => {
      const v =
        128 + 90 * Math.sin(Math.hypot(x - 90, y - 120) / 9) * Math.cos(Math.hypot(x - 210, y - 60) / 13);
      return [v, v, v];
    });
    expect(await tiltOf(blobs, idle())).toBe(0);
    for (const [w, h] of [
      [1, 1],
      [3, 200],
      [2, 2],
    ] as const)
      expect(
        await tiltOf(
          draw(w, h, () => [9, 9, 9]),
          idle(),
        ),
      ).toBe(0);
  });
});

describe('straighten', () => {
  it('turns against the tilt, keeps the aspect, and leaves no blank corner', async () => {
    const crooked = facade(3.7);
    const out = await apply(crooked, null, 'straighten', {});
    expect(Math.abs(await tiltOf(out, idle()))).toBeLessThan(0.2);
    expect(Math.abs(out.width / out.height - 1.4)).toBeLessThan(0.01);
    expect(out.channels).toBe(3);
    expect(out.width).toBeGreaterThan(370);
    for (const degrees of [12, -40]) {
      const white = draw(161, 97, () => [255, 255, 255]);
      const turned = await apply(white, null, 'straighten', { degrees });
      expect(turned.data.every((v) => v === 255)).toBe(true);
    }
  });

  it('leaves alone what it is not sure about', async () => {
    const noise = speckles(120, 90, 90);
    const out = await apply(noise, null, 'straighten', {});
    expect([out.width, out.height]).toEqual([120, 90]);
    expect(differences(noise, out, () => true)).toBe(0);
  });

  it('sends a mask by the angle of the picture, not by lines of its own', async () => {
    const image = facade(5);
    const mask = drawMask(420, 300, (x, y) => (x > 180 && x < 240 && y > 120 && y < 180 ? 255 : 0));
    const edit = command('straighten', {});
    const out = await apply(image, null, 'straighten', {});
    const carried = await carryMask(mask, image, null, edit, idle());
    expect([carried.width, carried.height]).toEqual([out.width, out.height]);
    // A square turned by 5° is no longer upright: along its top edge alpha changes.
    const first = (x: number): number => {
      for (let y = 0; y < carried.height; y++) if (carried.data[y * carried.width + x]! >= 128) return y;
      return NaN;
    };
    const middle = Math.floor(out.width / 2);
    const slope = (first(middle + 20) - first(middle - 20)) / 40;
    expect(Math.abs(Math.atan(slope) * (180 / Math.PI) + 5)).toBeLessThan(1.6);
  });
});

describe('rectangles', () => {
  it('finds the largest one of an aspect in a quadrilateral', () => {
    const corners: [Point, Point, Point, Point] = [
      [10, 5],
      [95, 20],
      [80, 88],
      [2, 70],
    ];
    const inside = ([x, y]: Point): boolean =>
      corners.every(([u, v], k) => {
        const [s, t] = corners[(k + 1) % 4]!;
        return (s - u) * (y - v) - (t - v) * (x - u) >= -1e-6;
      });
    for (const aspect of [0.5, 1, 1.6]) {
      const box = largestInside(corners, aspect)!;
      expect(Math.abs((box.x2 - box.x1) / (box.y2 - box.y1) - aspect)).toBeLessThan(1e-6);
      for (const p of [
        [box.x1, box.y1],
        [box.x2, box.y1],
        [box.x2, box.y2],
        [box.x1, box.y2],
      ] as Point[])
        expect(inside(p)).toBe(true);
      // By trying middles on a grid.
      let best = 0;
      for (let y = 5; y < 88; y += 1)
        for (let x = 2; x < 95; x += 1) {
          let h = best;
          const fits = (size: number): boolean =>
            (
              [
                [-1, -1],
                [1, -1],
                [1, 1],
                [-1, 1],
              ] as const
            ).every(([i, j]) => inside([x + (i * size * aspect) / 2, y + (j * size) / 2]));
          while (fits(h + 0.1)) h += 0.1;
          best = h;
        }
      expect(box.y2 - box.y1).toBeGreaterThan(best - 0.1);
      expect(box.y2 - box.y1).toBeLessThan(best + 2);
    }
  });
});

/** A sheet of 210 × 297 before a camera: where its corners are seen. */
function sheet(focal: number, turns: { pitch: number; yaw: number; roll: number }): Corners {
  const { pitch, yaw, roll } = turns;
  return (
    [
      [-105, -148.5],
      [105, -148.5],
      [105, 148.5],
      [-105, 148.5],
    ] as Point[]
  ).map(([x, y]): Point => {
    const [a, b] = [Math.cos(roll) * x - Math.sin(roll) * y, Math.sin(roll) * x + Math.cos(roll) * y];
    const [c, d] = [Math.cos(yaw) * a, -Math.sin(yaw) * a];
    const [e, z] = [Math.cos(pitch) * b - Math.sin(pitch) * d, Math.sin(pitch) * b + Math.cos(pitch) * d];
    return [320 + (focal * c) / (700 + z), 240 + (focal * e) / (700 + z)];
  }) as unknown as Corners;
}

describe('the largest rectangle in a turned picture', () => {
  it.each([1, 3, -5, 20])('lies in its middle, at %i degrees', (degrees) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    for (const [w, h] of [
      [640, 427],
      [427, 640],
      [300, 300],
    ] as const) {
      const corners = [
        [-w, -h],
        [w, -h],
        [w, h],
        [-w, h],
      ].map(([x, y]): Point => [100 + (x! * cos - y! * sin) / 2, 50 + (x! * sin + y! * cos) / 2]);
      const box = largestInside(corners as unknown as Corners, w / h)!;
      expect((box.x1 + box.x2) / 2).toBeCloseTo(100, 6);
      expect((box.y1 + box.y2) / 2).toBeCloseTo(50, 6);
    }
  });
});

describe('perspective', () => {
  const image = { width: 640, height: 480 };

  it('knows the shape of a sheet of paper seen from the side', () => {
    for (const focal of [500, 900])
      for (const turns of [
        { pitch: 0.5, yaw: 0.3, roll: 0.2 },
        { pitch: -0.4, yaw: -0.5, roll: 0 },
      ])
        expect(Math.abs(aspectOf(sheet(focal, turns), image) / (210 / 297) - 1)).toBeLessThan(0.02);
    // From the front no camera can be told, and none is needed.
    expect(
      Math.abs(aspectOf(sheet(800, { pitch: 0, yaw: 0, roll: 0 }), image) / (210 / 297) - 1),
    ).toBeLessThan(0.001);
  });

  it('finds four corners in a mask, and none in a disc', () => {
    const corners = sheet(700, { pitch: 0.5, yaw: 0.3, roll: 0.2 });
    const mask = polygonMask(640, 480, corners);
    const found = cornersOfMask(mask)!;
    found.forEach(([x, y], k) => expect(Math.hypot(x - corners[k]![0], y - corners[k]![1])).toBeLessThan(3));
    expect(cornersOfMask(disc(200, 200, 100, 100, 60))).toBeNull();
    expect(cornersOfMask(drawMask(50, 50, () => 0))).toBeNull();
    const upright = drawMask(50, 50, (x, y) => (x >= 10 && x < 40 && y >= 5 && y < 25 ? 255 : 0));
    expect(round(cornersOfMask(upright)!)).toEqual([10, 5, 40, 5, 40, 25, 10, 25]);
  });

  it('makes a rectangle of what was one, by corners or by a region', async () => {
    const corners = sheet(700, { pitch: 0.45, yaw: 0.25, roll: 0.1 });
    const mask = polygonMask(640, 480, corners);
    const scene = draw(640, 480, (x, y) => {
      if (!mask.data[y * 640 + x]) return [30, 60, 90];
      return [240, 235, 230];
    });
    const shares = corners.map(([x, y]) => [x / 640, y / 480]);
    for (const out of [
      await apply(scene, null, 'perspective', { corners: shares }),
      await apply(scene, mask, 'perspective', {}),
    ]) {
      expect(Math.abs(out.width / out.height - 210 / 297)).toBeLessThan(0.02);
      let paper = 0;
      for (let i = 0; i < out.data.length; i += 3) if (out.data[i]! > 200) paper++;
      expect(paper / (out.width * out.height)).toBeGreaterThan(0.97);
      expect(out.channels).toBe(3);
    }
  });

  it('widens the top, or the left, and leaves no blank', async () => {
    // Uprights that come together towards the top, as of a tower seen from below.
    const tower = draw(300, 240, (x, y) =>
      Math.abs(x - 149.5) < 40 + y / 6 ? [250, 250, 250] : [80, 80, 80],
    );
    const out = await apply(tower, null, 'perspective', { vertical: 1 });
    const wide = (image: Raster, share: number): number => {
      let count = 0;
      const y = Math.floor(image.height * share);
      for (let x = 0; x < image.width; x++) if (at(image, x, y)[0]! > 165) count++;
      return count / image.width;
    };
    expect(wide(tower, 0.9) / wide(tower, 0.1)).toBeGreaterThan(1.6);
    expect(wide(out, 0.9) / wide(out, 0.1)).toBeLessThan(1.35);
    expect(Math.abs(out.width / out.height - 1.25)).toBeLessThan(0.02);
    const white = draw(90, 70, () => [255, 255, 255]);
    for (const args of [{ vertical: 1, horizontal: -1 }, { horizontal: 0.7 }])
      expect((await apply(white, null, 'perspective', args)).data.every((v) => v === 255)).toBe(true);
  });

  it('asks for corners, and refuses what is none', async () => {
    const plain = speckles(60, 50, 10);
    await expect(apply(plain, null, 'perspective', {})).rejects.toHaveProperty(
      'failure.code',
      'needs-region',
    );
    await expect(apply(plain, disc(60, 50, 30, 25, 15), 'perspective', {})).rejects.toHaveProperty(
      'failure.code',
      'bad-input',
    );
    const crossed = {
      corners: [
        [0.1, 0.1],
        [0.9, 0.9],
        [0.9, 0.1],
        [0.1, 0.9],
      ],
    };
    await expect(apply(plain, null, 'perspective', crossed)).rejects.toHaveProperty(
      'failure.code',
      'bad-input',
    );
  });
});

describe('sizes', () => {
  it('come by width, by height, or by both, and upscaling by a factor', async () => {
    const image = draw(40, 30, (x, y) => [x * 5, y * 5, 90]);
    const sizes: [string, object, number[]][] = [
      ['resize', { width: 20 }, [20, 15]],
      ['resize', { height: 60 }, [80, 60]],
      ['resize', { width: 33, height: 7 }, [33, 7]],
      ['upscale', {}, [80, 60]],
      ['upscale', { factor: 3 }, [120, 90]],
    ];
    for (const [name, args, size] of sizes) {
      const out = await apply(image, null, name, args);
      expect([out.width, out.height]).toEqual(size);
    }
    const long = draw(20_000, 1, () => [1, 2, 3]);
    await expect(apply(long, null, 'upscale', { factor: 8 })).rejects.toHaveProperty(
      'failure.code',
      'too-large',
    );
  });
});

describe('masks', () => {
  it('go where the picture goes', async () => {
    const mask = disc(61, 47, 20, 15, 6);
    const picture = draw(61, 47, (x, y) => Array<number>(3).fill(mask.data[y * 61 + x]!));
    const region = drawMask(61, 47, (x, y) => (x > 5 && x < 50 && y > 3 && y < 40 ? 255 : 0));
    const edits: [string, object][] = [
      ['crop', {}],
      ['crop', { aspect: 1 }],
      ['rotate', { degrees: 90 }],
      ['rotate', { degrees: -30 }],
      ['flip', { axis: 'horizontal' }],
      ['flip', { axis: 'vertical' }],
      ['resize', { width: 122 }],
      ['upscale', { factor: 1.5 }],
      ['straighten', { degrees: 8 }],
      ['perspective', {}],
      ['perspective', { horizontal: 0.5 }],
    ];
    for (const [name, args] of edits) {
      const out = await apply(picture, region, name, args);
      const carried = await carryMask(mask, picture, region, command(name, args), idle());
      expect([carried.width, carried.height], name).toEqual([out.width, out.height]);
      let off = 0;
      for (let p = 0; p < carried.data.length; p++)
        off += Math.abs(carried.data[p]! - out.data[p * out.channels]!) > 100 ? 1 : 0;
      expect(off, name).toBeLessThanOrEqual(2);
    }
    const larger = await carryMask(mask, picture, null, command('extend', { left: 0.5, aspect: 2 }), idle());
    expect([larger.width, larger.height]).toEqual([94, 47]);
    expect(larger.data[15 * 94 + 20 + 31 + 1]).toBe(255);
    expect(await carryMask(mask, picture, null, command('blur', {}), idle())).toBe(mask);
  });
});

/** A convex polygon, filled. */
function polygonMask(width: number, height: number, corners: Corners): Mask {
  return drawMask(width, height, (x, y) =>
    corners.every(([u, v], k) => {
      const [s, t] = corners[(k + 1) % 4]!;
      return (s - u) * (y + 0.5 - v) - (t - v) * (x + 0.5 - u) >= 0;
    })
      ? 255
      : 0,
  );
}
