import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeImage } from '../../../../src-main/runtime/raster/decode.ts';
import { writeImage, writePng } from '../../../../src-main/runtime/raster/encode.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'vitrail-density-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const picture = () => sharp({ create: { width: 9, height: 7, channels: 3, background: '#a63' } });
const densityOf = async (path: string) => (await sharp(path).metadata()).density;

it.each(['png', 'jpeg', 'tiff'] as const)(
  'a %s prints as large as the photo it was made from',
  async (format) => {
    const [photo, working, out] = ['in.jpg', 'w.png', `out.${format}`].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await picture().withMetadata({ density: 300 }).jpeg().toFile(photo);
    await writePng(await decodeImage(photo), working);
    await writeImage(await decodeImage(working), out, format, 90);
    expect(await densityOf(out)).toBe(300);
  },
);

it.each(['png', 'jpeg', 'tiff'] as const)(
  'a %s of a picture that says nothing has the usual 72',
  async (format) => {
    const [photo, out] = [join(folder, 'plain.webp'), join(folder, `plain.${format}`)];
    await picture().webp().toFile(photo);
    await writeImage(await decodeImage(photo), out, format, 90);
    expect(await densityOf(out)).toBe(72);
  },
);
