import { describe, expect, test } from 'vitest';
import { namedParts, regionOfWords } from '../../../../src-main/studio/work/names.ts';

const box = (x1: number, y1: number, x2: number, y2: number) => {
  const [a, b, c, d] = [x1, y1, x2, y2].map((v) => expect.closeTo(v, 9));
  return { kind: 'polygon', points: [[a, b], [c, b], [c, d], [a, d]], sign: '+' }; // prettier-ignore
};

describe('places', () => {
  test.each([
    ['the left half', box(0, 0, 0.5, 1)],
    ['right', box(0.5, 0, 1, 1)],
    ['the left third', box(0, 0, 1 / 3, 1)],
    ['Top Third of the photo', box(0, 0, 1, 1 / 3)],
    ['the lower quarter', box(0, 0.75, 1, 1)],
    ['upper two thirds', box(0, 0, 1, 2 / 3)],
    ['the right side', box(0.5, 0, 1, 1)],
    ['the middle', box(1 / 3, 1 / 3, 2 / 3, 2 / 3)],
    ['the centre of the picture', box(1 / 3, 1 / 3, 2 / 3, 2 / 3)],
    ['the top left', box(0, 0, 0.5, 0.5)],
    ['the bottom-right corner', box(2 / 3, 2 / 3, 1, 1)],
  ])('%s', (words, part) => {
    expect(namedParts(words)).toEqual([part]);
  });

  test('the corners are four', () => {
    const corners = namedParts('the corners')!;
    expect(corners).toHaveLength(4);
    expect(corners).toContainEqual(box(0.75, 0, 1, 0.25));
  });
});

describe('things by colour, size and place', () => {
  const only = (colour: string) => ({ kind: 'colour', colour, which: 'only' });
  const nth = (from: string, count: number) => ({ kind: 'object', which: 'nth', nth: { from, count } });
  const all = (colour: string) => ({ kind: 'colour', colour, which: 'all' });
  test.each([
    ['the red one', only('#ff0000')],
    ['red thing', only('#ff0000')],
    ['that blue area', only('#0000ff')],
    ['the dark green part', only('#006400')],
    ['the blue-coloured object', only('#0000ff')],
    ['everything red', all('#ff0000')],
    ["everything that's green", all('#008000')],
    ['all the yellow things', all('#ffff00')],
    ['the red parts', all('#ff0000')],
    ['all red things', all('#ff0000')],
    ['the blue stuff', all('#0000ff')],
    ['the biggest red one', { kind: 'colour', colour: '#ff0000', which: 'largest' }],
    ['the red one on the left', { kind: 'colour', colour: '#ff0000', which: 'nearest', at: [0, 0.5] }],
    ['the biggest object', { kind: 'object', which: 'largest' }],
    ['smallest thing', { kind: 'object', which: 'smallest' }],
    ['the thing on the left', { kind: 'object', which: 'nearest', at: [0, 0.5] }],
    ['the object in the middle', { kind: 'object', which: 'nearest', at: [0.5, 0.5] }],
    ['the rightmost one', { kind: 'object', which: 'nearest', at: [1, 0.5] }],
    ['the thing in the top right corner', { kind: 'object', which: 'nearest', at: [1, 0] }],
    ['the main subject', { kind: 'named', name: 'subject' }],
    ['the foreground', { kind: 'named', name: 'subject' }],
    ['background', { kind: 'named', name: 'background' }],
    ['the sky', { kind: 'named', name: 'sky' }],
    ['the whole sky', { kind: 'named', name: 'sky' }],
    ['the blue sky', { kind: 'named', name: 'sky' }],
    ['the brightest thing', { kind: 'object', which: 'brightest' }],
    ['the darkest object', { kind: 'object', which: 'darkest' }],
    ['the second one from the right', nth('right', 2)],
    ['the 3rd thing from the left', nth('left', 3)],
    ['the first object from the top', nth('top', 1)],
    ['the second person from the left', { ...nth('left', 2), called: true }],
    ['the person on the left', { kind: 'object', which: 'nearest', at: [0, 0.5], called: true }],
    ['the biggest person', { kind: 'object', which: 'largest', called: true }],
    ['the second red one from the right', { ...nth('right', 2), kind: 'colour', colour: '#ff0000' }],
    ['the brightest part', { kind: 'named', name: 'brightest' }],
    ['the darkest area', { kind: 'named', name: 'darkest' }],
    ['the dark areas', { kind: 'named', name: 'shadows' }],
    ['the highlights', { kind: 'named', name: 'highlights' }],
  ])('%s', (words, part) => {
    expect(namedParts(words)).toEqual([part]);
  });
});

test.each([
  ['das Rote', 'the red one'],
  ['das rote Ding', 'the red thing'],
  ['die Blaue links', 'the blue one on the left'],
  ['das größte Objekt', 'the biggest object'],
  ['das hellste', 'the brightest one'],
  ['der Hintergrund', 'the background'],
  ['das Motiv', 'the subject'],
  ['den Himmel', 'the sky'],
  ['den blauen Himmel', 'the blue sky'],
  ['die linke Hälfte', 'the left half'],
  ['das obere Drittel', 'the top third'],
  ['die Person links', 'the person on the left'],
  ['das zweite von rechts', 'the second one from the right'],
  ['die zweite Person von links', 'the second person from the left'],
  ['alles Grüne', 'everything green'],
])('%s is %s', (german, english) => {
  const parts = namedParts(english);
  expect(parts).toBeDefined();
  expect(namedParts(german)).toEqual(parts);
});

test.each([
  'the red car',
  'the red',
  'red',
  'the dog',
  'the dog on the left',
  'the biggest dog',
  'the biggest red car',
  'everything red and the dog',
  'the thing behind the car',
  'the thing on the table',
  'the thing next to the tree on the left',
  'the left dog',
  'the left arm',
  'the left thing on the right',
  'the brightest star',
  'the ground',
  'the floor',
  'the skyscraper',
  'a blue sky thing',
  'the one I like',
  'the other one',
  'not the red one',
  'everything except the red one',
  'the red one or the blue one',
  'the orange',
  'the tomato thing',
  'the top of the house',
  'things on the left',
  '',
])('“%s” has to be known to be found', (words) => {
  expect(namedParts(words)).toBeUndefined();
});

describe('a part of a thing', () => {
  test('lies within what it is a part of', () => {
    expect(namedParts('the left half of it')).toEqual([
      { kind: 'within', x1: 0, y1: 0, x2: 0.5, y2: 1, sign: '&' },
    ]);
    expect(regionOfWords('upper third of the dog')).toEqual({
      parts: [
        { kind: 'words', text: 'dog' },
        { kind: 'words', text: 'upper third of it', sign: '&' },
      ],
    });
  });

  test('is no part of the picture, and nothing else', () => {
    for (const words of ['left half of the picture', 'bowl of soup', 'left leg of the dog', 'dog'])
      expect(regionOfWords(words)).toEqual({ parts: [{ kind: 'words', text: words }] });
  });
});
