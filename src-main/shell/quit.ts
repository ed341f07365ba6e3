/** Quitting: the engine closes its project first. */
import { app, BrowserWindow } from 'electron';

/**
 * Holds each wish to quit until `close` is through, then quits. A second wish in the meantime changes nothing: the
 * app quits all the same when the first is through.
 */
export function quitAfter(close: () => Promise<void>): void {
  let closed = false;
  let closing: Promise<void> | undefined;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    for (const window of BrowserWindow.getAllWindows()) window.hide();
    closing ??= close()
      .catch((error: unknown) => console.error(`The engine did not close cleanly: ${String(error)}`))
      .then(() => {
        closed = true;
        app.quit();
      });
  });
}
