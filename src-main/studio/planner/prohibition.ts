/** What somebody says isn't to be done: passed over before what is, and answered as such where there is nothing else. */
import { comparatives, verbs as toneVerbs } from './lexicon/tones.ts';
import { clauseVerbs } from './lexicon/verbs.ts';
import { joins, startsOrder } from './thing.ts';
import { norms, rawText, sub, type Span } from './text.ts';

const doing = (word: string): boolean => clauseVerbs.has(word) || toneVerbs.has(word);

const DENY =
  "(?:please |no , |well , |ok , |okay , |hey , )*(?:don't|do not|never|dont|stop|let's not|let us not|i don't want you to|i do not want you to|" +
  "i don't want to|i'd rather you didn't|i would rather you didn't|i'd rather not|i would rather not|you must not|you mustn't|" +
  "you should not|you shouldn't|you can't|you cannot|please not|no need to|there is no need to|there's no need to|avoid|no)";
const denies = new RegExp(`^${DENY} (?!(?:you|we|i|forget|worry|be)\\b)`);
/** "Don't change a thing", "it's fine as it is". */
const contents =
  /^(?:no changes?|nothing(?: else)?|leave (?:it|everything|all|the (?:picture|photo|image))(?: \w+){0,5}|keep (?:it|everything|the (?:picture|photo|image)) (?:as|like|the|that)\b.*|(?:it|this|everything)(?:'s| is) (?:fine|good|perfect|ok|okay) (?:as|like|the way)\b.*|never ?mind|forget (?:it|that|about it)|cancel(?: (?:it|that))?|do nothing|i (?:changed|have changed) my mind)$/;

const isDenial = (text: string): boolean => denies.test(text) || contents.test(text);

/** Whether all that a sentence says is what isn't to be done. */
export const onlyForbids = (span: Span): boolean => {
  const text = norms(span)
    .join(' ')
    .replace(/[ .,!]+$/, '');
  return (
    isDenial(text) ||
    isDenial(text.replace(/^(?:it's (?:fine|ok|okay|good)|no|wait|stop|please|hey) ?,? ?/, ''))
  );
};

/** What a sentence asks for after what isn't to be done, as it was said, where that may be forbidden as well. */
export function alsoAsked(span: Span): string | undefined {
  const words = norms(span);
  if (!denies.test(words.join(' '))) return undefined;
  const at = words.findLastIndex((word, i) => i > 1 && joins(word) && doing(words[i + 1] ?? ''));
  return at < 0 ? undefined : rawText(sub(span, span.from + at + 1)).replace(/^(?:and|then|just) /i, '');
}

/** What alone a plain “don't …” forbids: without its “don't”. */
export function forbiddenBy(span: Span): Span | undefined {
  const words = norms(span);
  const length = /^(?:don't|never)$/.test(words[0] ?? '')
    ? 1
    : words[0] === 'do' && words[1] === 'not'
      ? 2
      : 0;
  return length && doing(words[length] ?? '') && !words.some(joins)
    ? sub(span, span.from + length)
    : undefined;
}

export interface Prohibition {
  /** What isn't to be done, without its "don't". */
  forbidden: Span;
  /** What is. */
  asked: Span;
  /** "Only", "instead" or the like stands between them. */
  set: boolean;
}

/** "Don't crop it, extend it": undefined where the second part could be forbidden as well ("and"). */
export function prohibitionIn(span: Span): Prohibition | undefined {
  const words = norms(span);
  const contrast =
    words[0] === 'not' &&
    (comparatives.has(words[1] ?? '') || /^(?:so|as|too|more|less|in|to)$/.test(words[1] ?? ''));
  const length =
    contrast || words[0] === "don't" || words[0] === 'never'
      ? 1
      : words[0] === 'do' && words[1] === 'not'
        ? 2
        : 0;
  if (!length || !(contrast || doing(words[length] ?? ''))) return undefined;
  for (let i = length + 1; i < words.length - 1; i++) {
    if (joins(words[i]!) && !/^(?:,|but)$/.test(words[i]!)) return undefined;
    if (!/^(?:,|but|:|;|–|—|-)$/.test(words[i]!)) continue;
    let from = i + 1;
    while (/^(?:but|,|just|only|rather|instead|simply|please|and|better)$/.test(words[from] ?? '')) from++;
    const between = words.slice(i, from);
    if (between.includes('and') && between.length < 3) return undefined;
    const set = contrast || between.some((word) => /^(?:but|just|only|rather|instead|better)$/.test(word));
    if (!set && !startsOrder(words, from) && !doing(words[from] ?? '')) continue;
    return {
      forbidden: sub(span, span.from + length, span.from + i),
      asked: sub(span, span.from + from),
      set,
    };
  }
  return undefined;
}
