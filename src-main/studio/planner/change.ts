/** What something can be made: "warmer and a bit brighter", "black and white", "much sharper". */
import { dosed, turnDial, type Edit } from './dial.ts';
import { readEffect } from './effect.ts';
import { levels, readAmount, toNumber, type Amount } from './lexicon/amounts.ts';
import { readColour } from './lexicon/colours.ts';
import * as tones from './lexicon/tones.ts';
import { lists } from './lexicon/verbs.ts';

export type Change =
  | ({ kind: 'edit' } & Edit)
  | { kind: 'colour'; colour: string }
  | { kind: 'square' }
  | { kind: 'turn'; degrees: number }
  | { kind: 'size'; factor: number };

const effects: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'not sharp,not so sharp,not in focus,unfocused,blurry,blurrier,blurred,out of focus,more blurry,more blurred,less sharp,more blur,unsharp'
      .split(',')
      .map((w) => [w, 'blur'] as const),
  ),
  ...Object.fromEntries(
    'not blurry,not so blurry,sharp,sharper,crisp,crisper,more sharp,less blurry,more crisp,in focus,clearer,more clear'
      .split(',')
      .map((w) => [w, 'sharpen'] as const),
  ),
  ...Object.fromEntries(
    'less noisy,less grainy,cleaner,noise free,noise-free'.split(',').map((w) => [w, 'denoise'] as const),
  ),
  ...Object.fromEntries(
    'pixelated,pixellated,censored,unrecognisable,unrecognizable'
      .split(',')
      .map((w) => [w, 'pixelate'] as const),
  ),
};

const sizes: Readonly<Record<string, number>> = {
  'twice as big': 2,
  'twice as large': 2,
  'twice the size': 2,
  'double the size': 2,
  'double size': 2,
  'half the size': 0.5,
  'half size': 0.5,
  'half as big': 0.5,
  'half as large': 0.5,
  'a quarter of the size': 0.25,
  '3 times as big': 3,
  '4 times as big': 4,
};

/** Words that may stand before a change and say how much. */
const before = Object.values(levels)
  .flat()
  .filter((phrase) => !['more', 'some', 'some more', 'lots'].includes(phrase))
  .sort((a, b) => b.length - a.length);
const after = Object.values(levels)
  .flat()
  .sort((a, b) => b.length - a.length);

const colourless: ReadonlySet<string> = new Set([
  ...lists.grayscale,
  'colourless',
  'colorless',
  'sepia-free',
]);

/** All of them, or nothing: a list with one unknown word is not understood. */
export function readChanges(text: string): Change[] | undefined {
  // One word for it, so that its own "and" doesn't part it.
  const joined = lists.grayscale
    .reduce((t, phrase) => t.replaceAll(phrase, 'grayscale'), text)
    .replace(/\bteal and orange\b|\borange and teal\b/g, 'teal-orange');
  const pieces = joined.split(/\s*(?:, and|,|\band also\b|\band\b|\bbut\b)\s*/).filter(Boolean);
  if (pieces.length === 0 || pieces.length > 12) return undefined;
  const changes = pieces.map(readChange);
  return changes.every((change) => change !== undefined) ? changes : undefined;
}

export function readChange(text: string): Change | undefined {
  if (colourless.has(text)) return { kind: 'edit', command: 'black-and-white', args: {} };
  if (/^(?:a )?squared?$/.test(text)) return { kind: 'square' };
  if (/^upside[ -]down$/.test(text)) return { kind: 'turn', degrees: 180 };
  if (Object.hasOwn(sizes, text)) return { kind: 'size', factor: sizes[text]! };
  const colour = readColour(text);
  if (colour) return { kind: 'colour', colour };
  const factor = readFactorTone(text);
  if (factor) return factor;
  const { word, amount } = split(text);
  const push = tones.comparatives.get(word) ?? readQuality(word) ?? tones.adjectives.get(word);
  const edit = push
    ? turnDial(push, amount)
    : Object.hasOwn(effects, word)
      ? dosed(effects[word]!, amount)
      : (readEffect(text) ?? readDegree(text));
  return edit && { kind: 'edit', ...edit };
}

/** "Twice as bright", "half as saturated". */
function readFactorTone(text: string): Change | undefined {
  const [, times, word] = /^(twice|half|(?:.+) times) as (.+)$/.exec(text) ?? [];
  const push = word === undefined ? undefined : tones.adjectives.get(word);
  if (!push || !times) return undefined;
  const factor = times === 'twice' ? 2 : times === 'half' ? 0.5 : toNumber(times.replace(/ times$/, ''));
  const edit = factor ? turnDial(push, { kind: 'factor', factor }) : undefined;
  return edit && { kind: 'edit', ...edit };
}

/** "More contrast", "less saturation". */
function readQuality(text: string): tones.Push | undefined {
  const [, way, word] =
    /^(more|less|higher|lower|stronger|weaker|extra|increased|reduced) (.+)$/.exec(text) ?? [];
  const push = word === undefined ? undefined : (tones.adjectives.get(word) ?? tones.qualities.get(word));
  return push && [push[0], /^(?:less|lower|weaker|reduced)$/.test(way!) ? (-push[1] as 1 | -1) : push[1]];
}

/** "High contrast", "low saturation": much of it, or little. */
function readDegree(text: string): Edit | undefined {
  const [, way, word] = /^(high|strong|low|weak) (.+)$/.exec(text) ?? [];
  const push = word === undefined ? undefined : tones.qualities.get(word);
  if (!push) return undefined;
  const sign = /^(?:low|weak)$/.test(way!) ? -1 : 1;
  return turnDial([push[0], (push[1] * sign) as 1 | -1], { kind: 'level', level: 'lot' });
}

/** Takes an amount off either end: "a bit brighter", "brighter by 20 %", "20 % brighter". */
function split(text: string): { word: string; amount: Amount | undefined } {
  const leading = before.find((phrase) => text.startsWith(`${phrase} `));
  if (leading) return { word: text.slice(leading.length + 1), amount: readAmount(leading) };
  const trailing = after.find((phrase) => text.endsWith(` ${phrase}`));
  if (trailing) return { word: text.slice(0, -trailing.length - 1), amount: readAmount(trailing) };
  const [, number, rest] = /^(.+? (?:%|percent|per cent|stops?)) (.+)$/.exec(text) ?? [];
  if (number && rest) return { word: rest, amount: readAmount(number) };
  const [, word, by] = /^(.+?) (by .+|[+-] .+)$/.exec(text) ?? [];
  const amount = by === undefined ? undefined : readAmount(by);
  return amount ? { word: word!, amount } : { word: text, amount: undefined };
}
