/** What the page may ask of Chromium: full screen and copying text. Nothing else, no device, no network. */
import type { Session } from 'electron';
import { isOurPage } from './origin.ts';

const granted: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write']);

export const isGranted = (permission: string, address: string): boolean =>
  granted.has(permission) && isOurPage(address);

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isGranted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isGranted(permission, details.requestingUrl ?? origin),
  );
  session.setDevicePermissionHandler(() => false);
}

/** The page talks to its own origin only. `devUrl`: where hot reload is, in development. */
export function denyNetwork(session: Session, devUrl?: string): void {
  const host = devUrl && new URL(devUrl).host;
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] },
    (details, answer) => answer({ cancel: !host || new URL(details.url).host !== host }),
  );
}
