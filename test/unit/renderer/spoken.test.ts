import { expect, it } from 'vitest';
import { spoken } from '../../../src-renderer/canvas/selecting.ts';

const whole = { mask: null, bounds: null, area: 0.4 };

it('a selection is told as what it is: a share of a picture, a span of a sound, or nothing', () => {
  expect(spoken({ ...whole, region: { parts: [] } })).toBe('Selected 40 % of the picture.');
  expect(spoken({ ...whole, region: { parts: [], time: { start: 0, end: 2_500_000 } } })).toBe(
    'Selected 0:00.0 to 0:02.5.',
  );
  expect(spoken({ ...whole, area: 0, region: { parts: [] } })).toBe('Nothing found here');
  expect(spoken(null)).toBe('Selection cleared.');
});
