/** Sides of a picture, and how much is added there. */
import { readDistance, type Size } from './distance.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

const sides: Readonly<Record<string, readonly Side[]>> = {
  left: ['left'],
  leftwards: ['left'],
  right: ['right'],
  rightwards: ['right'],
  top: ['top'],
  up: ['top'],
  upwards: ['top'],
  upward: ['top'],
  above: ['top'],
  overhead: ['top'],
  sky: ['top'],
  bottom: ['bottom'],
  down: ['bottom'],
  downwards: ['bottom'],
  downward: ['bottom'],
  below: ['bottom'],
  underneath: ['bottom'],
  'both sides': ['left', 'right'],
  'either side': ['left', 'right'],
  'each side': ['left', 'right'],
  sides: ['left', 'right'],
  sideways: ['left', 'right'],
  horizontally: ['left', 'right'],
  vertically: ['top', 'bottom'],
  'all sides': ['left', 'right', 'top', 'bottom'],
  'every side': ['left', 'right', 'top', 'bottom'],
  'all directions': ['left', 'right', 'top', 'bottom'],
  'every direction': ['left', 'right', 'top', 'bottom'],
  'all around': ['left', 'right', 'top', 'bottom'],
  around: ['left', 'right', 'top', 'bottom'],
  'around it': ['left', 'right', 'top', 'bottom'],
  everywhere: ['left', 'right', 'top', 'bottom'],
};

/** "On the left", "at the top and bottom", "in all directions". */
export function readSides(text: string): readonly Side[] | undefined {
  const found = text.split(/ ?(?:,|\band\b) ?/).map((piece) => {
    const name = piece
      .replace(/^(?:to|on|at|in|into|towards?|from|of|along|over) /, '')
      .replace(/^(?:the|its|my) /, '')
      .replace(/^(left|right|top|bottom)(?: hand)? (?:side|edge|border|part|end)$/, '$1')
      .replace(/^(?:the )?(?:left and right|right and left)$/, 'both sides')
      .replace(/^(?:above|over|below|under|underneath|beneath) .+$/, (words) =>
        /^(?:above|over)/.test(words) ? 'above' : 'below',
      );
    return Object.hasOwn(sides, name) ? sides[name]! : undefined;
  });
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return [...new Set(found.flatMap((side) => side!))];
}

/** How much canvas: shares for each axis, as pixels differ. */
export interface Margin {
  x: number;
  y: number;
}
const margins = { hint: 0.05, bit: 0.1, plain: 0.25, lot: 0.5, most: 1 };
export const usualMargin: Margin = { x: margins.plain!, y: margins.plain! };

export function readMargin(text: string, size: Size | undefined): Margin | undefined {
  const x = readDistance(text, size?.width, margins);
  const y = readDistance(text, size?.height, margins);
  return x !== undefined && y !== undefined && x > 0 && y > 0 && x <= 2 && y <= 2 ? { x, y } : undefined;
}

export const sideWords: readonly string[] = Object.keys(sides).flatMap((phrase) => phrase.split(' '));
