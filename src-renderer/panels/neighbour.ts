/** What gets the focus when a row is taken away: the row after it, else the one before, else the canvas. */
export function neighbourOf(row: Element): HTMLElement | null {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  return (
    next?.querySelector<HTMLElement>('[data-main]') ??
    document.querySelector<HTMLElement>('[role="application"]')
  );
}
