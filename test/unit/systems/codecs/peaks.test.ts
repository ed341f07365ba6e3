import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectPeaks, maxBuckets } from '../../../../src-main/systems/codecs/peaks.ts';

describe('collectPeaks', () => {
  it('keeps the sample that is farthest from silence, with its sign', () => {
    const collector = collectPeaks(1, 8, 1_000); // 8000 samples: two a bucket
    collector.add(0, 0, Float32Array.of(0.1, -0.5, 0.25, 0.2));
    expect(collector.finish().peaks[0]!.slice(0, 3)).toEqual([-0.5, 0.25, 0]);
  });

  it('has no more buckets than samples', () => {
    expect(
      collectPeaks(2, 0.01, 1_000)
        .finish()
        .peaks.map((list) => list.length),
    ).toEqual([10, 10]);
  });

  it('leaves out run-in and padding, and cuts what is over full scale', () => {
    const collector = collectPeaks(1, 0.004, 1_000);
    collector.add(0, -0.002, Float32Array.of(0.9, 0.9, 0.1, 0.2, 3, -7, 0.9, 0.9));
    expect(collector.finish().peaks[0]).toEqual([0.1, 0.2, 1, -1]);
  });

  it('does not depend on how the sound is cut into pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        (values, piece) => {
          const samples = Float32Array.from(values);
          const whole = collectPeaks(1, samples.length / 100, 100);
          whole.add(0, 0, samples);
          const pieces = collectPeaks(1, samples.length / 100, 100);
          for (let at = 0; at < samples.length; at += piece)
            pieces.add(0, at / 100, samples.subarray(at, at + piece));
          expect(pieces.finish()).toEqual(whole.finish());
          expect(whole.finish().peaks[0]!.length).toBeLessThanOrEqual(maxBuckets);
        },
      ),
    );
  });
});
