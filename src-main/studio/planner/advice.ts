/** Ordinary requests that are not done from words, or that say two things at once: what to do instead. */
import { compile, match, type Pattern } from './pattern.ts';
import { lists } from './lexicon/verbs.ts';
import { stripPoliteness } from './politeness.ts';
import { fileFormat } from './lexicon/files.ts';
import { joins, runsOn } from './thing.ts';
import { lengthOf, norms, rawText, sub, type Span } from './text.ts';

import { entries, type Advice, type Entry } from './lexicon/advice.ts';
import { modelEntries, placeEntries } from './lexicon/advice-models.ts';

const compiled: readonly (Entry & { patterns: Pattern[] })[] = [
  ...modelEntries,
  ...entries,
  ...placeEntries,
].map((entry) => ({
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
    if (slot === 'name' || slot === 'other')
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
      const advice = match<{ name?: string; count?: string; other?: string }, Advice>(
        pattern,
        words,
        span.from,
        span.to,
        read,
        (slots) => say(slots.name, slots.count, slots.other),
      );
      if (advice) return advice;
    }
  return undefined;
}
