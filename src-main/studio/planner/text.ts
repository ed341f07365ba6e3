/** Sentences as tokens that remember where they came from, so that what is quoted from them is exact. */
import { adjectives } from './lexicon/tones.ts';
import { exactly, inFigures } from './numerals.ts';

export interface Token {
  /** Lower case, straight quotes; what the grammar looks at. */
  norm: string;
  start: number;
  end: number;
}

export interface Source {
  text: string;
  tokens: readonly Token[];
}

const SHAPE =
  /->|[\p{L}\p{N}_-]+\.(?:jpe?g|png|webp|avif|tiff?|heic|gif|bmp)(?![\p{L}\p{N}])|#[0-9a-f]{3,8}(?![\p{L}\p{N}])|@[\p{L}\p{N}_-]+|\d+(?:\.\d+)?|\.\d+|\p{L}[\p{L}\p{M}\p{N}'’&-]*|\n|\S/giu;

/** Emoji, and what joins or tints them. */
const ornament = /^(?:(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f•·*])+$/u;

/** "1. remove the sign 2. blur the rest": the numbers of a list part its sentences. */
function unlisted(tokens: readonly Token[]): Token[] {
  let expected = 1;
  return tokens.flatMap((token, i) => {
    const marks =
      token.norm === String(expected) &&
      /^[.)]$/.test(tokens[i + 1]?.norm ?? '') &&
      (i === 0 || expected > 1);
    if (marks) {
      expected++;
      return i === 0 ? [] : [{ ...token, norm: '.' }];
    }
    return i > 0 && expected > 1 && /^[.)]$/.test(token.norm) && tokens[i - 1]!.norm === String(expected - 1)
      ? []
      : [token];
  });
}

export function tokenise(text: string): Source {
  const tokens: Token[] = [];
  for (const match of text.matchAll(SHAPE)) {
    if (ornament.test(match[0])) continue;
    const start = match.index;
    tokens.push({ norm: normalise(match[0]), start, end: start + match[0].length });
  }
  return { text, tokens: exactly(inFigures(unlisted(tokens))).map(apostrophe) };
}

/** "Its too bright". */
const apostrophe = (token: Token, i: number, all: readonly Token[]): Token => {
  const next = all[i + 1]?.norm ?? '';
  return token.norm === 'its' && (adjectives.has(next) || afterIts.test(next))
    ? { ...token, norm: "it's" }
    : token;
};
const afterIts =
  /^(?:too|not|so|way|really|kinda|still|pretty|quite|very|a|just|all|crooked|tilted|slanted|wonky|askew|blurry|soft|noisy|grainy|fuzzy|sideways|ugly|underexposed)$/;

/** One spelling for what is written in several ways, so that the lists need only one. */
const spellings: Readonly<Record<string, string>> = {
  '&': 'and',
  '->': '→',
  bg: 'background',
  bgs: 'background',
  color: 'colour',
  colors: 'colours',
  colored: 'coloured',
  colorful: 'colourful',
  gray: 'grey',
  center: 'centre',
  pics: 'pictures',
  foto: 'photo',
  fotos: 'photos',
  pictur: 'picture',
  teh: 'the',
  rm: 'remove',
  rot: 'rotate',
  vert: 'vertical',
  horiz: 'horizontal',
  del: 'delete',
  mv: 'move',
  blr: 'blur',
  u: 'you',
  ur: 'your',
  dont: "don't",
  doesnt: "doesn't",
  cant: "can't",
  thats: "that's",
  im: "i'm",
  wanna: 'want',
  minus: '-',
  dof: 'depth-of-field',
  wb: 'white-balance',
  desat: 'desaturate',
  sat: 'saturation',
  // What several people want is read as what one does.
  we: 'i',
  "we'd": "i'd",
  "we'll": "i'll",
};

const normalise = (word: string): string => {
  const norm = plain(word);
  return Object.hasOwn(spellings, norm) ? spellings[norm]! : norm;
};

/** Letters drawn out: "pleeease", "nooo"; not those of a colour's code. */
const drawnOut = /(?<!#.*)([a-z])\1{2,}/g;

const plain = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(drawnOut, '$1')
    .replaceAll('’', "'")
    .replace(/[&'-]+$/u, '') || word;

/** Some tokens of a source, [from, to). */
export interface Span {
  source: Source;
  from: number;
  to: number;
}

export const spanOf = (source: Source): Span => ({ source, from: 0, to: source.tokens.length });
export const sub = (span: Span, from: number, to = span.to): Span => ({ source: span.source, from, to });
export const lengthOf = (span: Span): number => span.to - span.from;
export const norms = ({ source, from, to }: Span): string[] =>
  source.tokens.slice(from, to).map((t) => t.norm);
export const normText = (span: Span): string => norms(span).join(' ');

/** Parted by full stops and the like. */
export function sentences(span: Span): Span[] {
  const words = norms(span);
  const found: Span[] = [];
  let start = 0;
  for (let i = 0; i <= words.length; i++) {
    if (i < words.length && !/^[.;!?\n]$/.test(words[i]!)) continue;
    if (i > start) found.push(sub(span, span.from + start, span.from + i));
    start = i + 1;
  }
  return found;
}

/** As it was written. */
export function rawText({ source, from, to }: Span): string {
  return from < to ? source.text.slice(source.tokens[from]!.start, source.tokens[to - 1]!.end) : '';
}
