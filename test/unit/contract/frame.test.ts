import { expect, it } from 'vitest';
import { consumers, movers } from '../../../src-main/contract/frame.ts';

it('what sends a whole picture elsewhere leaves no selection behind; what moves a thing keeps it', () => {
  const whole = [...movers].filter((command) => command !== 'transform');
  expect(movers.has('transform')).toBe(true);
  expect([...consumers].sort()).toEqual([...whole, 'cut-out', 'remove'].sort());
});
