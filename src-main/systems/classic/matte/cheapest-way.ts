/** One state a place of a closed line, by dynamic programming (Viterbi 1967). */
import type { Work } from '../../../runtime/work.ts';

/** Most states that the way may move by from one place to the next. */
const SWING = 3;
/** So many places at either end are gone through twice. */
const OVERLAP = 40;

/**
 * The cheapest way through all places of a closed line, found on one that overlaps itself.
 * @param costs `states` a place
 * @param stiff what a step costs, times its square
 * @returns a state a place
 */
export async function cheapestWay(
  costs: Float32Array,
  n: number,
  states: number,
  stiff: number,
  work: Work,
): Promise<Uint16Array> {
  const overlap = Math.min(n, OVERLAP);
  const length = n + 2 * overlap;
  const came = new Int8Array(length * states);
  let total = new Float64Array(states);
  let next = new Float64Array(states);
  for (let i = 0; i < length; i++) {
    const k = (i - overlap + n) % n;
    for (let s = 0; s < states; s++) {
      let least = Infinity;
      for (let d = -SWING; d <= SWING; d++) {
        const before = s + d;
        if (before < 0 || before >= states) continue;
        const cost = total[before]! + stiff * d * d;
        if (cost < least) {
          least = cost;
          came[i * states + s] = d;
        }
      }
      next[s] = least + costs[k * states + s]!;
    }
    [total, next] = [next, total];
    if ((i & 255) === 0) await work.breathe();
  }
  const chosen = new Uint16Array(n);
  let s = total.indexOf(Math.min(...total));
  for (let i = length - 1; i >= overlap; i--) {
    if (i < n + overlap) chosen[i - overlap] = s;
    s += came[i * states + s]!;
  }
  return chosen;
}
