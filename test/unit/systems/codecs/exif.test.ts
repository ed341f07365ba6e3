import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWork } from '../../../../src-main/runtime/work.ts';
import { takenAt } from '../../../../src-main/systems/codecs/exif.ts';
import { codecsPipelines } from '../../../../src-main/systems/codecs/pipeline.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'exif-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A block as libexif (in libvips) writes it. */
async function written(tags: Record<string, string>): Promise<Buffer> {
  const jpeg = sharp({ create: { width: 8, height: 8, channels: 3, background: '#204060' } }).jpeg();
  return (await sharp(await jpeg.withExif({ IFD2: tags }).toBuffer()).metadata()).exif!;
}

/** A block by hand: IFD0 with a pointer to the Exif IFD, which holds one date. */
function byHand(date: string, { big = true, mark = false, type = 2 } = {}): Buffer {
  const tiff = Buffer.alloc(64);
  const u16 = (value: number, at: number) =>
    big ? tiff.writeUInt16BE(value, at) : tiff.writeUInt16LE(value, at);
  const u32 = (value: number, at: number) =>
    big ? tiff.writeUInt32BE(value, at) : tiff.writeUInt32LE(value, at);
  tiff.write(big ? 'MM' : 'II', 0, 'latin1');
  u16(42, 2);
  u32(8, 4);
  for (const [at, tag, kind, count, value] of [
    [8, 0x8769, 4, 1, 26],
    [26, 0x9003, type, 20, 44],
  ] as const) {
    u16(1, at);
    u16(tag, at + 2);
    u16(kind, at + 4);
    u32(count, at + 6);
    u32(value, at + 10);
  }
  tiff.write(`${date}\0`, 44, 'latin1');
  return mark ? Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]) : tiff;
}

describe('when a photo was taken', () => {
  it('is a moment where the offset is told, else what a clock here would have shown', async () => {
    const date = '2019:07:04 18:30:05';
    const both = await written({ DateTimeOriginal: date, OffsetTimeOriginal: '+05:30' });
    expect(takenAt(both)).toBe(Date.parse('2019-07-04T13:00:05Z'));
    const west = await written({ DateTimeOriginal: date, OffsetTimeOriginal: '-08:00' });
    expect(takenAt(west)).toBe(Date.parse('2019-07-05T02:30:05Z'));
    expect(takenAt(await written({ DateTimeOriginal: date }))).toBe(
      new Date(2019, 6, 4, 18, 30, 5).getTime(),
    );
  });

  it('is read in either order of bytes, with and without the mark before it, and before 1970', () => {
    const wanted = new Date(1955, 10, 5, 6, 15, 0).getTime();
    for (const big of [true, false])
      for (const mark of [true, false])
        expect(takenAt(byHand('1955:11:05 06:15:00', { big, mark })), `${big} ${mark}`).toBe(wanted);
  });

  it('is not known where the camera didn’t know, or the block says nothing of it', async () => {
    expect(takenAt(byHand('0000:00:00 00:00:00'))).toBeNull();
    expect(takenAt(byHand('    :  :     :  :  '))).toBeNull();
    expect(takenAt(byHand('2019:07:04 18:30:05', { type: 7 }))).toBeNull();
    expect(takenAt(await written({ DateTimeDigitized: '2019:07:04 18:30:05' }))).toBeNull();
    expect(takenAt(Buffer.alloc(0))).toBeNull();
  });

  it('never fails over damage', () => {
    const block = byHand('2019:07:04 18:30:05');
    fc.assert(
      fc.property(fc.nat(63), fc.nat(255), fc.nat(64), (at, value, length) => {
        const damaged = Buffer.from(block);
        damaged[at] = value;
        const taken = takenAt(damaged.subarray(0, length));
        expect(taken === null || Number.isSafeInteger(taken)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is told with every kind of picture that keeps it', async () => {
    const exif = { IFD2: { DateTimeOriginal: '2003:02:01 10:00:00', OffsetTimeOriginal: '+00:00' } };
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const path = join(folder, `photo.${format}`);
      const plain = sharp({ create: { width: 40, height: 30, channels: 3, background: '#c04020' } });
      await plain.toFormat(format).withExif(exif).toFile(path);
      const work = makeWork(new AbortController().signal);
      const { media } = await codecsPipelines['codecs.probe']({ file: { path }, out: folder }, work);
      expect(media.takenAt, format).toBe(Date.parse('2003-02-01T10:00:00Z'));
    }
    const path = join(folder, 'bare.jpg');
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c04020' } }).toFile(path);
    const work = makeWork(new AbortController().signal);
    const { media } = await codecsPipelines['codecs.probe']({ file: { path }, out: folder }, work);
    expect(media).not.toHaveProperty('takenAt');
  });
});
