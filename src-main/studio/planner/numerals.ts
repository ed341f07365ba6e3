/** Numbers in words as figures: "twenty five" is 25, "two thousand" 2000, "one and a half" 1.5. */
import type { Token } from './text.ts';

const small = Object.fromEntries(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 2] as const),
);
const tens = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, i * 10 + 20] as const),
);
const multiples: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000 };

const of = (table: Readonly<Record<string, number>>, word: string | undefined): number | undefined =>
  word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;

/** The number that starts here, and in how many words it is said; undefined: none does. "One" alone is a pronoun. */
function numberAt(words: readonly string[], at: number): { value: number; length: number } | undefined {
  const read = (from: number): { value: number; length: number } | undefined => {
    const ten = of(tens, words[from]);
    const unit = words[from + 1] === 'one' ? 1 : of(small, words[from + 1]);
    if (ten !== undefined) return unit !== undefined && unit < 10 ? { value: ten + unit, length: 2 } : { value: ten, length: 1 };
    const value = of(small, words[from]);
    if (value !== undefined) return { value, length: 1 };
    return /^(?:a|one)$/.test(words[from] ?? '') && of(multiples, words[from + 1]) ? { value: 1, length: 1 } : undefined;
  };
  let number = read(at) ?? (of(multiples, words[at]) ? { value: 1, length: 0 } : undefined);
  if (!number) return undefined;
  for (let times; (times = of(multiples, words[at + number.length])) !== undefined; ) {
    number = { value: number.value * times, length: number.length + 1 };
    const more = read(at + number.length + (words[at + number.length] === 'and' ? 1 : 0));
    const and = words[at + number.length] === 'and' ? 1 : 0;
    if (more && more.value < times && !of(multiples, words[at + number.length + and + more.length]))
      number = { value: number.value + more.value, length: number.length + and + more.length };
  }
  return number;
}

const HALF = /^and a half$/;

export function inFigures(tokens: readonly Token[]): Token[] {
  const words = tokens.map(({ norm }) => norm);
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    const said = numberAt(words, i);
    const written = /^\d+$/.test(words[i]!) ? Number(words[i]) : words[i] === 'one' ? 1 : undefined;
    const value = said?.value ?? written;
    const end = i + (said?.length ?? 1);
    const half = value !== undefined && HALF.test(words.slice(end, end + 3).join(' '));
    const last = half ? end + 3 : end;
    if (value === undefined || (!said && !half)) out.push(tokens[i]!);
    else
      out.push({ norm: String(value + (half ? 0.5 : 0)), start: tokens[i]!.start, end: tokens[last - 1]!.end });
    i = last;
  }
  return out;
}

/** Said before a number that isn't meant to be exact. */
const roughly = /^(?:about|approximately|roughly|approx|circa|~|say|maybe|perhaps)$/;

/** "About 40": the number counts. */
export const exactly = (tokens: readonly Token[]): Token[] =>
  tokens.filter(
    ({ norm }, i) =>
      !(roughly.test(norm) && /^(?:[+-]|\d.*|by|half)$/.test(tokens[i + 1]?.norm ?? '')) &&
      !(norm === 'around' && /^\d/.test(tokens[i + 1]?.norm ?? '') && /^(?:%|percent|px|pixels?|degrees?|stops?)$/.test(tokens[i + 2]?.norm ?? '')),
  );
