/** What the slots of the patterns understand. */
import { levels, readAmount, toNumber, type Amount } from './lexicon/amounts.ts';
import { readColour } from './lexicon/colours.ts';
import { effectNouns, effectWords } from './lexicon/effects.ts';
import * as tones from './lexicon/tones.ts';
import type { Edit } from './dial.ts';
import { readEffect } from './effect.ts';
import { readBackdrop, readBacking, readPhoto, type Backing, type NamedPhoto } from './slots/backing.ts';
import type { Size } from './slots/distance.ts';
import { grown, readGrowth, type Growth } from './slots/growth.ts';
import { readLens } from './slots/lens.ts';
import { readPixels } from './slots/pixels.ts';
import { readShadow } from './slots/shadow.ts';
import { readShift, wayWords, type Shift } from './slots/shift.ts';
import { readMargin, readSides, sideWords, type Margin, type Side } from './slots/sides.ts';
import { readTurn, turnWords } from './slots/turn.ts';
import { readChanges, type Change } from './change.ts';
import { fileFormat } from './lexicon/files.ts';
import { lists } from './lexicon/verbs.ts';
import { lengthOf, normText, norms, rawText, sub, type Source, type Span } from './text.ts';
import { joins, LONGEST_THING, readThing, runsOn, startsClause, type Thing } from './thing.ts';

export interface Slots {
  thing?: Thing;
  /** What a filling is taken from. */
  source?: Thing;
  /** A thing that can only be the selection, "it" or the picture. */
  ref?: Thing;
  /** Everything else, the background, everything but … */
  rest?: Thing;
  /** What should appear, in the user's own words. */
  prompt?: string;
  /** As `prompt`, but it may tell of anything: only "then" ends it. */
  story?: string;
  music?: string;
  colour?: string;
  /** The colour that something has now. */
  hue?: string;
  amount?: Amount;
  number?: number;
  changes?: Change[];
  /** Changes that are said in degrees: "darker", "a bit less saturated". */
  degree?: Change[];
  /** A verb that pushes a tone, a tone's name, a part of the tones, an adjective. */
  tone?: tones.Push;
  quality?: tones.Push[];
  part?: tones.Push;
  adjective?: tones.Push;
  /** A verb that pushes a part of the tones. */
  way?: 1 | -1;
  aspect?: number;
  /** Degrees clockwise. */
  turn?: number;
  axis?: 'horizontal' | 'vertical';
  factor?: number;
  /** A factor that says it is one: "twice", "2x". */
  times?: number;
  /** "Much bigger", "20 % smaller". */
  growth?: Growth;
  /** What follows a verb that makes larger, or smaller. */
  more?: Growth;
  less?: Growth;
  pixels?: { width?: number; height?: number };
  /** Where something is moved; by a nudge; where a copy goes. */
  shift?: Shift;
  nudge?: Shift;
  spot?: Shift;
  sides?: readonly Side[];
  margin?: Margin;
  /** A look or a style by its name; one that can't be a thing in the picture ("a painting"). */
  effect?: Edit;
  filter?: Edit;
  backing?: Backing;
  /** A backing that says it is one. */
  backdrop?: Backing;
  photo?: Backing;
  shadow?: number;
  lens?: { amount?: number; highlights?: number; falloff?: number };
  points?: [number, number][];
}

export interface SlotContext {
  hasSelection: boolean;
  size?: Size | undefined;
  photos?: readonly NamedPhoto[] | undefined;
}

type Reader<V> = (span: Span, context: SlotContext) => V | undefined;

const axes: Readonly<Record<string, 'horizontal' | 'vertical'>> = {
  ...Object.fromEntries(
    [
      'horizontally',
      'horizontal',
      'sideways',
      'left to right',
      'left-right',
      'from left to right',
      'right to left',
      'left and right',
      'around',
    ].map((w) => [w, 'horizontal'] as const),
  ),
  ...Object.fromEntries(
    [
      'vertically',
      'vertical',
      'upside down',
      'top to bottom',
      'from top to bottom',
      'up and down',
      'over vertically',
    ].map((w) => [w, 'vertical'] as const),
  ),
};

const aspects: Readonly<Record<string, number>> = {
  square: 1,
  widescreen: 16 / 9,
  'wide screen': 16 / 9,
  cinema: 21 / 9,
  cinematic: 21 / 9,
  'golden ratio': 1.618,
};

const lookUp =
  <V>(table: Readonly<Record<string, V>>): Reader<V> =>
  (span) => {
    const text = normText(span);
    return Object.hasOwn(table, text) ? table[text] : undefined;
  };
const inMap =
  <V>(table: ReadonlyMap<string, V>): Reader<V> =>
  (span) =>
    table.get(normText(span).replace(/^the /, ''));

const wholePrompt = (span: Span): string | undefined => {
  const text = rawText(span).trim();
  return text.length <= 1_000 && /[\p{L}\p{N}]/u.test(text) && !joins(norms(span).at(-1)!) ? text : undefined;
};

/** Words of everything but things and prompts. */
const LONGEST_PHRASE = 12;

const musical = new RegExp(
  `^(?:[\\p{L}\\p{N}'-]+ ){0,5}?(?:music|melody|song|tune|soundtrack|beat|jingle|sound effects?|piano piece|symphony|ambience)(?: (?!video|clip).*)?$`,
  'u',
);
const notMusical = /\b(?:of a|man|woman|person|people|playing|listening|dancing|video|image|picture|photo)\b/;

export const readers: { [K in keyof Slots]-?: Reader<NonNullable<Slots[K]>> } = {
  thing: (span, { hasSelection }) => readThing(span, hasSelection),
  source: (span, { hasSelection }) => {
    const text = normText(span).replace(/^(?:only|just) /, '');
    const skip = lengthOf(span) - text.split(' ').length;
    const thing = readThing(sub(span, span.from + skip), hasSelection);
    return thing?.kind === 'words' ? thing : undefined;
  },
  ref: (span, { hasSelection }) => {
    const thing = readThing(span, hasSelection);
    return thing?.kind === 'it' || thing?.kind === 'selection' || thing?.kind === 'whole' ? thing : undefined;
  },
  rest: (span, { hasSelection }) => {
    const thing = readThing(span, hasSelection);
    return thing?.kind === 'rest' || thing?.kind === 'except' ? thing : undefined;
  },
  prompt: (span) => {
    const words = norms(span);
    // "Put this on the left" moves something; it adds nothing.
    if (
      /^(?:this|it|that|them|these|those|him|us|me)$/.test(words[0]!) &&
      !/^(?:is|was|were|had)$/.test(words[1] ?? '')
    )
      return undefined;
    if (runsOn(words) || /^(?:out|away|off|down|up|back)$/.test(words[0]!)) return undefined;
    // "Convert to PNG" asks for a file.
    if (fileFormat.test(words.join(' '))) return undefined;
    return wholePrompt(span);
  },
  story: (span) => {
    const words = norms(span);
    const ends = words.some((w, i) => /^[.;!?\n]$/.test(w) || (w === 'then' && startsClause(words, i + 1)));
    return ends ? undefined : wholePrompt(span);
  },
  music: (span) => {
    const text = normText(span);
    if (!musical.test(text) || notMusical.test(text) || runsOn(norms(span))) return undefined;
    const article = /^(?:some|a|an|the|me some|me a) /.exec(text);
    return wholePrompt(article ? sub(span, span.from + article[0].trim().split(' ').length) : span);
  },
  colour: (span) => readColour(normText(span)),
  hue: (span) => readColour(normText(span)),
  amount: (span) => readAmount(normText(span)),
  number: (span) => toNumber(normText(span)),
  changes: (span) => readChanges(normText(span)),
  degree: (span) => (/er$|\b(?:more|less) \w/.test(normText(span)) ? readChanges(normText(span)) : undefined),
  tone: inMap(tones.verbs),
  quality: (span) => {
    const names = normText(span).split(/ ?(?:, and|,|\band\b) ?(?:the )?/);
    const pushes = names.map((name) => tones.qualities.get(name.replace(/^the /, '')));
    return pushes.every((push) => push !== undefined) ? pushes : undefined;
  },
  part: (span) => {
    const push = tones.qualities.get(normText(span).replace(/^the /, ''));
    return push && ['highlights', 'shadows', 'midtones', 'red', 'green', 'blue'].includes(push[0])
      ? push
      : undefined;
  },
  adjective: inMap(tones.adjectives),
  way: lookUp(tones.partVerbs),
  aspect: (span) => {
    const said = normText(span).replace(/^(?:an? |the )/, '');
    if (Object.hasOwn(aspects, said)) return aspects[said];
    const text = normText(span)
      .replace(/^(?:an? |the )/, '')
      .replace(/^(?:\w+ )?(?:format|ratio|aspect ratio|size|shape) (?:of )?(?=\d)/, '')
      .replace(
        /^(?:portrait|landscape|wide|tall|panoramic|panorama|cinematic|square|widescreen|vertical|horizontal|standard|classic) (?=\d)/,
        '',
      )
      .replace(
        / (?:aspect ratio|ratio|aspect|format|shape|crop|image|picture|photo|portrait|landscape|square|frame)$/,
        '',
      );
    if (Object.hasOwn(aspects, text)) return aspects[text];
    const [, w, h] = /^(\d+(?:\.\d+)?) ?(?:[:/x×]|by|to) ?(\d+(?:\.\d+)?)$/.exec(text) ?? [];
    const aspect = w && h ? Number(w) / Number(h) : undefined;
    return aspect !== undefined && aspect >= 0.05 && aspect <= 20 ? aspect : undefined;
  },
  turn: (span) => readTurn(normText(span)),
  axis: (span) => lookUp(axes)(span, { hasSelection: false }),
  factor: readFactor,
  times: (span) => (/[a-z%×]/.test(normText(span)) ? readFactor(span) : undefined),
  growth: (span) => readGrowth(normText(span)),
  more: (span) => grown(1, normText(span)),
  less: (span) => grown(-1, normText(span)),
  pixels: (span, { size }) => readPixels(normText(span), size),
  shift: (span, { size }) => readShift(normText(span), size, 'plain', false),
  nudge: (span, { size }) => readShift(normText(span), size, 'bit', false),
  spot: (span, { size }) => readShift(normText(span), size, 'plain', true),
  sides: (span) => readSides(normText(span)),
  margin: (span, { size }) => readMargin(normText(span), size),
  effect: (span) => readEffect(normText(span)),
  filter: (span) => {
    const text = normText(span);
    const effect = readEffect(text);
    return effect?.command !== 'stylise' || effectNouns.some((noun) => ` ${text} `.includes(` ${noun} `))
      ? effect
      : undefined;
  },
  backing: (span, { photos }) => readBacking(normText(span), photos ?? []),
  backdrop: (span, { photos }) => readBackdrop(normText(span), photos ?? []),
  photo: (span, { photos }) => readPhoto(normText(span), photos ?? []),
  shadow: (span) => readShadow(normText(span)),
  lens: (span) => readLens(normText(span)),
  points: readPoints,
};

/** "0 0, 0.5 0.6, 1 1". */
function readPoints(span: Span): [number, number][] | undefined {
  const pairs = normText(span)
    .split(/ ?[,;] ?/)
    .map((pair) => pair.replace(/[()]/g, '').trim().split(' ').map(Number));
  const sound =
    pairs.length >= 2 && pairs.every((pair) => pair.length === 2 && pair.every((n) => n >= 0 && n <= 1));
  return sound ? (pairs as [number, number][]) : undefined;
}

/** "2x", "by 2", "4 times", "to 50 %", "to half the size". */
function readFactor(span: Span): number | undefined {
  const text = normText(span)
    .replace(/^(?:(?:by|to) (?:a factor of )?|a factor of )/, '')
    .replace(/^[x×] ?(?=\d)/, '');
  const size =
    /^(half|twice|double|triple|quadruple)(?: (?:its|the)(?: original)? size| as (?:big|large))?$/.exec(text);
  if (size) return { half: 0.5, twice: 2, double: 2, triple: 3, quadruple: 4 }[size[1] as 'half'];
  const part =
    /^(a third|one third|a quarter|one quarter|two thirds|three quarters)(?: (?:of )?(?:its|the) (?:original )?size)?$/.exec(
      text,
    )?.[1];
  if (part && text !== normText(span))
    return {
      'a third': 1 / 3,
      'one third': 1 / 3,
      'a quarter': 0.25,
      'one quarter': 0.25,
      'two thirds': 2 / 3,
      'three quarters': 0.75,
    }[part];
  const [, number, unit] =
    /^(.+?) ?(x|×|times|%|percent|per cent)?(?:(?: of)? (?:the|its) (?:original |current )?size| as big| as large| bigger| larger)?$/.exec(
      text,
    ) ?? [];
  const value = number === undefined ? undefined : toNumber(number);
  if (value === undefined || (!unit && !/\d/.test(number!))) return undefined;
  const factor = unit === '%' || unit?.startsWith('per') ? value / 100 : value;
  // A bare large number is a number of pixels, which isn't what was asked for.
  return factor >= 0.01 && factor <= 8 ? factor : undefined;
}

/** The most words that a slot takes; the others take any number. */
const longest: Readonly<Partial<Record<keyof Slots, number>>> = {
  ...Object.fromEntries(Object.keys(readers).map((slot) => [slot, LONGEST_PHRASE])),
  thing: LONGEST_THING,
  source: LONGEST_THING,
  rest: LONGEST_THING,
  changes: 2 * LONGEST_THING,
  prompt: Infinity,
  story: Infinity,
  music: LONGEST_THING,
  backing: 16,
  points: 80,
};

/**
 * Reads slots of one source, each stretch of words once.
 * @returns undefined for words that aren't understood, `null` where more words wouldn't be either
 */
export function slotReader(
  source: Source,
  context: SlotContext,
): (slot: string, from: number, to: number) => unknown {
  const known = new Map<string, Map<number, unknown>>();
  return (slot, from, to) => {
    const name = slot as keyof Slots;
    if (to - from > longest[name]!) return null;
    const values = known.get(slot) ?? new Map<number, unknown>();
    known.set(slot, values);
    const key = from * (source.tokens.length + 1) + to;
    if (!values.has(key)) values.set(key, readers[name]({ source, from, to }, context));
    return values.get(key);
  };
}

/** Words that the readers know beyond the lists, for spelling. */
export const slotWords: readonly string[] = [
  ...turnWords,
  ...sideWords,
  ...wayWords,
  ...effectWords,
  ...Object.keys(axes),
  ...Object.keys(aspects),
  ...tones.comparatives.keys(),
  ...tones.adjectives.keys(),
  ...tones.qualities.keys(),
  ...tones.verbs.keys(),
  ...Object.keys(tones.partVerbs),
  ...lists.grayscale,
  ...Object.values(levels).flat(),
].flatMap((phrase) => phrase.split(' '));
