/** The one window: sandboxed, in the theme's colour from its first frame, where it was last time. */
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { join } from 'node:path';
import { isOurPage, pageUrl } from './origin.ts';
import type { Places } from './places.ts';
import { readWindowState, restore, smallest, writeWindowState } from './window-state.ts';

/** The page's own backdrop, so that nothing flashes before it is drawn. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#101417' : '#e9ecee');

export function openWindow(places: Places): BrowserWindow {
  const file = join(app.getPath('userData'), 'window.json');
  const state = restore(
    readWindowState(file),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    ...state?.bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: app.getName(),
    icon: places.icon,
    backgroundColor: background(),
    webPreferences: {
      preload: places.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false, // it would fetch dictionaries from the network
      devTools: !app.isPackaged,
    },
  });
  // Should a page ever come to make a peer connection, it would not tell the machine's addresses.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  if (state?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());

  const recolour = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', recolour);
  window.on('close', () =>
    writeWindowState(file, { bounds: window.getNormalBounds(), maximised: window.isMaximized() }),
  );
  window.on('closed', () => nativeTheme.off('updated', recolour));
  reviveWhenGone(window);
  // A blank page is the one place that a page can go to without being asked (`confine` stops the others).
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isOurPage(address)) void window.loadURL(pageUrl);
  });
  void window.loadURL(pageUrl);
  return window;
}

/** A page whose process dies is loaded anew; nothing is lost, all of it is in the engine. Not forever, though. */
function reviveWhenGone(window: BrowserWindow) {
  const gone: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    console.error(`The page's process ended: ${reason}`);
    const now = Date.now();
    gone.push(now);
    if (reason !== 'clean-exit' && gone.filter((time) => now - time < 300_000).length <= 3)
      setImmediate(() => !window.isDestroyed() && window.reload());
  });
}
