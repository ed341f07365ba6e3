/** Lets a report of progress through when the last one is long enough ago; always the one that completes it. */
export function throttle(
  everyMs: number,
  report: (done: number, total: number) => void,
  now: () => number = () => performance.now(),
): (done: number, total: number) => void {
  let last = -Infinity;
  return (done, total) => {
    const time = now();
    if (done < total && time - last < everyMs) return;
    last = time;
    report(done, total);
  };
}
