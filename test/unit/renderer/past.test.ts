import { describe, expect, it } from 'vitest';
import type { Region } from '../../../src-main/contract/region.ts';
import { moved, remembered, type Past } from '../../../src-renderer/canvas/past.ts';

const where = { canvas: 'c', frame: 'f' };
const at = (x: number, refine?: Region['refine']): Region => ({
  parts: [{ kind: 'point', x, y: 0.5, sign: '+' }],
  ...(refine && { refine }),
});
/** A life of selections, each made from the one before. */
const lived = (...regions: (Region | null)[]): Past =>
  regions
    .slice(1)
    .reduce<Past | null>((past, region, i) => remembered(past, where, regions[i]!, region), null)!;

describe('the selections of a canvas', () => {
  it('are gone back and forward in, to both ends', () => {
    let past = lived(null, at(0.1), at(0.2));
    const seen: (Region | null)[] = [];
    for (const by of [-1, -1, 1, 1] as const) {
      const step = moved(past, by)!;
      seen.push(step.region);
      past = step.past;
    }
    expect(seen).toEqual([at(0.1), null, at(0.1), at(0.2)]);
    expect(moved(past, 1)).toBeNull();
    expect(moved(lived(null, at(0.1)), -1)!.region).toBeNull();
    expect(moved(null, -1)).toBeNull();
  });
  it('forget what was gone back over once something else is selected', () => {
    const back = moved(lived(null, at(0.1), at(0.2)), -1)!.past;
    const next = remembered(back, where, at(0.1), at(0.3));
    expect(next.list).toEqual([null, at(0.1), at(0.3)]);
    expect(moved(next, 1)).toBeNull();
  });
  it('take in what the studio selected meanwhile', () => {
    const past = remembered(lived(null, at(0.1)), where, at(0.7), at(0.2));
    expect(past.list).toEqual([null, at(0.1), at(0.7), at(0.2)]);
  });
  it('count a slider that is dragged once', () => {
    const past = lived(at(0.1), at(0.1, { grow: 0.01 }), at(0.1, { grow: 0.02 }), at(0.1, { grow: 0.03 }));
    expect(past.list).toEqual([at(0.1), at(0.1, { grow: 0.03 })]);
  });
  it('begin anew on another canvas and in another geometry, and have an end', () => {
    const past = lived(null, at(0.1), at(0.2));
    expect(remembered(past, { canvas: 'd', frame: 'f' }, null, at(0.5)).list).toEqual([null, at(0.5)]);
    expect(remembered(past, { canvas: 'c', frame: 'g' }, null, at(0.5)).list).toEqual([null, at(0.5)]);
    const many = Array.from({ length: 200 }, (_, i) => at(i / 200));
    expect(lived(...many).list.length).toBeLessThanOrEqual(50);
  });
});
