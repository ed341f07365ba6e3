import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap, type Rle } from '../../../src-main/contract/index.ts';
import {
  compress,
  countRuns,
  decodeRle,
  encodeRle,
  toCounts,
  type MaskPlane,
} from '../../../src-main/contract/rle.ts';

interface Fixture {
  name: string;
  size: [number, number];
  compressed: string;
  plain: number[];
  rows: string[];
  area: number;
}
/** Written by pycocotools 2.0.11: `encode`, and `frPyObjects` for the plain lists. */
const fixtures = JSON.parse(
  readFileSync(new URL('fixtures/pycocotools.json', import.meta.url), 'utf8'),
) as Fixture[];

const planeOf = ({ size: [height, width], rows }: Fixture): MaskPlane => ({
  width,
  height,
  data: Uint8Array.from(rows.join(''), (c) => (c === '#' ? 255 : 0)),
});

/** Masks with long runs as well as noise. */
const planes = fc
  .tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: 40 }),
    fc.array(fc.nat(90), { maxLength: 60 }),
  )
  .map(([width, height, runs]) => {
    const data = new Uint8Array(width * height);
    let at = 0;
    runs.forEach((run, i) => {
      data.fill(i % 2 ? 255 : 0, at, at + run);
      at += run;
    });
    return { width, height, data };
  });

const failureOf = (rle: Rle) => {
  const result = decodeRle(rle);
  return result.ok ? 'read' : result.error.code;
};

describe('equal to pycocotools', () => {
  it.each(fixtures)('$name', (fixture) => {
    const plane = planeOf(fixture);
    expect(encodeRle(plane)).toEqual({ size: fixture.size, counts: fixture.compressed });
    expect(countRuns(plane)).toEqual(fixture.plain);
    expect(compress(fixture.plain)).toBe(fixture.compressed);
    for (const counts of [fixture.compressed, fixture.plain]) {
      const rle = { size: fixture.size, counts };
      expect(unwrap(toCounts(rle))).toEqual(fixture.plain);
      const decoded = unwrap(decodeRle(rle));
      expect(decoded).toEqual(plane);
      expect(decoded.data.filter((v) => v === 255).length).toBe(fixture.area);
    }
  });

  it('counts more than 127 as inside', () => {
    const plane = { width: 4, height: 1, data: Uint8Array.of(127, 128, 1, 255) };
    expect(countRuns(plane)).toEqual([1, 1, 1, 1]);
  });

  it('writes a large mask as pycocotools does', () => {
    const plane = { width: 4000, height: 3000, data: new Uint8Array(4000 * 3000) };
    for (let y = 100; y < 2900; y++) plane.data.fill(255, y * 4000 + 5, y * 4000 + 3990);
    plane.data[1500 * 4000 + 2000] = 0;
    const { counts } = encodeRle(plane);
    expect(counts.slice(0, 20)).toBe('lg>`g2X6000000000000');
    expect(counts.length).toBe(7987);
    const { data } = unwrap(decodeRle({ size: [3000, 4000], counts }));
    expect(Buffer.compare(data, plane.data)).toBe(0);
  });
});

describe('any mask', () => {
  it('comes back from both forms', () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const rle = encodeRle(plane);
        expect(unwrap(decodeRle(rle))).toEqual(plane);
        const counts = unwrap(toCounts(rle));
        expect(compress(counts)).toBe(rle.counts);
        expect(unwrap(decodeRle({ size: rle.size, counts }))).toEqual(plane);
      }),
    );
  });

  it('never throws on garbage, and never makes a plane of the wrong size', () => {
    const counts = fc.oneof(fc.string(), fc.array(fc.integer()), fc.array(fc.double()));
    const side = fc.nat(64);
    fc.assert(
      fc.property(side, side, counts, (height, width, garbage) => {
        const result = decodeRle({ size: [height, width], counts: garbage });
        if (result.ok) expect(result.value.data.length).toBe(width * height);
        else expect(result.error.hint).toBeTruthy();
      }),
    );
  });
});

describe('what is refused', () => {
  it.each<[string, Rle, string]>([
    ['runs that add up to less', { size: [2, 2], counts: [1, 2] }, 'bad-input'],
    ['runs that add up to more', { size: [2, 2], counts: '09' }, 'bad-input'],
    ['a negative run', { size: [2, 2], counts: [5, -1] }, 'bad-input'],
    ['a fraction', { size: [1, 2], counts: [0.5, 1.5] }, 'bad-input'],
    ['a string cut off in a number', { size: [9, 9], counts: 'Q' }, 'bad-input'],
    ['a character outside the alphabet', { size: [1, 1], counts: '1 ' }, 'bad-input'],
    ['a number without end', { size: [1, 1], counts: 'oooooooooooo0' }, 'bad-input'],
    ['a size that would take all the memory', { size: [65_535, 65_535], counts: [65_535 ** 2] }, 'too-large'],
  ])('%s', (_, rle, code) => expect(failureOf(rle)).toBe(code));
});
