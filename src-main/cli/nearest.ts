/** The word of a list that a mistyped one most likely meant. */
import { editDistance } from '../studio/template/nearest.ts';

/** The nearest word, when it is near enough to be meant; a longer one that starts so counts as near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const scored = words
    .map((w) => ({ w, d: word.length > 1 && w.startsWith(word) ? 0.5 : editDistance(word.toLowerCase(), w) }))
    .sort((x, y) => x.d - y.d);
  const best = scored[0];
  return best && best.d <= Math.floor(word.length / 3) + 1 ? best.w : undefined;
}
