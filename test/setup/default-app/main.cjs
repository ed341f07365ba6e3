// What Electron's own default app does for `electron <folder>`: an Electron taken out of another product lacks it.
/* eslint-disable @typescript-eslint/no-require-imports -- Electron 22 loads its default app as CommonJS. */
const { app } = require('electron');
const { join, resolve } = require('path');

const words = process.argv.slice(1);
const first = words.indexOf('-r');
const [, before] = first < 0 ? [] : words.splice(first, 2);
const argument = words.find((text) => !text.startsWith('-'));
if (!argument) {
  console.error('Usage: electron <folder of an app>');
  process.exit(2);
}
const folder = resolve(argument);
const manifest = require(join(folder, 'package.json'));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.setVersion(manifest.version);
app.setName(manifest.productName || manifest.name);
// A folder given by Electron's own switch stays.
if (!process.argv.some((text) => text.startsWith('--user-data-dir=')))
  app.setPath('userData', join(app.getPath('appData'), app.getName()));
app.setAppPath(folder);
try {
  if (before) require(resolve(before));
  require(join(folder, manifest.main));
} catch (error) {
  // Electron would show a dialog that nobody sees.
  console.error(error);
  process.exit(1);
}
