/* eslint-disable @typescript-eslint/no-require-imports -- Electron loads it before the app, as CommonJS. */
/**
 * Loaded with `-r` before the app: holds `ready` back until Playwright has attached, which then calls
 * `__playwright_run`. Without it, a window that opens at the wrong moment leaves Playwright waiting for ever.
 */
const { app } = require('electron');

const at = process.argv.indexOf('-r');
if (at > 0) process.argv.splice(at, 2); // not a word for the app

const really = app.whenReady();
const emit = app.emit.bind(app);
let held;
let release;
const released = new Promise((resolve) => (release = resolve));

app.emit = (event, ...details) => {
  if (event !== 'ready') return emit(event, ...details);
  held = details;
  return true;
};
app.whenReady = () => released;
globalThis.__playwright_run = async () => {
  await really;
  app.emit = emit;
  release();
  emit('ready', ...held);
};
