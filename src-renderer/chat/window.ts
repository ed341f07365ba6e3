/** Which messages of a long thread are there. */

/** The indices in view and some more that must not go, in the order of the thread, each once. */
export function rangeWith(inView: readonly number[], kept: readonly number[], count: number): number[] {
  const there = new Set([...inView, ...kept].filter((index) => index >= 0 && index < count));
  return [...there].sort((a, b) => a - b);
}
