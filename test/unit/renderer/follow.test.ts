import { describe, expect, it } from 'vitest';
import { follows, type Place } from '../../../src-renderer/chat/use-follow.ts';

const view = 500;
const end: Place = { top: 1500, height: 2000, view };

describe('following the newest message', () => {
  it('goes on when the content grew before the scroll event came', () => {
    expect(follows(true, end, { ...end, height: 2300 })).toBe(true);
  });
  it('goes on when a change above moved the place', () => {
    expect(follows(true, end, { top: 1400, height: 2200, view })).toBe(true);
  });
  it('ends when the person goes up, and begins again at the end', () => {
    const up = { ...end, top: 1200 };
    expect(follows(true, end, up)).toBe(false);
    expect(follows(false, up, { ...end, top: 1300 })).toBe(false);
    expect(follows(false, up, { ...end, top: 1440 })).toBe(true);
  });
  it('is not ended by a nudge', () => {
    expect(follows(true, end, { ...end, top: 1460 })).toBe(true);
  });
});
