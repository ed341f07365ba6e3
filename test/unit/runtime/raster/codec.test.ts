import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StudioError } from '../../../../src-main/contract/index.ts';
import { decodeImage, decodeMask } from '../../../../src-main/runtime/raster/decode.ts';
import {
  toEightBits,
  writeImage,
  writeMask,
  writePng,
  writePreview,
} from '../../../../src-main/runtime/raster/encode.ts';
import sharp from '../../../../src-main/runtime/raster/sharp.ts';
import { resizeRaster } from '../../../../src-main/runtime/raster/resize.ts';
import type { Raster } from '../../../../src-main/runtime/raster/raster.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrail-raster-'));
});
afterAll(() => rm(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

/** A picture in which every pixel differs from its neighbours. */
function pattern(width: number, height: number, channels: 3 | 4, depth: 8 | 16): Raster {
  const length = width * height * channels;
  const data = depth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  const step = depth === 16 ? 7919 : 37;
  for (let i = 0; i < length; i++) data[i] = (i * step) % (depth === 16 ? 65_536 : 256);
  return { width, height, channels, data };
}

/** Smooth, so that lossy formats come close. */
function ramp(width: number, height: number, channels: 3 | 4): Raster {
  const raster: Raster = { width, height, channels, data: new Uint8Array(width * height * channels) };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      raster.data[at] = Math.round((x / width) * 255);
      raster.data[at + 1] = Math.round((y / height) * 255);
      raster.data[at + 2] = 120;
      if (channels === 4) raster.data[at + 3] = x < width / 2 ? 255 : 0;
    }
  return raster;
}

async function displayP3(): Promise<Uint8Array> {
  const file = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#888' } })
    .withIccProfile('p3')
    .png()
    .toBuffer();
  return new Uint8Array((await sharp(file).metadata()).icc!);
}

const failureOfCall = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(StudioError);
  expect((error as StudioError).failure.hint).toBeTruthy();
  return (error as StudioError).failure.code;
};

describe('round trips', () => {
  const sizes = [
    [1, 1],
    [7, 5],
    [33, 2],
    [64, 61],
  ] as const;
  for (const [width, height] of sizes)
    for (const channels of [3, 4] as const)
      for (const depth of [8, 16] as const)
        it(`keeps ${width}×${height}, ${channels} channels, ${depth} bits through PNG and TIFF`, async () => {
          const raster = { ...pattern(width, height, channels, depth), icc: await displayP3(), density: 300 };
          await writePng(raster, at('round.png'));
          expect(await decodeImage(at('round.png'))).toEqual(raster);
          await writeImage(raster, at('round.tiff'), 'tiff', 90);
          expect(await decodeImage(at('round.tiff'))).toEqual(raster);
        });

  it('adds no profile to a picture without one', async () => {
    await writePng(pattern(5, 5, 3, 8), at('plain.png'));
    expect(await decodeImage(at('plain.png'))).not.toHaveProperty('icc');
  });

  for (const format of ['jpeg', 'webp', 'avif'] as const)
    for (const depth of [8, 16] as const)
      it(`keeps numbers and profile through ${format} from ${depth} bits`, async () => {
        const eight = ramp(64, 48, 3);
        const icc = await displayP3();
        const data = depth === 16 ? Uint16Array.from(eight.data, (v) => v * 257) : eight.data;
        await writeImage({ ...eight, data, icc }, at(`lossy.${format}`), format, 95);
        const back = await decodeImage(at(`lossy.${format}`));
        expect(back.icc).toEqual(icc);
        expect([back.width, back.height, back.channels]).toEqual([64, 48, 3]);
        const off = Array.from(eight.data, (v, i) => Math.abs(v - back.data[i]!));
        // The profile's conversion would move the red of this ramp by some 20 levels.
        expect(off.reduce((a, b) => a + b) / off.length).toBeLessThan(2.5);
      });

  it('rounds from 16 to 8 bits', () => {
    const data = Uint16Array.from([0, 128, 129, 257, 65_535, 65_406]);
    expect([...toEightBits({ width: 2, height: 1, channels: 3, data }).data]).toEqual([0, 0, 1, 1, 255, 254]);
  });

  it('lays a transparent picture on white for JPEG', async () => {
    await writeImage(ramp(64, 48, 4), at('flat.jpg'), 'jpeg', 95);
    const back = await decodeImage(at('flat.jpg'));
    expect(back.channels).toBe(3);
    expect([...back.data.slice(60 * 3, 61 * 3)].every((v) => v > 250)).toBe(true);
    expect((await sharp(at('flat.jpg')).metadata()).chromaSubsampling).toBe('4:4:4');
  });

  it('keeps masks', async () => {
    const mask = { width: 7, height: 3, data: Uint8Array.from({ length: 21 }, (_, i) => i * 12) };
    await writeMask(mask, at('mask.png'));
    expect(await decodeMask(at('mask.png'))).toEqual(mask);
    const metadata = await sharp(at('mask.png')).metadata();
    expect([metadata.channels, metadata.depth]).toEqual([1, 'uchar']);
  });
});

describe('decoding', () => {
  it('turns every EXIF orientation upright', async () => {
    const raster = ramp(32, 20, 3);
    const upright = sharp(raster.data, { raw: { width: 32, height: 20, channels: 3 } });
    // How the stored picture is made from the upright one, for orientations 1 to 8.
    const stored = [
      (s: typeof upright) => s,
      (s: typeof upright) => s.flop(),
      (s: typeof upright) => s.rotate(180),
      (s: typeof upright) => s.flip(),
      (s: typeof upright) => s.rotate(90).flip(),
      (s: typeof upright) => s.rotate(270),
      (s: typeof upright) => s.rotate(90).flop(),
      (s: typeof upright) => s.rotate(90),
    ];
    for (const [i, store] of stored.entries()) {
      const file = await store(upright.clone()).png().toBuffer();
      await sharp(file)
        .withMetadata({ orientation: i + 1 })
        .png()
        .toFile(at('turned.png'));
      expect((await sharp(at('turned.png')).metadata()).orientation).toBe(i + 1);
      const back = await decodeImage(at('turned.png'));
      expect([back.width, back.height], `orientation ${i + 1}`).toEqual([32, 20]);
      expect(Buffer.from(back.data).equals(Buffer.from(raster.data)), `orientation ${i + 1}`).toBe(true);
    }
  });

  it('reads grey, grey with alpha, 16-bit grey and palette pictures as RGB(A)', async () => {
    const grey = sharp(Buffer.from([0, 90, 180, 255]), { raw: { width: 2, height: 2, channels: 1 } });
    await grey.toColourspace('b-w').png().toFile(at('grey.png'));
    const one = await decodeImage(at('grey.png'));
    expect([one.channels, ...one.data]).toEqual([3, 0, 0, 0, 90, 90, 90, 180, 180, 180, 255, 255, 255]);

    const two = sharp(Buffer.from([10, 255, 200, 0]), { raw: { width: 2, height: 1, channels: 2 } });
    await two.toColourspace('b-w').png().toFile(at('grey-alpha.png'));
    expect([...(await decodeImage(at('grey-alpha.png'))).data]).toEqual([10, 10, 10, 255, 200, 200, 200, 0]);

    const deep = sharp(Uint16Array.from([0, 1000, 40_001, 65_535]), {
      raw: { width: 2, height: 2, channels: 1 },
    });
    await deep.toColourspace('grey16').png().toFile(at('grey16.png'));
    const sixteen = await decodeImage(at('grey16.png'));
    expect(sixteen.data).toEqual(Uint16Array.from([0, 1000, 40_001, 65_535].flatMap((v) => [v, v, v])));

    const flat = { width: 4, height: 4, channels: 3, background: '#204060' } as const;
    await sharp({ create: flat }).png({ palette: true }).toFile(at('palette.png'));
    expect([...(await decodeImage(at('palette.png'))).data.slice(0, 3)]).toEqual([0x20, 0x40, 0x60]);
  });

  it('converts CMYK to sRGB by its profile', async () => {
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c03020' } })
      .toColourspace('cmyk')
      .withIccProfile('cmyk')
      .jpeg({ quality: 100 })
      .toFile(at('cmyk.jpg'));
    expect((await sharp(at('cmyk.jpg')).metadata()).space).toBe('cmyk');
    const back = await decodeImage(at('cmyk.jpg'));
    expect([back.channels, back.icc]).toEqual([3, undefined]);
    const [red, green, blue] = back.data;
    expect(Math.abs(red! - 0xc0)).toBeLessThan(16);
    expect(Math.abs(green! - 0x30)).toBeLessThan(16);
    expect(Math.abs(blue! - 0x20)).toBeLessThan(16);
  });

  it('says plainly what is wrong with a file', async () => {
    await writeFile(at('text.png'), 'not a picture');
    expect(await failureOfCall(decodeImage(at('text.png')))).toBe('bad-input');
    expect(await failureOfCall(decodeImage(at('absent.png')))).toBe('bad-input');
    expect(await failureOfCall(decodeMask(at('text.png')))).toBe('bad-input');
    await writePng(pattern(200, 200, 3, 8), at('cut.png'));
    await truncate(at('cut.png'), Math.floor((await readFile(at('cut.png'))).length / 2));
    expect(await failureOfCall(decodeImage(at('cut.png')))).toBe('bad-input');
    await writeImage(pattern(200, 200, 3, 8), at('cut.jpg'), 'jpeg', 90);
    await truncate(at('cut.jpg'), 2_000);
    expect(await failureOfCall(decodeImage(at('cut.jpg')))).toBe('bad-input');
  });

  it('reads a file anew after it was written again', async () => {
    await writePng(pattern(5, 5, 3, 8), at('again.png'));
    await decodeImage(at('again.png'));
    await writePng(pattern(6, 4, 3, 8), at('again.png'));
    expect((await decodeImage(at('again.png'))).width).toBe(6);
  });

  it('stops when told to', async () => {
    await writePng(pattern(5, 5, 3, 8), at('small.png'));
    const signal = AbortSignal.abort();
    await expect(decodeImage(at('small.png'), { signal })).rejects.toHaveProperty('name', 'AbortError');
    await expect(decodeMask(at('small.png'), { signal })).rejects.toHaveProperty('name', 'AbortError');
  });

  it('takes the luma of any picture as a mask', async () => {
    await sharp(Buffer.from([255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 255]), {
      raw: { width: 3, height: 1, channels: 4 },
    })
      .png()
      .toFile(at('rgba-mask.png'));
    expect(await decodeMask(at('rgba-mask.png'))).toEqual({
      width: 3,
      height: 1,
      data: Uint8Array.from([255, 0, 0]),
    });
  });
});

describe('previews', () => {
  it('are sRGB, small enough, and keep alpha', async () => {
    const raster = { ...ramp(90, 60, 4), icc: await displayP3() };
    await writePreview(raster, at('preview.webp'), 45);
    const metadata = await sharp(at('preview.webp')).metadata();
    expect([metadata.format, metadata.width, metadata.height, metadata.hasAlpha]).toEqual([
      'webp',
      45,
      30,
      true,
    ]);
    expect(metadata.icc).toBeUndefined();
    await writePreview(ramp(30, 20, 3), at('preview.webp'), 45);
    expect((await sharp(at('preview.webp')).metadata()).width).toBe(30);
  });

  it('convert a wide gamut', async () => {
    const solid = { ...ramp(16, 16, 3), icc: await displayP3() };
    for (let i = 0; i < solid.data.length; i += 3) solid.data.set([200, 80, 80], i);
    await writePreview(solid, at('wide.webp'));
    const [red] = (await decodeImage(at('wide.webp'))).data;
    expect(red).toBeGreaterThan(208); // P3's red 200 lies further out in sRGB
  });
});

describe('scaling', () => {
  it('keeps depth, channels and profile, and a flat colour exactly', async () => {
    const icc = await displayP3();
    const flat: Raster = { ...pattern(9, 7, 4, 16), icc };
    for (let i = 0; i < flat.data.length; i += 4) flat.data.set([40_000, 20_000, 1_000, 65_535], i);
    const scaled = await resizeRaster(flat, { width: 20, height: 3 });
    expect([scaled.width, scaled.height, scaled.channels, scaled.icc]).toEqual([20, 3, 4, icc]);
    expect(scaled.data).toBeInstanceOf(Uint16Array);
    for (let i = 0; i < scaled.data.length; i += 4) {
      expect(Math.abs(scaled.data[i]! - 40_000)).toBeLessThan(40);
      expect(Math.abs(scaled.data[i + 2]! - 1_000)).toBeLessThan(40);
    }
  });

  it('does not bleed hidden colours', async () => {
    const raster = ramp(32, 32, 4);
    for (let i = 0; i < raster.data.length; i += 4)
      raster.data.set(raster.data[i + 3] ? [250, 250, 250] : [0, 0, 0], i);
    const { data } = await resizeRaster(raster, { width: 15, height: 15 });
    for (let i = 0; i < data.length; i += 4) if (data[i + 3]! > 40) expect(data[i]).toBeGreaterThan(240);
  });
});
