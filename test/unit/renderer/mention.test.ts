import { afterEach, describe, expect, it } from 'vitest';
import type { Project, Selection } from '../../../src-main/contract/document.ts';
import {
  completionsOf,
  goneIn,
  mentionedIn,
  piecesOf,
  typedMention,
} from '../../../src-renderer/regions/mention.ts';
import { readableOn } from '../../../src-renderer/regions/paint.ts';
import { speak } from '../../../src-renderer/strings/index.ts';
import { regionsOf, shownName, type ShownRegion } from '../../../src-renderer/regions/shown.ts';

const shape: Selection = { region: { parts: [] }, mask: 'a'.repeat(64), bounds: null, area: 0.1 };
const region = (number: number, name: string): ShownRegion => ({
  id: `r${number}`,
  canvas: 'c',
  number,
  name,
  colour: '#e69f00',
  hidden: false,
  locked: false,
  order: number,
  shapes: [{ ...shape, frame: 'v1' }],
  shape,
});
const regions = [region(1, 'dog'), region(2, 'The sky'), region(12, 'red car')];
const numbers = (list: readonly ShownRegion[]) => list.map((one) => one.number);

describe('a mention that is being typed', () => {
  it.each<[string, number | undefined, string | null]>([
    ['@', undefined, ''],
    ['remove @1', undefined, '1'],
    ['remove @Do', undefined, 'do'],
    ['blur (@sk', undefined, 'sk'],
    ['remove @1 and', 8, ''],
    ['remove @1 ', undefined, null],
    ['me@home', undefined, null],
    ['remove', undefined, null],
  ])('%s', (text, caret, said) => {
    expect(typedMention(text, caret ?? text.length)?.said ?? null).toBe(said);
  });
  it('knows where it began', () => expect(typedMention('a @dog', 6)).toEqual({ from: 2, said: 'dog' }));
});

describe('what is offered', () => {
  it('is everything at first, then what begins so, by number, name, or a word of it', () => {
    expect(numbers(completionsOf(regions, ''))).toEqual([1, 2, 12]);
    expect(numbers(completionsOf(regions, '1'))).toEqual([1, 12]);
    expect(numbers(completionsOf(regions, 'do'))).toEqual([1]);
    expect(numbers(completionsOf(regions, 'car'))).toEqual([12]);
    expect(numbers(completionsOf(regions, 'red-c'))).toEqual([12]);
    expect(numbers(completionsOf(regions, 'ar'))).toEqual([]);
  });
});

describe('mentions in a text', () => {
  it('are found by number and by name, and all else stays as it is', () => {
    const text = 'Fill @1 from @the-sky, not @dogs or @7; mail a@b';
    const pieces = piecesOf(text, regions);
    expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).toBe(text);
    expect(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.region.number]))).toEqual([
      1, 2,
    ]);
  });
  it('count once each', () => expect(numbers(mentionedIn('@12 @1 @red-car @DOG', regions))).toEqual([12, 1]));
});

describe('regions of a canvas', () => {
  const at = { createdAt: 1, label: '', layer: 'l', media: 'm' };
  const crop = { module: 'image-editing', command: 'crop', args: {} } as const;
  const brighter = { module: 'image-editing', command: 'adjust', args: {} } as const;
  const project = (version: string) =>
    ({
      layers: [{ id: 'l', canvas: 'c', order: 0, version }],
      versions: [
        { ...at, id: 'v1', parent: null, invocation: null },
        { ...at, id: 'v2', parent: 'v1', invocation: brighter },
        { ...at, id: 'v3', parent: 'v2', invocation: crop },
        { ...at, id: 'v4', parent: 'v3', invocation: brighter },
      ],
      regions: [
        { ...region(1, 'dog'), shapes: [{ ...shape, frame: 'v1' }] },
        { ...region(2, 'cat'), canvas: 'd' },
      ],
    }) as unknown as Project;
  it('have the shape of the frame that is shown, and sleep in another', () => {
    for (const version of ['v1', 'v2'])
      expect(regionsOf(project(version), 'c')).toMatchObject([{ number: 1, shape: { mask: shape.mask } }]);
    for (const version of ['v3', 'v4']) expect(regionsOf(project(version), 'c')[0]!.shape).toBeUndefined();
    expect(regionsOf(null, 'c')).toEqual([]);
  });
});

it('labels are read on any colour', () => {
  expect(['#ffffff', '#f0e442', '#e69f00'].map(readableOn)).toEqual(['#000000', '#000000', '#000000']);
  expect(['#000000', '#0072b2', '#a0522d'].map(readableOn)).toEqual(['#ffffff', '#ffffff', '#ffffff']);
});

describe('a region that is gone', () => {
  const goneOf = (text: string, gone: number) => {
    const pieces = piecesOf(text, regions);
    return [...goneIn(pieces, gone)].map((i) => pieces[i]);
  };
  it('is still told from words, where the message spoke of one', () => {
    expect(goneOf('blur @7 and @1', 1)).toEqual(['@7']);
    expect(goneOf('@7', 1)).toEqual(['@7']);
    expect(goneOf('blur @1 @7 (@old-tree)', 2)).toEqual(['@7', '@old-tree']);
  });
  it('is none where it spoke of none, and no address', () => {
    expect(goneOf('blur @7', 0)).toEqual([]);
    expect(goneOf('mail a@b', 1)).toEqual([]);
  });
});

describe('a name that nobody gave', () => {
  afterEach(() => speak('en'));
  it('is said in the language in use, and a given one as it was given', () => {
    speak('de');
    expect(shownName({ name: 'Region 3', number: 3 })).toBe('Bereich 3');
    expect(shownName({ name: 'Region 4', number: 3 })).toBe('Region 4');
    expect(shownName({ name: 'dog', number: 3 })).toBe('dog');
    speak('en');
    expect(shownName({ name: 'Bereich 3', number: 3 })).toBe('Region 3');
  });
});
