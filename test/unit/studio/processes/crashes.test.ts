import { describe, expect, it } from 'vitest';
import { createCrashTracker } from '../../../../src-main/studio/processes/crashes.ts';

describe('crash tracker', () => {
  const minute = 60_000;
  const at = () => {
    let time = 1_000_000;
    const tracker = createCrashTracker({ now: () => time });
    return { tracker, later: (ms: number) => void (time += ms) };
  };

  it('allows restarts after fewer than three crashes', () => {
    const { tracker } = at();
    expect(tracker.allowed()).toBe(true);
    tracker.record();
    tracker.record();
    expect(tracker.allowed()).toBe(true);
    tracker.record();
    expect(tracker.allowed()).toBe(false);
  });

  it('forgets what is five minutes old', () => {
    const { tracker, later } = at();
    tracker.record();
    later(3 * minute);
    tracker.record();
    tracker.record();
    later(2 * minute - 1);
    expect(tracker.allowed()).toBe(false);
    later(1);
    expect(tracker.allowed()).toBe(true);
  });

  it('starts afresh when the user asks', () => {
    const { tracker } = at();
    for (let i = 0; i < 3; i++) tracker.record();
    tracker.reset();
    expect(tracker.allowed()).toBe(true);
  });
});
