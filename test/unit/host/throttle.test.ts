import { expect, it } from 'vitest';
import { throttle } from '../../../src-main/host/throttle.ts';

it('lets the first, the last, and one each while through', () => {
  let now = 0;
  const seen: [number, number][] = [];
  const tell = throttle(
    50,
    (done, total) => seen.push([done, total]),
    () => now,
  );
  for (let done = 0; done <= 100; done++, now += 10) tell(done, 100);
  expect(seen[0]).toEqual([0, 100]);
  expect(seen.at(-1)).toEqual([100, 100]);
  expect(seen).toHaveLength(21);
});
