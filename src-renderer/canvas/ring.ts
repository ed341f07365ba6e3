/** Keys that point without a pointer: from here on a person wants to see where the focus is. */
const POINTING = /^(Arrow|Enter$|Tab$)/;

/**
 * Keeps the focus ring off an element that a pointer pressed (focus given by a script counts as given by keys):
 * `data-pointed` is on it from then until keys point or the focus goes. The function it returns stops.
 */
export function ringForKeys(element: HTMLElement): () => void {
  const pointed = () => element.setAttribute('data-pointed', '');
  const forget = () => element.removeAttribute('data-pointed');
  const key = (event: KeyboardEvent) => POINTING.test(event.key) && forget();
  // While only the window loses the focus, the element stays the active one.
  const blur = () => document.activeElement !== element && forget();
  element.addEventListener('pointerdown', pointed, { capture: true });
  element.addEventListener('keydown', key);
  element.addEventListener('blur', blur);
  return () => {
    element.removeEventListener('pointerdown', pointed, { capture: true });
    element.removeEventListener('keydown', key);
    element.removeEventListener('blur', blur);
  };
}
