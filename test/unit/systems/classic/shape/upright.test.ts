import { describe, expect, it } from 'vitest';
import { imageEditing } from '../../../../../src-main/contract/index.ts';
import type { Raster } from '../../../../../src-main/runtime/raster/raster.ts';
import { applyEdit } from '../../../../../src-main/systems/classic/edits/index.ts';
import { carryMask } from '../../../../../src-main/systems/classic/shape/carry.ts';
import { findLines } from '../../../../../src-main/systems/classic/shape/lines.ts';
import { uprightBy } from '../../../../../src-main/systems/classic/shape/upright.ts';
import { differences, draw, drawMask, idle, speckles } from '../pictures.ts';

const command = (name: string, args: object) =>
  imageEditing.parse({ module: 'image-editing', command: name, args });
const apply = (image: Raster, name: string, args: object): Promise<Raster> =>
  applyEdit(image, null, command(name, args), { seed: 1, source: null, photo: null }, idle());

/** Windows on a wall, straight on, each pixel the mean of what it covers. */
function house(width = 640, height = 480): Raster {
  const noise = speckles(width, height, 6);
  const covered = (at: number, pitch: number, from: number, to: number): number => {
    const place = at % pitch;
    return Math.max(0, Math.min(1, place + 1 - from, to - place));
  };
  return draw(width, height, (x, y) => {
    const glass = covered(x, 52, 12, 38) * covered(y, 70, 15, 55);
    const grain = noise.data[3 * (y * width + x)]! - 128;
    const tone = 200 - 130 * glass + grain / 12;
    return [tone, tone - 4, tone - 12];
  });
}

const lens = 1.25;

/** A wall of bricks on end, through a camera for which `down` is down: 3 × 3 samples a pixel. */
function through([x, y, z]: readonly [number, number, number], width = 480, height = 360): Raster {
  const focal = lens * width;
  // Axes of the wall: along it, down, and away from the camera.
  const norm = Math.hypot(y, x);
  const along = [y / norm, -x / norm, 0] as const;
  const away = [-z * along[1], z * along[0], x * along[1] - y * along[0]] as const;
  return draw(width, height, (px, py) => {
    let light = 0;
    for (let k = 0; k < 9; k++) {
      const ray = [
        (px + ((k % 3) + 0.5) / 3 - width / 2) / focal,
        (py + (Math.floor(k / 3) + 0.5) / 3 - height / 2) / focal,
        1,
      ] as const;
      const dot = (v: readonly number[]) => v[0]! * ray[0] + v[1]! * ray[1] + v[2]! * ray[2];
      const deep = Math.abs(dot(away));
      const [u, v] = [(dot(along) / deep) * 20, (dot([x, y, z]) / deep) * 8];
      light += (u + 1000) % 1 < 0.45 && (v + 1000) % 1 < 0.85 ? 60 : 210;
    }
    return [light / 9, light / 9, light / 9];
  });
}

/** How far the long lines nearest to upright lie off it, in degrees; the mean. */
async function leanOf(image: Raster): Promise<number> {
  const lines = (await findLines(image, idle())).filter((l) => Math.abs(l.degrees) > 50 && l.length > 0.04);
  expect(lines.length).toBeGreaterThan(8);
  return lines.reduce((sum, l) => sum + 90 - Math.abs(l.degrees), 0) / lines.length;
}

describe('a picture set upright', () => {
  it.each([{ vertical: -0.7 }, { vertical: 0.5 }, { vertical: -0.4, degrees: 4 }, { degrees: -6 }])(
    'by its lines, whichever way the camera was held: %o',
    async ({ vertical, degrees }) => {
      let seen = house();
      if (vertical) seen = await apply(seen, 'perspective', { vertical });
      if (degrees) seen = await apply(seen, 'straighten', { degrees });
      expect(await leanOf(seen)).toBeGreaterThan(1.5);
      const out = await apply(seen, 'perspective', { upright: 'auto' });
      expect(await leanOf(out)).toBeLessThan(0.4);
      expect(Math.abs(out.width / out.height - seen.width / seen.height)).toBeLessThan(0.02);
    },
  );

  it.each([
    { pitch: 14, roll: 3 },
    { pitch: -9, roll: -2 },
  ])('tells how the camera was held: %o', async ({ pitch, roll }) => {
    const [p, r] = [(pitch * Math.PI) / 180, (roll * Math.PI) / 180];
    const down = [Math.sin(r) * Math.cos(p), Math.cos(r) * Math.cos(p), Math.sin(p)] as const;
    const [a, b, c, d, e, f, g, h, i] = (await uprightBy(through(down), lens, idle()))!;
    const [x, y, z] = down;
    const turned = [a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z] as const;
    expect((Math.acos(turned[1]) * 180) / Math.PI).toBeLessThan(0.4);
    // A turn and nothing else: it keeps lengths and hands.
    expect(a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)).toBeCloseTo(1, 9);
  });

  it('is left as it is where it was upright', async () => {
    const image = house(320, 240);
    const out = await apply(image, 'perspective', { upright: 'auto' });
    expect([out.width, out.height]).toEqual([320, 240]);
    expect(differences(image, out, () => true)).toBe(0);
  });

  it('is refused where nothing says what is upright', async () => {
    await expect(apply(speckles(200, 150, 90), 'perspective', { upright: 'auto' })).rejects.toHaveProperty(
      'failure.code',
      'bad-input',
    );
  });

  it('takes its masks along', async () => {
    const seen = await apply(house(), 'perspective', { vertical: -0.5 });
    const { width, height } = seen;
    const edit = command('perspective', { upright: 'auto' });
    const mask = drawMask(width, height, (x, y) => (y * 2 < height && x > 20 ? 255 : 0));
    const marked = { ...seen, data: seen.data.slice() };
    mask.data.forEach((v, i) => v && marked.data.fill(0, 3 * i, 3 * i + 1));
    const carried = await carryMask(mask, seen, null, edit, idle());
    const out = await apply(seen, 'perspective', { upright: 'auto' });
    expect([carried.width, carried.height]).toEqual([out.width, out.height]);
    expect(carried.data.some((v) => v === 255)).toBe(true);
    expect(carried.data.some((v) => v === 0)).toBe(true);
  });
});
