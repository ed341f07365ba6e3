/** What a clip or a sound is, its first frame, and its waveform. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { registerMediabunnyServer } from '@mediabunny/server';
import {
  AudioSampleSink,
  EncodedPacketSink,
  FilePathSource,
  FLAC,
  Input,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  VideoSampleSink,
  WAVE,
  WEBM,
  type InputAudioTrack,
  type InputTrack,
  type InputVideoTrack,
} from 'mediabunny';
import type * as z from 'zod';
import { StudioError } from '../../contract/index.ts';
import sharp from '../../runtime/raster/sharp.ts';
import type { Work } from '../../runtime/work.ts';
import { servedAs } from './container.ts';
import type { probe } from './index.ts';
import { collectPeaks } from './peaks.ts';
import { damaged, refuse, unknown } from './refuse.ts';

registerMediabunnyServer();

/** Playlists (HLS) are not among them: they name other files and addresses. */
const formats = [MP4, QTFF, WEBM, MATROSKA, WAVE, MP3, FLAC, OGG];

/** Beyond this, the mean rate of frames is taken from the first ones. */
const framesCounted = 1_000;

type Probed = z.input<(typeof probe)['output']>;

export async function probeClip(path: string, out: string, work: Work): Promise<Probed> {
  const input = new Input({ source: new FilePathSource(path), formats });
  try {
    return await describe(input, out, work);
  } catch (error) {
    if (error instanceof StudioError || work.signal.aborted) throw error;
    console.error('codecs.probe:', error); // the decoder's own words, for the log
    throw damaged();
  } finally {
    input.dispose();
  }
}

async function describe(input: Input, out: string, work: Work): Promise<Probed> {
  if (!(await input.canRead())) throw unknown();
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  if (!video && !audio) throw damaged();
  const type = await servedAs(input, video, audio);
  for (const track of [video, audio]) if (track) await checkComplete(track);
  const seconds = await input.computeDuration();
  if (!(seconds > 0)) throw damaged();
  work.signal.throwIfAborted();

  const sound = audio && {
    sampleRate: await audio.getSampleRate(),
    channels: await audio.getNumberOfChannels(),
  };
  const common = { type, duration: Math.round(seconds * 1e6), ...sound };
  const preview = video && (await writeFirstFrame(video, join(out, 'preview.webp')));
  work.signal.throwIfAborted();
  const peaks = audio && (await writePeaks(audio, seconds, join(out, 'peaks.json'), work, !video));
  if (!video) return { media: { kind: 'audio', ...common }, ...(peaks && { peaks }) };

  const { averagePacketRate } = await video.computePacketStats(framesCounted);
  const width = Math.round(await video.getDisplayWidth());
  const height = Math.round(await video.getDisplayHeight());
  const frameRate = Math.round(averagePacketRate * 1e3) / 1e3;
  return {
    media: { kind: 'video', width, height, frameRate, ...common },
    ...(preview && { preview }),
    ...(peaks && { peaks }),
  };
}

/** A file that was cut short names packets that are not there. */
async function checkComplete(track: InputTrack): Promise<void> {
  const last = await new EncodedPacketSink(track).getPacket(Infinity);
  if (!last || last.data.length === 0) throw damaged();
}

/** The first frame, upright and in square pixels, as a WebP of at most 2048 pixels a side. */
async function writeFirstFrame(track: InputVideoTrack, path: string): Promise<string> {
  if (!(await track.canDecode()))
    throw refuse(
      `This clip's pictures (${(await track.getCodec()) ?? 'of an unknown kind'}) can't be decoded here.`,
      'Convert it to MP4 with H.264, then open it again.',
    );
  // In software: a graphics driver's mood must not decide what can be opened.
  const sink = new VideoSampleSink(track, { hardwareAcceleration: 'prefer-software' });
  const frame = await sink.getSample(await track.getFirstTimestamp());
  if (!frame) throw damaged();
  try {
    const { left: x, top: y, ...size } = frame.visibleRect;
    const wanted = { format: 'RGBA', rect: { x, y, ...size } } as const;
    const pixels = new Uint8Array(frame.allocationSize(wanted));
    await frame.copyTo(pixels, wanted);
    const sideways = frame.rotation % 180 !== 0;
    const width = Math.round(sideways ? frame.displayHeight : frame.displayWidth);
    const height = Math.round(sideways ? frame.displayWidth : frame.displayHeight);
    // libvips turns first and scales afterwards, so square pixels are made in a step of their own.
    const square = await sharp(pixels, { raw: { ...size, channels: 4 } })
      .resize({ width, height, fit: 'fill' })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const upright = sharp(square).rotate(frame.rotation);
    const turned = frame.flip ? sharp(await upright.png({ compressionLevel: 1 }).toBuffer()).flop() : upright;
    await turned
      .resize({ width: 2048, height: 2048, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 90, effort: 1 })
      .toFile(path);
    return path;
  } finally {
    frame.close();
  }
}

/** `needed`: a sound that can't be decoded is refused; a clip without its waveform is still a clip. */
async function writePeaks(
  track: InputAudioTrack,
  seconds: number,
  path: string,
  work: Work,
  needed: boolean,
): Promise<string | undefined> {
  if (!(await track.canDecode())) {
    if (!needed) return undefined;
    throw refuse(
      `This sound (${(await track.getCodec()) ?? 'of an unknown kind'}) can't be decoded here.`,
      'Convert it to WAV or MP3, then open it again.',
    );
  }
  const channels = await track.getNumberOfChannels();
  const collector = collectPeaks(channels, seconds, await track.getSampleRate());
  let buffer = new Float32Array(0);
  for await (const sample of new AudioSampleSink(track).samples()) {
    try {
      const length = sample.numberOfFrames;
      if (buffer.length < length) buffer = new Float32Array(length);
      for (let channel = 0; channel < Math.min(channels, sample.numberOfChannels); channel++) {
        sample.copyTo(buffer, { format: 'f32-planar', planeIndex: channel });
        collector.add(channel, sample.timestamp, buffer.subarray(0, length));
      }
      work.progress(Math.max(0, Math.min(sample.timestamp, seconds)), seconds);
    } finally {
      sample.close();
    }
    await work.breathe();
  }
  work.progress(seconds, seconds);
  await writeFile(path, JSON.stringify(collector.finish()));
  return path;
}
