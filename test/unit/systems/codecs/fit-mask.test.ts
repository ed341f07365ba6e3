import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWork } from '../../../../src-main/runtime/work.ts';
import { encodeRle } from '../../../../src-main/contract/rle.ts';
import { codecsPipelines } from '../../../../src-main/systems/codecs/pipeline.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'fit-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const work = () => makeWork(new AbortController().signal);
const W = 45;
const H = 31;
const inside = (x: number, y: number) => x >= 9 && x < 27 && y >= 5 && y < 20;

async function fit(path: string, width = W, height = H) {
  const { path: made } = await codecsPipelines['codecs.fitMask'](
    { file: { path }, width, height, out: folder },
    work(),
  );
  expect(await sharp(made).metadata()).toMatchObject({ width, height, space: 'b-w', depth: 'uchar' });
  const { data } = await sharp(made).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return data;
}
const text = (name: string, value: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};
const plane = (scale = 1) => {
  const [width, height] = [W * scale, H * scale];
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++)
    data[i] = inside(Math.floor((i % width) / scale), Math.floor(i / width / scale)) ? 255 : 0;
  return { width, height, data };
};
const same = (data: Buffer) => {
  for (let i = 0; i < data.length; i++)
    expect(data[i], `pixel ${i}`).toBe(inside(i % W, Math.floor(i / W)) ? 255 : 0);
};

describe('a mask from a picture', () => {
  it.each([1, 8, 16])('of %i bits', async (bits) => {
    const { width, height, data } = plane();
    const path = join(folder, `mask${bits}.png`);
    const values = bits === 16 ? Uint16Array.from(data, (v) => v * 257) : data;
    await sharp(values, { raw: { width, height, channels: 1 } })
      .toColourspace(bits === 16 ? 'grey16' : 'b-w')
      .png(bits === 1 ? { palette: true, colours: 2 } : {})
      .toFile(path);
    if (bits === 16) expect((await sharp(path).metadata()).depth).toBe('ushort');
    same(await fit(path));
  });
  it('keeps half-tones', async () => {
    const path = join(folder, 'grey.png');
    await sharp({ create: { width: W, height: H, channels: 3, background: '#646464' } })
      .png()
      .toFile(path);
    expect(new Set(await fit(path))).toEqual(new Set([100]));
  });
  it('of the same shape at another scale is scaled', async () => {
    const { width, height, data } = plane(3);
    const path = join(folder, 'large.png');
    await sharp(data, { raw: { width, height, channels: 1 } })
      .png()
      .toFile(path);
    const fitted = await fit(path);
    const wrong = [...fitted].filter((v, i) => v > 127 !== inside(i % W, Math.floor(i / W)));
    expect(wrong.length).toBeLessThan(4);
    expect((await fit(path, 91, 62)).filter((v) => v > 127).length / (91 * 62)).toBeCloseTo(270 / (W * H), 1);
  });
  it('of another shape is refused with both sizes', async () => {
    const path = join(folder, 'square.png');
    await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
      .png()
      .toFile(path);
    await expect(fit(path)).rejects.toThrow('40 × 40 pixels, the picture 45 × 31');
  });
});

describe('a mask from COCO', () => {
  const rle = () => encodeRle(plane());
  it('as run lengths by themselves, compressed or plain', async () => {
    same(await fit(text('rle.json', rle())));
    const counts = [1, 2, W * H - 3];
    const few = await fit(text('plain.json', { size: [H, W], counts }));
    expect(few.filter((v) => v === 255).length).toBe(2);
  });
  it('as one annotation, or as all of one picture’s', async () => {
    same(await fit(text('one.json', { id: 1, image_id: 3, bbox: [0, 0, 1, 1], segmentation: rle() })));
    const ring = [9, 5, 27, 5, 27, 20, 9, 20];
    const images = [{ id: 3, width: W, height: H, file_name: 'a.jpg' }];
    const all = { images, annotations: [{ image_id: 3, category_id: 1, segmentation: [ring] }] };
    same(await fit(text('all.json', `\ufeff${JSON.stringify(all)}`)));
    const both = { images, annotations: [...all.annotations, { image_id: 3, segmentation: { size: [H, W], counts: [0, 1, W * H - 1] } }] }; // prettier-ignore
    const data = await fit(text('both.json', both));
    expect([data[0], data[5 * W + 9]]).toEqual([255, 255]);
  });
  it.each([
    ['no JSON', '{"size": [', 'no JSON'],
    ['something else', { name: 'x' }, 'no mask of COCO’s kind'],
    ['two pictures', { annotations: [1, 2].map((n) => ({ image_id: n, segmentation: [[0, 0, 1, 1, 2, 0]] })) }, 'masks of 2 pictures'], // prettier-ignore
    ['no size', { annotations: [{ segmentation: [[0, 0, 1, 1, 2, 0]] }] }, 'how large'],
    ['runs that don’t add up', { size: [H, W], counts: [5] }, 'add up'],
    ['another shape', { size: [40, 40], counts: [1600] }, 'their shapes differ'],
  ])('%s is refused', async (_, value, message) => {
    await expect(fit(text('bad.json', value))).rejects.toThrow(message);
  });
  it('is what the studio itself saves', async () => {
    const path = join(folder, 'own.png');
    const { width, height, data } = plane();
    await sharp(data, { raw: { width, height, channels: 1 } })
      .png()
      .toFile(path);
    const saved = await codecsPipelines['codecs.readMask']({ file: { path } }, work());
    same(await fit(text('own.json', saved)));
    expect(readFileSync(join(folder, 'own.json'), 'utf8')).toContain('"size"');
  });
});

describe('the colour at a place', () => {
  const colourAt = (path: string, x: number, y: number) =>
    codecsPipelines['codecs.colourAt']({ file: { path }, at: { x, y } }, work());
  it('is the pixel’s, up to the last one; none where it is transparent', async () => {
    const path = join(folder, 'two.png');
    const data = Uint8Array.of(255, 0, 16, 255, 1, 2, 3, 0, 10, 20, 30, 255, 0, 128, 255, 128);
    await sharp(data, { raw: { width: 2, height: 2, channels: 4 } })
      .png()
      .toFile(path);
    expect(await colourAt(path, 0.2, 0.3)).toEqual({ colour: '#ff0010' });
    expect(await colourAt(path, 1, 0)).toEqual({ colour: null });
    expect(await colourAt(path, 1, 1)).toEqual({ colour: '#0080ff' });
  });
  it('is that of 16 bits rounded, and of another profile as it looks', async () => {
    const deep = join(folder, 'deep.png');
    await sharp(Uint16Array.of(65535, 32896, 257), { raw: { width: 1, height: 1, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toFile(deep);
    expect(await colourAt(deep, 0.5, 0.5)).toEqual({ colour: '#ff8001' });
    const wide = join(folder, 'wide.png');
    await sharp({ create: { width: 4, height: 4, channels: 3, background: '#3366cc' } })
      .withIccProfile('p3')
      .png()
      .toFile(wide);
    const { colour } = await colourAt(wide, 0.5, 0.5);
    const off = [0, 1, 2].map((c) =>
      Math.abs(parseInt(colour!.slice(1 + 2 * c, 3 + 2 * c), 16) - [0x33, 0x66, 0xcc][c]!),
    );
    expect(Math.max(...off)).toBeLessThan(4); // the same colour, however its file counts it
  });
});
