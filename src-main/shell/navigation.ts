/** The window shows our page and nothing else, ever; links that we know open in the user's browser. */
import { app, shell, type WebContents } from 'electron';
import { isOurPage } from './origin.ts';

export interface Links {
  /** Whether an address is one that the studio itself names (a pack's licence). */
  isKnown(address: string): boolean;
}

const stop = (event: { preventDefault(): void }) => event.preventDefault();

export function confine(contents: WebContents, links: Links): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url, links);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event, url) => {
    // A reload is a navigation to where we are.
    if (isOurPage(url) && isOurPage(contents.getURL())) return;
    event.preventDefault();
    openOutside(url, links);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', stop);
  contents.on('will-attach-webview', stop);
  contents.on('will-prevent-unload', stop); // nothing is ever unsaved
}

/** Every web contents that ever comes to be, whoever makes it. */
export function confineAll(links: Links): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, links));
}

function openOutside(address: string, links: Links) {
  if (isSafeLink(address) && links.isKnown(address)) void shell.openExternal(address);
}

/** An https address without a user's name in it. */
export function isSafeLink(address: string): boolean {
  try {
    const { protocol, username, password } = new URL(address);
    return protocol === 'https:' && !username && !password;
  } catch {
    return false; // not an address at all
  }
}
