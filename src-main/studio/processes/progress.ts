/** What a host says about its progress is only passed on when it makes sense. */

/** Drops what goes back (also after a change of total) and what isn't a number; cuts what is over the total. */
export function forwardOnly(
  listener: ((done: number, total: number) => void) | undefined,
): (done: number, total: number) => void {
  let share = -1;
  return (done, total) => {
    if (!listener || !(total > 0) || !(done >= 0)) return;
    const cut = Math.min(done, total);
    if (cut / total <= share) return;
    share = cut / total;
    listener(cut, total);
  };
}
