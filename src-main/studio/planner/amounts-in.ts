/** Amounts anywhere in a clause. */
import { readAmount, type Amount } from './lexicon/amounts.ts';
import { norms, type Span } from './text.ts';

/** In words. */
const LONGEST = 5;
/** Words that an amount can begin with. */
const start =
  /^(?:a|an|by|at|to|very|slightly|much|more|little|bit|just|quite|rather|super|extremely|really|strongly|heavily|gently|lightly|subtly|somewhat|barely|completely|fully|totally|way|far|lots|hard|strong|[+-]|\d.*|half|one|two|three|incredibly|lil|not|nothing|subtle|drastically|considerably|significantly|noticeably|moderately|softly|so|too)$/;

/** The longest ones first. */
export function amountsIn(span: Span): { from: number; to: number; amount: Amount }[] {
  const words = norms(span);
  const found: { from: number; to: number; amount: Amount }[] = [];
  for (let length = Math.min(LONGEST, words.length - 1); length > 0; length--)
    for (let i = 0; i + length <= words.length; i++) {
      if (!start.test(words[i]!)) continue;
      // "4:3" and "2x" are no amounts.
      if (/^[:x×/]$/.test(words[i + length] ?? '') || /^[:x×/]$/.test(words[i - 1] ?? '')) continue;
      const amount = amountOf(words.slice(i, i + length));
      if (amount) found.push({ from: span.from + i, to: span.from + i + length, amount });
    }
  return found;
}

/** A number alone is a share: "sharpen 30". */
function amountOf(words: readonly string[]): Amount | undefined {
  const text = words.join(' ');
  if (/^\d{1,3}$/.test(text))
    return Number(text) <= 100 && Number(text) > 1 ? { kind: 'share', share: Number(text) / 100 } : undefined;
  return readAmount(text);
}
