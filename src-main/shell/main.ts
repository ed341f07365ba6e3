/** Electron's main: opens a window, starts the engine, and carries messages between the two. */
import './jitless.ts';
import { app, dialog } from 'electron';
import * as z from 'zod';
import { pathsOf } from './files.ts';
import { confineAll } from './navigation.ts';
import { choosePlaces } from './places.ts';
import { declareScheme } from './protocol.ts';
import { createShell, type Shell } from './shell.ts';

/** `electron .` has the app's folder among its words; a packaged program has not. */
const words = process.defaultApp ? 2 : 1;
const secondStart = z.strictObject({ paths: z.array(z.string()).max(1_000) });

function start() {
  const places = choosePlaces();
  const paths = pathsOf(process.argv, process.cwd(), words);
  if (!app.requestSingleInstanceLock({ paths })) return app.quit();

  app.enableSandbox();
  declareScheme();
  let shell: Shell | undefined;
  confineAll({ isKnown: (address) => shell?.knows(address) ?? false });

  const open = (files: readonly string[]) => {
    if (shell) shell.openPaths(files);
    else paths.push(...files); // the engine is not there yet
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    shell?.show(); // on a Mac it runs on with all windows closed
    open([path]);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    shell?.show();
    const sent = secondStart.safeParse(data);
    if (sent.success && sent.data.paths.length) open(sent.data.paths);
  });
  app.on('activate', () => shell?.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  void app
    .whenReady()
    .then(() => {
      shell = createShell(places);
      shell.show();
      if (paths.length) shell.openPaths(paths);
    })
    .catch(giveUp);
}

/** Something that the app can't start without is missing. */
function giveUp(error: unknown) {
  console.error(error);
  dialog.showErrorBox(
    'Vitrail can’t start',
    `${error instanceof Error ? error.message : String(error)}\n\nInstalling it again may help.`,
  );
  app.exit(1);
}

try {
  start();
} catch (error) {
  giveUp(error);
}
