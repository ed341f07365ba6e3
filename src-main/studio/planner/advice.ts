/** Ordinary requests that are not done from words, or that say two things at once: what to do instead. */
import { compile, match, type Pattern } from './pattern.ts';
import { lists } from './lexicon/verbs.ts';
import { stripPoliteness } from './politeness.ts';
import { fileFormat } from './slots.ts';
import { joins, runsOn } from './thing.ts';
import { lengthOf, norms, rawText, sub, type Span } from './text.ts';

export interface Advice {
  message: string;
  hint: string;
}

interface Entry {
  forms: readonly string[];
  /** @param name what {name} stands for, as it was written */
  say(name: string | undefined): Advice;
}

const entries: readonly Entry[] = [
  {
    forms: [
      '<remove> [the|my|this] [current] selection',
      '<remove> [the|my|this] mask',
      '<remove-first> [the|my|this] (selection|mask) (out|away|off|up)',
    ],
    say: () => ({
      message: 'That could mean the thing or the marking around it.',
      hint: 'Say “remove this” to remove the thing, or “deselect”.',
    }),
  },
  {
    forms: [
      '(save|export|download|write) [it|this|that|the picture|the photo|the image|everything] (as|to|in|into) {name}',
      '(save|export|download) [it|this|that|the picture|the photo|the image|everything]',
      '(convert|change|turn) [it|this|the picture|the photo|the image] (to|into) {format}',
    ],
    say: (name) => ({
      message: 'Files are saved with Export.',
      hint:
        name && !fileFormat.test(name.toLowerCase())
          ? `Choose “Export” at the top, then save it as “${name}”.`
          : 'Choose “Export” at the top, then choose the format.',
    }),
  },
  {
    forms: [
      'undo [the] [last|previous] {count} [last|previous] (steps|changes|edits|things|actions|times)',
      'undo (twice|thrice|{count} times|both|them)',
      'go back {count} steps',
      '<remove> [the] (last|previous) {count} (steps|changes|edits)',
    ],
    say: () => ({
      message: 'I undo one step at a time.',
      hint: 'Say “undo” once for each step, or choose an earlier version.',
    }),
  },
  {
    forms: [
      '(revert|reset|restore|return|go back|take it back|bring it back) [it|this|the picture|the photo|the image] [back] [to] [the|my] (original|start|beginning|first version) [picture|photo|image|version|state]',
      '(restore|show|show me|bring back|get back) [the|my] original [picture|photo|image|version]',
      'reset [it|this|everything|the picture|the photo|the image]',
      'undo (everything|all|all of it|all changes|all edits|all the changes|all my changes)',
      'start (over|again|from scratch)',
    ],
    say: () => ({
      message: 'The original is kept as the first version.',
      hint: 'Choose the first version under “Versions”, or say “undo” once for each step.',
    }),
  },
  {
    forms: [
      '<resize> [it|this|the picture|the photo|the image] [down|up] [to] {count} [px|pixels] [(x|×|by|*) {count}] [px|pixels] [wide|tall|high|in width|in height|width|height]',
      '(make|get) [it|this|the picture|the photo|the image] {count} (px|pixels) [(x|×|by) {count}] [px|pixels] [wide|tall|high|in width|in height]',
      '(make|get) [it|this|the picture|the photo|the image] {count} [px|pixels] (x|×|by) {count} [px|pixels]',
      'set [the] (width|height) to {count} [px|pixels]',
    ],
    say: () => ({
      message: 'I resize by a share of the size, not to a number of pixels.',
      hint: 'Say “resize to 50 %” or “make it twice as big”; for a shape, “crop to 16:9”.',
    }),
  },
  {
    forms: ['<crop> (this|it|that) (out|away|off)', '<crop> (out|away|off) (this|it|that)'],
    say: () => ({
      message: 'That could mean keeping it or taking it out.',
      hint: 'Say “crop to this” to keep only this part, “cut this out”, or “remove this”.',
    }),
  },
];

const compiled: readonly (Entry & { patterns: Pattern[] })[] = entries.map((entry) => ({
  ...entry,
  patterns: entry.forms.map((form) => compile(form, lists)),
}));

const COUNT = /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|couple|a couple of|a few|few|several)$/;
/** Longer names are no names of files. */
const LONGEST_NAME = 12;
/** Clauses that are looked at. */
const MAX_CLAUSES = 24;

/** What to say of a sentence that is not understood, or of one of its clauses; undefined: nothing in particular. */
export function adviceFor(sentence: Span): Advice | undefined {
  const { span } = stripPoliteness(sentence);
  const words = norms(span);
  const cuts = words.flatMap((word, i) => (joins(word) ? [i] : [])).slice(0, MAX_CLAUSES);
  const starts = [0, ...cuts.map((cut) => cut + 1)];
  for (const [i, start] of starts.entries())
    for (const end of new Set([words.length, cuts[i] ?? words.length])) {
      const clause = sub(span, span.from + start, span.from + end);
      const advice = adviceOn(stripPoliteness(clause).span);
      if (advice) return advice;
    }
  return undefined;
}

function adviceOn(span: Span): Advice | undefined {
  if (lengthOf(span) === 0) return undefined;
  const words = span.source.tokens.map((token) => token.norm);
  const read = (slot: string, from: number, to: number): string | undefined | null => {
    if (to - from > LONGEST_NAME) return null;
    if (slot === 'name')
      return runsOn(words.slice(from, to).filter((word) => word !== '.'))
        ? undefined
        : rawText({ source: span.source, from, to });
    if (slot === 'format') return fileFormat.test(words.slice(from, to).join(' ')) ? words[from] : undefined;
    // "1920x1080" may come as three words: a number, then "x1080".
    const text = words.slice(from, to).join(' ');
    return COUNT.test(text) || /^\d+ [x×]\d+$/.test(text) ? text : undefined;
  };
  for (const { patterns, say } of compiled)
    for (const pattern of patterns) {
      const advice = match<{ name?: string }, Advice>(pattern, words, span.from, span.to, read, (slots) =>
        say(slots.name),
      );
      if (advice) return advice;
    }
  return undefined;
}
