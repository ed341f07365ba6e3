import { resolve } from 'node:path';
import { runInBrowser } from '../browser.ts';
import type { Command } from '../command.ts';
import { fetchElectron, findElectron, noWindow, runElectron } from '../electron.ts';
import { DONE } from '../exit.ts';
import { checkoutRoot } from '../paths.ts';
import type { Terminal } from '../terminal.ts';

export const open: Command = {
  name: 'open',
  usage: ['vitrail open [FILE …]'],
  about: 'open the studio: in its own window, or in a browser where that can’t be had',
  options: { browser: { type: 'boolean', about: 'in a browser, without trying a window' } },
  async run(args, terminal) {
    const paths = args.positionals.map((path) => resolve(path));
    const inWindow = !args.flag('browser') && (await openWindow(paths, terminal));
    return inWindow || terminal.signal.aborted ? DONE : runInBrowser(terminal, { open: true, paths });
  },
};

/**
 * Opens the window and waits until it is closed. Where there can be none, says why in one line.
 * @returns whether there was a window
 */
export async function openWindow(
  paths: readonly string[],
  terminal: Terminal,
  env: Record<string, string> = {},
): Promise<boolean> {
  const root = checkoutRoot();
  const instead = (why: string) => {
    terminal.note(`Opening in your browser: ${why}.`);
    return false;
  };
  const reason = noWindow();
  if (reason) return instead(reason);
  let binary = findElectron(root);
  if (!binary) {
    terminal.note('Fetching Electron for the first start (about 120 MB) …');
    binary = await fetchElectron(root);
  }
  if (!binary) return instead('Electron could not be fetched');
  const { started } = await runElectron(binary, root, paths, { signal: terminal.signal, env });
  return started || instead('Electron doesn’t start on this machine');
}
