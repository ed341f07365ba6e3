import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  FlacOutputFormat,
  MkvOutputFormat,
  MovOutputFormat,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  WavOutputFormat,
  WebMOutputFormat,
} from 'mediabunny';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWork } from '../../../../src-main/runtime/work.ts';
import { probe as declared } from '../../../../src-main/systems/codecs/index.ts';
import { codecsPipelines } from '../../../../src-main/systems/codecs/pipeline.ts';
import { makeClip, sampleRate } from './media.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'codecs-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let outs = 0;
async function probe(path: string) {
  const progress: [number, number][] = [];
  const work = makeWork(new AbortController().signal, (done, total) => progress.push([done, total]));
  const output = await codecsPipelines['codecs.probe'](
    { file: { path }, out: join(folder, `out${outs++}`) },
    work,
  );
  return { ...declared.output.parse(output), progress };
}
const save = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const picture = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#c04020' } });
const noise = (width: number, height: number) =>
  sharp(
    Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7919) % 251),
    {
      raw: { width, height, channels: 3 },
    },
  );
/** The same file without its last third. */
function cut(path: string) {
  const copy = save(`cut-${outs++}`, readFileSync(path));
  truncateSync(copy, Math.floor(statSync(copy).size * 0.66));
  return copy;
}
const peaksOf = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as { peaks: number[][]; duration: number };

describe('pictures', () => {
  it.each(['png', 'jpeg', 'webp', 'avif', 'tiff', 'gif'] as const)(
    '%s, whatever its name says',
    async (format) => {
      const path = save('photo.txt', await picture().toFormat(format).toBuffer());
      const { media, preview, peaks } = await probe(path);
      expect(media).toMatchObject({
        kind: 'image',
        type: `image/${format}`,
        width: 60,
        height: 40,
        depth: 8,
      });
      expect(peaks).toBeUndefined();
      expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width: 60, height: 40 });
    },
  );

  it('upright, by its EXIF orientation', async () => {
    const path = save('turned.jpg', await picture(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    const { media, preview } = await probe(path);
    expect(media).toMatchObject({ width: 40, height: 60 });
    expect(await sharp(preview).metadata()).toMatchObject({ width: 40, height: 60 });
  });

  it('16 bits and alpha', async () => {
    const deep = await picture().ensureAlpha(0.5).toColourspace('rgb16').png().toBuffer();
    expect((await probe(save('deep.png', deep))).media).toMatchObject({ depth: 16, alpha: true });
  });

  it('a large one gets a preview of at most 2048 pixels', async () => {
    const path = save('large.png', await picture(3000, 30).png().toBuffer());
    const { media, preview, progress } = await probe(path);
    expect(media.width).toBe(3000);
    expect((await sharp(preview).metadata()).width).toBe(2048);
    expect(progress.at(-1)).toEqual([4, 4]);
  });

  it('says what the limit is to one that claims to be huge', async () => {
    const bomb = await picture().png().toBuffer();
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    bomb.writeUInt32BE(crc(bomb.subarray(12, 29)), 29);
    await expect(probe(save('bomb.png', bomb))).rejects.toMatchObject({
      failure: {
        code: 'too-large',
        message: expect.stringMatching(/3600 megapixels.*at most 268 megapixels/),
      },
    });
  });

  it.each(['png', 'jpeg', 'webp', 'tiff'] as const)('refuses a %s that ends too early', async (format) => {
    const path = save(`whole.${format}`, await noise(300, 200).toFormat(format).toBuffer());
    await expect(probe(cut(path))).rejects.toMatchObject({ failure: { code: 'bad-input' } });
  });
});

describe('clips', () => {
  it.each([
    ['H.264 and AAC', { format: new Mp4OutputFormat(), video: 'avc', audio: 'aac' }, 'video/mp4'],
    ['VP9 and Opus', { format: new WebMOutputFormat(), video: 'vp9', audio: 'opus' }, 'video/webm'],
    ['AV1', { format: new WebMOutputFormat(), video: 'av1', width: 320, height: 240 }, 'video/webm'],
    ['QuickTime', { format: new MovOutputFormat(), video: 'avc', audio: 'aac' }, 'video/quicktime'],
    ['VP9 in Matroska', { format: new MkvOutputFormat(), video: 'vp9' }, 'video/webm'],
  ] as const)('%s', async (_, clip, type) => {
    const { width = 64, height = 48 } = clip as { width?: number; height?: number };
    const { media, preview, peaks } = await probe(await makeClip(join(folder, `clip${outs}`), clip));
    expect(media).toMatchObject({ kind: 'video', type, width, height });
    expect(Math.abs(media.duration! - 1e6)).toBeLessThan(50_000);
    expect(media.frameRate).toBeCloseTo(12, 1);
    expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width, height });
    const { data } = await sharp(preview).raw().toBuffer({ resolveWithObject: true });
    expect(data[0]!).toBeGreaterThan(200); // red on the left
    expect(data[(width - 1) * 3]!).toBeLessThan(60);
    expect(peaks !== undefined).toBe('audio' in clip);
    if ('audio' in clip) expect(media).toMatchObject({ sampleRate, channels: 2 });
  });

  it('turned by its metadata', async () => {
    const clip = { format: new Mp4OutputFormat(), video: 'avc', rotation: 90 } as const;
    const { media, preview } = await probe(await makeClip(join(folder, 'turned.mp4'), clip));
    expect(media).toMatchObject({ width: 48, height: 64 });
    const { data, info } = await sharp(preview).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 48, height: 64 });
    expect(data[0]!).toBeGreaterThan(200); // what was left is above
    expect(data[63 * 48 * 3]!).toBeLessThan(60);
  });

  it('refuses Matroska that no browser plays', async () => {
    const clip = { format: new MkvOutputFormat(), video: 'avc' } as const;
    await expect(probe(await makeClip(join(folder, 'a.mkv'), clip))).rejects.toMatchObject({
      failure: { code: 'bad-input', hint: expect.stringContaining('MP4') },
    });
  });

  it.each([
    ['its index in front', { fastStart: 'in-memory' } as const],
    ['its index at the end', {}],
  ])('refuses an MP4 that was cut short, %s', async (_, options) => {
    const clip = { format: new Mp4OutputFormat(options), video: 'avc', audio: 'aac', duration: 2 } as const;
    const path = await makeClip(join(folder, 'whole.mp4'), clip);
    await expect(probe(cut(path))).rejects.toMatchObject({ failure: { code: 'bad-input' } });
  });
});

describe('sounds', () => {
  it.each([
    ['WAV', { format: new WavOutputFormat(), audio: 'pcm-s16' }, 'audio/wav'],
    ['MP3', { format: new Mp3OutputFormat(), audio: 'mp3' }, 'audio/mpeg'],
    ['FLAC', { format: new FlacOutputFormat(), audio: 'flac' }, 'audio/flac'],
    ['Ogg Opus', { format: new OggOutputFormat(), audio: 'opus' }, 'audio/ogg'],
    ['M4A', { format: new Mp4OutputFormat(), audio: 'aac' }, 'audio/mp4'],
    ['WebM', { format: new WebMOutputFormat(), audio: 'opus' }, 'audio/webm'],
  ] as const)('%s', async (_, clip, type) => {
    const { media, preview, peaks } = await probe(await makeClip(join(folder, `sound${outs}`), clip));
    expect(media).toMatchObject({ kind: 'audio', type, sampleRate, channels: 2 });
    expect(Math.abs(media.duration! - 1e6)).toBeLessThan(80_000);
    expect(preview).toBeUndefined();
    const wave = peaksOf(peaks!);
    expect(wave.duration).toBeCloseTo(media.duration! / 1e6, 5);
    /** The level that nine in ten do not exceed: a codec overshoots here and there. */
    const level = (channel: number, from: number, to: number) => {
      const list = wave.peaks[channel]!;
      const sorted = list
        .slice(list.length * from, list.length * to)
        .map(Math.abs)
        .sort((a, b) => a - b);
      return sorted[Math.floor(sorted.length * 0.9)]!;
    };
    expect(wave.peaks.map(({ length }) => length)).toEqual([4000, 4000]);
    expect(Math.abs(level(0, 0.1, 0.4) - 0.2)).toBeLessThan(0.1);
    expect(Math.abs(level(0, 0.6, 0.9) - 0.8)).toBeLessThan(0.1);
    expect(Math.abs(level(1, 0.1, 0.9) - 0.5)).toBeLessThan(0.1);
  });

  it.each([
    ['WAV', { format: new WavOutputFormat(), audio: 'pcm-s16' }],
    ['FLAC', { format: new FlacOutputFormat(), audio: 'flac' }],
  ] as const)('refuses a %s that was cut short', async (_, clip) => {
    const loose: unknown[] = [];
    const hear = (reason: unknown) => loose.push(reason); // the decoder drops a promise; a host bears that too
    process.on('unhandledRejection', hear);
    const path = await makeClip(join(folder, 'whole.sound'), clip);
    await expect(probe(cut(path))).rejects.toMatchObject({ failure: { code: 'bad-input' } });
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', hear);
  });

  it('stops when asked to', async () => {
    const path = await makeClip(join(folder, 'long.wav'), {
      format: new WavOutputFormat(),
      audio: 'pcm-s16',
      duration: 20,
    });
    const controller = new AbortController();
    const work = makeWork(controller.signal, () => controller.abort());
    const running = codecsPipelines['codecs.probe']({ file: { path }, out: join(folder, 'stopped') }, work);
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('refused', () => {
  it.each([
    ['nothing in it', '', /empty/],
    ['a text', 'Dear diary, today I dropped a text on the canvas.', /not a kind of file/],
    ['an SVG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', /SVG/],
    ['a playlist', '#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1/secret.ts\n', /not a kind of file/],
    ['a HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', /HEIC/],
    ['a WebP of noise', 'RIFF\x40\0\0\0WEBPVP8 nonsense nonsense', /damaged/],
    ['an MP4 of noise', '\0\0\0\x18ftypisom\0\0\0\0isommp42 nonsense nonsense', /damaged|not a kind/],
  ])('%s', async (_, content, message) => {
    const path = save(`bad${outs++}`, Buffer.from(content, 'latin1'));
    await expect(probe(path)).rejects.toMatchObject({
      failure: { code: 'bad-input', message: expect.stringMatching(message), hint: expect.any(String) },
    });
  });

  it('a file that is not there', async () => {
    await expect(probe(join(folder, 'nowhere.png'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
  it('a folder', async () => {
    await expect(probe(folder)).rejects.toMatchObject({ failure: { code: 'bad-input' } });
  });
});

/** CRC-32 as PNG chunks carry it. */
function crc(bytes: Uint8Array): number {
  let value = 0xffff_ffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  }
  return ~value >>> 0;
}
