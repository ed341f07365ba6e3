/** The page's one way to the studio: what the shell put on `window`, or a link to the server of this page. */
import type { Studio } from '../../src-main/contract/studio.ts';
import { linkToServer } from './browser.ts';
import type { LinkState } from './link.ts';
import { takeSecret } from './secret.ts';

/** What Electron's preload puts on `window`; absent in a browser. */
const given = (): Studio | undefined => (window as { studio?: Studio }).studio;

let current: Studio | null = null;

/** Finds or builds the studio; `null` when this page has no key to any. */
export function findStudio(onState: (state: LinkState) => void): Studio | null {
  current = given() ?? null;
  if (current) {
    onState('open');
    return current;
  }
  const secret = takeSecret(window.location, window.history, window.sessionStorage);
  if (!secret) {
    onState('no-key');
    return null;
  }
  current = linkToServer(secret, onState);
  return current;
}

/** The studio of this page. Everything below the link screen has one. */
export function useStudio(): Studio {
  return studio();
}

export function studio(): Studio {
  if (!current) throw new Error('The studio is not linked yet.');
  return current;
}
