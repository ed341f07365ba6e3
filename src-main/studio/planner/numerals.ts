/** Numbers in words as figures: "twenty five" is 25, "two thousand" 2000, "one and a half" 1.5. */
import type { Token } from './text.ts';

const small = Object.fromEntries(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 2] as const),
);
const tens = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, i * 10 + 20] as const),
);
const multiples: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000 };

const of = (table: Readonly<Record<string, number>>, word: string | undefined): number | undefined =>
  word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;

/** The number that starts here, and in how many words it is said; undefined: none does. "One" alone is a pronoun. */
function numberAt(words: readonly string[], from: number): { value: number; length: number } | undefined {
  let [total, current, at] = [0, 0, from];
  for (;;) {
    const word = words[at];
    const next = words[at + 1];
    const ten = of(tens, word);
    const unit =
      of(small, word) ??
      (/^(?:a|one)$/.test(word ?? '') && (of(multiples, next) || current >= 20) ? 1 : undefined);
    const times = of(multiples, word);
    if (ten !== undefined && current % 100 === 0) current += ten;
    else if (
      unit !== undefined &&
      (current % 100 === 0 || (current % 10 === 0 && current % 100 >= 20 && unit < 10))
    )
      current += unit;
    else if (times === 100) current = (current || 1) * 100;
    else if (times !== undefined) [total, current] = [total + (current || 1) * times, 0];
    else if (
      word === 'and' &&
      of(multiples, words[at - 1]) &&
      at > from &&
      (of(tens, next) ?? of(small, next)) !== undefined
    ) {
      // "Two hundred and fifty"
    } else break;
    at++;
  }
  return at > from ? { value: total + current, length: at - from } : undefined;
}

const HALF = /^and a half$/;

const digits: Readonly<Record<string, string>> = Object.fromEntries(
  'zero one two three four five six seven eight nine'.split(' ').map((word, i) => [word, String(i)] as const),
);

/** "Zero point five" is 0.5. */
function decimals(tokens: readonly Token[]): readonly Token[] {
  return tokens.reduce<Token[]>((out, token) => {
    const [before, point] = out.slice(-2);
    const whole = before && (Object.hasOwn(digits, before.norm) ? digits[before.norm] : before.norm);
    const digit = Object.hasOwn(digits, token.norm)
      ? digits[token.norm]
      : /^\d+$/.test(token.norm)
        ? token.norm
        : undefined;
    if (digit === undefined || point?.norm !== 'point' || !/^\d+$/.test(String(whole)))
      return [...out, token];
    return [...out.slice(0, -2), { norm: `${String(whole)}.${digit}`, start: before!.start, end: token.end }];
  }, []);
}

export function inFigures(said: readonly Token[]): Token[] {
  const tokens = decimals(said);
  const words = tokens.map(({ norm }) => norm);
  const out: Token[] = [];
  for (let i = 0; i < tokens.length;) {
    const said = numberAt(words, i);
    const written = /^\d+$/.test(words[i]!) ? Number(words[i]) : words[i] === 'one' ? 1 : undefined;
    const value = said?.value ?? written;
    const end = i + (said?.length ?? 1);
    const half = value !== undefined && HALF.test(words.slice(end, end + 3).join(' '));
    const last = half ? end + 3 : end;
    if (value === undefined || (!said && !half)) out.push(tokens[i]!);
    else
      out.push({
        norm: String(value + (half ? 0.5 : 0)),
        start: tokens[i]!.start,
        end: tokens[last - 1]!.end,
      });
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
      !(
        norm === 'around' &&
        /^\d/.test(tokens[i + 1]?.norm ?? '') &&
        /^(?:%|percent|px|pixels?|degrees?|stops?)$/.test(tokens[i + 2]?.norm ?? '')
      ),
  );
