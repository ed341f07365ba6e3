/** How well a text fits what was typed. */

export interface Fit {
  /** Higher is better. */
  score: number;
  /** Indices of the letters that were typed. */
  at: readonly number[];
}

/** Small and without accents; as long as the text, so that indices stay true. */
const fold = (text: string): string =>
  [...text].map((c) => c.normalize('NFD')[0]!.toLowerCase().slice(0, c.length).padEnd(c.length)).join('');

const startsWord = (text: string, index: number): boolean =>
  index === 0 || /[^\p{L}\p{N}]/u.test(text[index - 1]!);

/** One word: whole in the text, or its letters in order, each near the one before it; `null`: it isn't there. */
function fitWord(word: string, text: string): Fit | null {
  let whole = text.indexOf(word);
  for (let i = whole; i >= 0; i = text.indexOf(word, i + 1))
    if (startsWord(text, i)) {
      whole = i;
      break;
    }
  if (whole >= 0) {
    const at = Array.from(word, (_, i) => whole + i);
    return { at, score: 100 + (startsWord(text, whole) ? 60 : 0) + (whole === 0 ? 20 : 0) };
  }
  if (word.length < 2) return null;
  const at: number[] = [];
  let score = 0;
  for (const letter of word) {
    const from = (at.at(-1) ?? -1) + 1;
    // The beginning of a word is meant rather than a letter within one.
    let next = -1;
    for (let i = text.indexOf(letter, from); i >= 0 && next < 0; i = text.indexOf(letter, i + 1))
      if (i === from || startsWord(text, i)) next = i;
    if (next < 0) next = text.indexOf(letter, from);
    if (next < 0) return null;
    score += next === from ? 12 : startsWord(text, next) ? 10 : -Math.min(8, next - from);
    at.push(next);
  }
  return score > 0 ? { score, at } : null;
}

/**
 * Whether every word of `query` is in `text`, in any order, or else in `hidden` (synonyms that are not shown).
 * A shorter text fits better; an empty query fits everything equally.
 */
export function fit(query: string, text: string, hidden = ''): Fit | null {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const [shown, unseen] = [fold(text), fold(hidden)];
  const at: number[] = [];
  let score = 0;
  for (const word of words) {
    const found = fitWord(word, shown);
    const aside = found ? null : unseen.includes(word) ? { score: 60, at: [] } : null;
    const best = found ?? aside;
    if (!best) return null;
    score += best.score;
    at.push(...best.at);
  }
  return { score: score - text.length / 50, at };
}
