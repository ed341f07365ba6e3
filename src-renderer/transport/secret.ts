/** The browser shell's secret: taken out of the address at once, kept for this tab only. */
const key = 'vitrail.secret';

/** Moves the secret of `/#s=<secret>` into this tab's storage and clears the address. `null`: there is none. */
export function takeSecret(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): string | null {
  const given = new URLSearchParams(location.hash.replace(/^#/, '')).get('s');
  if (given) {
    storage.setItem(key, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return given ?? storage.getItem(key);
}
