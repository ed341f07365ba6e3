/** Small clips and sounds for tests, made by the encoders that the studio itself uses. */
import { registerMediabunnyServer } from '@mediabunny/server';
import {
  AudioSample,
  AudioSampleSource,
  FilePathTarget,
  Output,
  VideoSample,
  VideoSampleSource,
  type AudioCodec,
  type OutputFormat,
  type Rotation,
  type VideoCodec,
} from 'mediabunny';

registerMediabunnyServer();

export interface Clip {
  format: OutputFormat;
  video?: VideoCodec;
  audio?: AudioCodec;
  rotation?: Rotation;
  width?: number;
  height?: number;
  /** In seconds. */
  duration?: number;
}

export const frameRate = 12;
export const sampleRate = 48_000;

/** The left half is red, the right half black-ish; the sound is a sine, a quarter as loud in its first half. */
export async function makeClip(path: string, clip: Clip): Promise<string> {
  const { format, video, audio, rotation = 0, width = 64, height = 48, duration = 1 } = clip;
  const output = new Output({ format, target: new FilePathTarget(path) });
  const hardwareAcceleration = 'prefer-software';
  const pictures = video && new VideoSampleSource({ codec: video, bitrate: 300_000, hardwareAcceleration });
  const sound = audio && new AudioSampleSource({ codec: audio, bitrate: 96_000 });
  if (pictures) output.addVideoTrack(pictures, { rotation, frameRate });
  if (sound) output.addAudioTrack(sound);
  await output.start();
  if (pictures) await addFrames(pictures, width, height, duration);
  if (sound) await addSound(sound, duration);
  await output.finalize();
  return path;
}

async function addFrames(source: VideoSampleSource, width: number, height: number, duration: number) {
  for (let frame = 0; frame < frameRate * duration; frame++) {
    const data = new Uint8Array(width * height * 4);
    for (let i = 0; i < width * height; i++)
      data.set(i % width < width / 2 ? [230, 40, 30, 255] : [20, 40, 30, 255], i * 4);
    const timestamp = frame / frameRate;
    const init = { format: 'RGBA', codedWidth: width, codedHeight: height, timestamp } as const;
    const sample = new VideoSample(data, { ...init, duration: 1 / frameRate });
    await source.add(sample);
    sample.close();
  }
}

async function addSound(source: AudioSampleSource, duration: number) {
  const length = sampleRate * duration;
  const data = new Float32Array(length * 2);
  for (let i = 0; i < length; i++) {
    data[i] = 0.8 * Math.sin(i * 0.05) * (i < length / 2 ? 0.25 : 1);
    data[length + i] = 0.5 * Math.sin(i * 0.03);
  }
  const sample = new AudioSample({
    data,
    format: 'f32-planar',
    numberOfChannels: 2,
    sampleRate,
    timestamp: 0,
  });
  await source.add(sample);
  sample.close();
}
