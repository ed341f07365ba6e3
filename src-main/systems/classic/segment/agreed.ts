/** Which of several guesses at an object is the safest. */

/** Best guesses that are compared with each other, and how likely one must be, beside the best, to count at all. */
const COMPARED = 10;
const UNLIKELY = 0.001;

export interface Guess {
  /** At the search size, 1 inside. */
  mask: Uint8Array;
  score: number;
  /** What the score is made of, for those who fit it. */
  traits?: number[];
}

/**
 * The guess whose overlap with all good ones is largest, each counted by how likely its score makes it: of several
 * that are nearly as good, the one that is least wrong whichever of them is meant.
 */
export function mostAgreed<G extends Guess>(guesses: readonly G[]): G | undefined {
  const good = guesses.toSorted((a, b) => b.score - a.score).slice(0, COMPARED);
  const likely = good.map((g) => Math.exp(g.score - good[0]!.score));
  const agreed = likely.slice();
  for (let i = 0; i < good.length; i++) {
    for (let j = 0; j < i; j++) {
      // what neither makes likely changes nothing
      if (likely[i]! + likely[j]! < UNLIKELY) continue;
      const both = shared(good[i]!.mask, good[j]!.mask);
      agreed[i]! += likely[j]! * both;
      agreed[j]! += likely[i]! * both;
    }
  }
  return good[agreed.indexOf(Math.max(...agreed))];
}

/** Intersection over union of two masks; 1 for two empty ones. */
export function shared(a: Uint8Array, b: Uint8Array): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < a.length; i++) {
    both += a[i]! & b[i]!;
    either += a[i]! | b[i]!;
  }
  return either ? both / either : 1;
}
