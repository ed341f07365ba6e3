import fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesOf } from '../../../src-renderer/chat/quotes.ts';

const sayable = (text: string) => piecesOf(text).flatMap((piece) => (piece.sayable ? [piece.text] : []));

it('finds what can be said, in the quotes of either language', () => {
  expect(sayable('Try “make it warmer” or “undo”.')).toEqual(['make it warmer', 'undo']);
  expect(sayable('Sag „blur the background“, oder „remove this“.')).toEqual([
    'blur the background',
    'remove this',
  ]);
});

it('leaves the names of buttons and files alone', () => {
  expect(sayable('Choose “Export”, then save it as “beach.jpg”. “Bild.png” there.')).toEqual([]);
  expect(sayable('“replace the background with beach.jpg”')).toEqual([
    'replace the background with beach.jpg',
  ]);
});

it('loses no letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab B.“”„é\n') }), (text) => {
      expect(
        piecesOf(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
