import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWork } from '../../../../src-main/runtime/work.ts';
import { codecsPipelines } from '../../../../src-main/systems/codecs/pipeline.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'masks-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const work = () => makeWork(new AbortController().signal);
const encode = (path: string) => codecsPipelines['codecs.readMask']({ file: { path } }, work());
const decode = (rle: { size: [number, number]; counts: string | number[] }, name: string) =>
  codecsPipelines['codecs.writeMask']({ rle, out: join(folder, name) });

describe('masks as files', () => {
  // 3 rows of 4: the second column, and the last row of the third. pycocotools gives 3, 3, 2, 1, 3.
  const rle = { size: [3, 4] as [number, number], counts: [3, 3, 2, 1, 3] };

  it('writes run lengths as an 8-bit PNG', async () => {
    const { path, area } = await decode(rle, 'a/b/mask.png');
    expect(area).toBeCloseTo(4 / 12, 10);
    expect(await sharp(path).metadata()).toMatchObject({ format: 'png', width: 4, height: 3, space: 'b-w' });
    const { data } = await sharp(path).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    expect([...data].map((v) => (v === 255 ? '#' : v === 0 ? '.' : '?')).join('')).toBe('.#...#...##.');
  });

  it('reads them back', async () => {
    const { path } = await decode(rle, 'mask.png');
    expect(await encode(path)).toEqual({ size: [3, 4], counts: '332N1' });
    expect((await decode(await encode(path), 'again.png')).area).toBeCloseTo(4 / 12, 10);
  });

  it('takes luma over 127 as inside', async () => {
    const path = join(folder, 'grey.png');
    await sharp(Uint8Array.of(127, 128, 129, 126), { raw: { width: 2, height: 2, channels: 1 } })
      .png()
      .toFile(path);
    // Columns: 127 129, then 128 126.
    const { counts } = await encode(path);
    expect((await decode({ size: [2, 2], counts }, 'grey2.png')).area).toBe(0.5);
    expect(counts).toBe('121');
  });

  it('refuses runs that do not fit, and nothing at all', async () => {
    await expect(decode({ size: [3, 4], counts: [5] }, 'x.png')).rejects.toMatchObject({
      failure: { code: 'bad-input' },
    });
    await expect(decode({ size: [0, 0], counts: [] }, 'x.png')).rejects.toMatchObject({
      failure: { code: 'bad-input' },
    });
  });
});

describe('a picture for others', () => {
  it.each(['png', 'jpeg', 'webp', 'avif', 'tiff'] as const)('%s', async (format) => {
    const from = join(folder, 'from.jpg');
    await sharp({ create: { width: 30, height: 20, channels: 3, background: '#3060c0' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toFile(from);
    const out = join(folder, `sub/out.${format}`);
    const input = { file: { path: from }, out, format, quality: 90 };
    expect(await codecsPipelines['codecs.encodeImage'](input, work())).toEqual({ path: out });
    const found = await sharp(out).metadata();
    expect(found).toMatchObject({ format: format === 'avif' ? 'heif' : format, width: 20, height: 30 });
    expect(found.orientation ?? 1).toBe(1);
  });
});
