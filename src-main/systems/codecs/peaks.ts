/** A waveform small enough to draw: for each of a few thousand spans, the sample that is farthest from silence. */

export interface Peaks {
  /** One list a channel, -1..1. */
  peaks: number[][];
  /** In seconds. */
  duration: number;
}

export const maxBuckets = 4_000;

export interface PeakCollector {
  /** Samples of one channel that start at `time` seconds. */
  add(channel: number, time: number, samples: Float32Array): void;
  finish(): Peaks;
}

/** @param duration in seconds, more than 0 @param sampleRate in hertz */
export function collectPeaks(channels: number, duration: number, sampleRate: number): PeakCollector {
  const total = Math.max(1, Math.round(duration * sampleRate));
  const count = Math.min(maxBuckets, total);
  const values = Array.from({ length: channels }, () => new Float32Array(count));
  return {
    add(channel, time, samples) {
      const into = values[channel]!;
      const first = Math.round(time * sampleRate);
      for (let i = 0; i < samples.length; i++) {
        const at = first + i;
        if (at < 0 || at >= total) continue; // a codec's run-in and padding
        const bucket = Math.floor((at * count) / total);
        const sample = samples[i]!;
        if (Math.abs(sample) > Math.abs(into[bucket]!)) into[bucket] = sample;
      }
    },
    finish: () => ({
      // Four digits are finer than any screen, and a quarter of the bytes.
      peaks: values.map((list) =>
        Array.from(list, (v) => Math.round(Math.max(-1, Math.min(1, v)) * 1e4) / 1e4),
      ),
      duration,
    }),
  };
}
