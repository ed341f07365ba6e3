/** Every architecture against the official implementation (fixtures.py), in every precision. */
import { afterAll, describe, expect, it } from 'vitest';
import { place } from './case.ts';
import { casesIn, differencesOf, precisions, rows } from './table.ts';

const here = place();
afterAll(here.remove);

for (const row of rows)
  describe(`${row.architecture.name} as ${row.fixture}`, () => {
    const found = casesIn(row);
    it('has two cases at least', () => expect(found.length).toBeGreaterThanOrEqual(2));
    for (const precision of precisions)
      it.each(found)(`%s in ${precision.name}`, async (name) => {
        for (const { output, worst, scale } of await differencesOf(row, name, precision, here.folder)) {
          expect(scale, output).toBeGreaterThan(0.05);
          expect(worst / scale, output).toBeLessThan(precision.bound);
        }
      });
  });

it('every architecture has two configurations at least', () => {
  const count = new Map<string, number>();
  for (const { architecture } of rows) count.set(architecture.name, (count.get(architecture.name) ?? 0) + 1);
  expect(Math.min(...count.values())).toBeGreaterThanOrEqual(2);
});
