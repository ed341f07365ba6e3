import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Project } from '../../../src-main/contract/document.ts';
import { labToHex, toLab } from '../../../src-main/contract/oklab.ts';
import {
  nameOfColour,
  rainbow,
  shareLike,
  shareNamed,
  swatches,
  colourNames,
} from '../../../src-renderer/library/colours.ts';
import {
  colourNamed,
  everything,
  find,
  photosOf,
  wordsOfDay,
  type Photo,
} from '../../../src-renderer/library/find.ts';
import { keep, moved, none, pick, step } from '../../../src-renderer/library/picking.ts';
import { columnsIn, GAP, MARGIN } from '../../../src-renderer/library/rows.ts';
import { speak } from '../../../src-renderer/strings/index.ts';

beforeEach(() => speak('en'));
afterEach(() => speak('en'));

describe('colours', () => {
  it('bear the names of their own swatches', () => {
    for (const name of colourNames) expect(nameOfColour(swatches[name]), name).toBe(name);
  });
  it.each([
    ['#87ceeb', 'blue'], // a sky
    ['#1b3a6b', 'blue'], // a night
    ['#8b4513', 'brown'], // a saddle
    ['#d2b48c', 'brown'], // a tan
    ['#228b22', 'green'], // a forest
    ['#ff0000', 'red'],
    ['#8b0000', 'red'],
    ['#ffc0cb', 'pink'],
    ['#ffff00', 'yellow'],
    ['#ff8c00', 'orange'],
    ['#800080', 'purple'],
    ['#40e0d0', 'teal'],
    ['#c0c0c0', 'grey'],
    ['#050505', 'black'],
  ])('%s is %s', (hex, name) => {
    expect(nameOfColour(hex)).toBe(name);
  });
  it('go to Oklab and back', () => {
    // The reference values of white and of pure red in Ottosson's article.
    expect(toLab(255, 255, 255).map((v) => Math.round(v * 1000) / 1000 + 0)).toEqual([1, 0, 0]);
    expect(toLab(255, 0, 0).map((v) => Math.round(v * 1000) / 1000)).toEqual([0.628, 0.225, 0.126]);
    for (const hex of ['#000000', '#ffffff', '#1a97a9', '#d62828', '#7f7f80'])
      expect(
        labToHex(
          toLab(...(hex.match(/[0-9a-f]{2}/g)!.map((h) => parseInt(h, 16)) as [number, number, number])),
        ),
      ).toBe(hex);
  });
  it('add up', () => {
    const colours = [
      { colour: '#2f66d0', share: 0.5 },
      { colour: '#3068d4', share: 0.2 },
      { colour: '#111111', share: 0.3 },
    ];
    expect(shareNamed(colours, 'blue')).toBeCloseTo(0.7);
    expect(shareNamed(undefined, 'blue')).toBe(0);
    expect(shareLike(colours, '#2f66d0')).toBeCloseTo(0.7);
    expect(shareLike(colours, '#f5cf2b')).toBe(0);
    expect(rainbow(colours)).toBeLessThan(360);
    expect(rainbow([{ colour: '#ffffff', share: 1 }])).toBeGreaterThan(360);
  });
});

const now = new Date(2026, 10, 25, 15, 0).getTime();
const photo = (id: string, name: string, createdAt: number, order: number, colour?: string): Photo => ({
  at: createdAt,
  canvas: { id, name, kind: 'image', source: '', createdAt, order, selection: null } as Photo['canvas'],
  media: { ...(colour && { colours: [{ colour, share: 0.6 }] }) } as Photo['media'],
});
const photos = [
  photo('sea', 'Sea 10', now - 3_600_000, 2, '#2f66d0'),
  photo('rose', 'rose', new Date(2026, 10, 24, 9).getTime(), 1, '#d62828'),
  photo('sky', 'Sea 9', new Date(2025, 4, 2).getTime(), 3, '#87ceeb'),
];
const ids = (search: Partial<typeof everything>) =>
  find(photos, { ...everything, ...search }, now).map(({ canvas }) => canvas.id);

describe('find', () => {
  it('looks at names, days and colours', () => {
    expect(ids({})).toEqual(['rose', 'sea', 'sky']);
    expect(ids({ text: 'SEA' })).toEqual(['sea', 'sky']);
    expect(ids({ text: 'today' })).toEqual(['sea']);
    expect(ids({ text: 'yesterday' })).toEqual(['rose']);
    expect(ids({ text: '2025' })).toEqual(['sky']);
    expect(ids({ text: 'november' })).toEqual(['rose', 'sea']);
    expect(ids({ text: 'blue' })).toEqual(['sea', 'sky']);
    expect(ids({ text: 'sea 2025' })).toEqual(['sky']);
    expect(ids({ text: 'blue rose' })).toEqual([]);
    expect(ids({ colour: '#d62828' })).toEqual(['rose']);
  });
  it('sorts', () => {
    expect(ids({ sort: 'name' })).toEqual(['rose', 'sky', 'sea']); // 9 comes before 10
    expect(ids({ sort: 'newest' })).toEqual(['sea', 'rose', 'sky']);
    expect(ids({ sort: 'oldest' })).toEqual(['sky', 'rose', 'sea']);
    expect(ids({ sort: 'colour' })[0]).toBe('rose');
  });
  it('goes by when a photo was taken, where it says so, and else by when it came', () => {
    const canvas = (id: string, createdAt: number, order: number) => ({
      ...photos[0]!.canvas,
      id,
      source: id,
      createdAt,
      order,
    });
    const media = (hash: string, takenAt?: number) => ({ hash, ...(takenAt !== undefined && { takenAt }) });
    const project = {
      canvases: [canvas('old', now, 1), canvas('bare', now - 1_000, 2), canvas('scan', now, 3)],
      layers: [],
      versions: [],
      media: [
        media('old', new Date(1999, 6, 4).getTime()),
        media('bare'),
        media('scan', new Date(1955, 10, 5).getTime()),
      ],
    } as unknown as Project;
    const sorted = (search: Partial<typeof everything>) =>
      find(photosOf(project), { ...everything, ...search }, now).map((one) => one.canvas.id);
    expect(sorted({ sort: 'oldest' })).toEqual(['scan', 'old', 'bare']);
    expect(sorted({ sort: 'newest' })).toEqual(['bare', 'old', 'scan']);
    expect(sorted({ text: '1999' })).toEqual(['old']);
    expect(sorted({ text: 'today' })).toEqual(['bare']);
  });
  it('understands the language in use and English', () => {
    expect(colourNamed('blau')).toBeUndefined();
    speak('de');
    expect(colourNamed('blau')).toBe('blue');
    expect(colourNamed('blue')).toBe('blue');
    expect(ids({ text: 'gestern' })).toEqual(['rose']);
    expect(wordsOfDay(now, now)).toMatch(/heute/);
    expect(wordsOfDay(now, now)).toMatch(/mittwoch/);
  });
});

describe('picking', () => {
  const list = ['a', 'b', 'c', 'd', 'e'];
  it('takes one, several, and a range from where one began', () => {
    const b = pick(list, none, 'b', 'only');
    expect(b.ids).toEqual(['b']);
    const bd = pick(list, b, 'd', 'toggle');
    expect(bd.ids).toEqual(['b', 'd']);
    expect(pick(list, bd, 'd', 'toggle').ids).toEqual(['b']);
    const range = pick(list, b, 'd', 'range');
    expect(range.ids).toEqual(['b', 'c', 'd']);
    expect(pick(list, range, 'a', 'range').ids).toEqual(['a', 'b']); // the anchor stays
    expect(keep(['a', 'd'], range)).toEqual({ ids: ['d'], anchor: null, at: 'd' });
    expect(keep(list, range)).toBe(range);
  });
  it('moves in rows', () => {
    expect(step(list, null, 'ArrowDown', 2)).toBe('a');
    expect(step(list, null, 'End', 2)).toBe('e');
    expect(step(list, null, 'a', 2)).toBeNull();
    expect(step([], null, 'End', 2)).toBeNull();
    expect(step(list, 'a', 'ArrowDown', 2)).toBe('c');
    expect(step(list, 'd', 'ArrowDown', 2)).toBe('d');
    expect(step(list, 'a', 'ArrowLeft', 2)).toBe('a');
    expect(step(list, 'a', 'End', 2)).toBe('e');
    expect(step(list, 'a', 'x', 2)).toBeNull();
  });
  it('moves several before another, or to the end', () => {
    expect(moved(list, ['d', 'b'], 'a')).toEqual(['b', 'd', 'a', 'c', 'e']);
    expect(moved(list, ['a'], null)).toEqual(['b', 'c', 'd', 'e', 'a']);
    expect(moved(list, ['a', 'b'], 'b')).toEqual(list);
  });
});

describe('rows', () => {
  it('hold as many pictures as fit, none narrower than asked for, and one at least', () => {
    for (const [width, size] of [
      [1000, 176],
      [640, 96],
      [733, 360],
    ] as const) {
      const columns = columnsIn(width, size);
      const room = width - 2 * MARGIN;
      expect(columns * size + (columns - 1) * GAP).toBeLessThanOrEqual(room);
      expect((columns + 1) * size + columns * GAP).toBeGreaterThan(room);
    }
    expect(columnsIn(0, 176)).toBe(1);
  });
});
