import { resolve } from 'node:path';
import { runInBrowser } from '../browser.ts';
import type { Command } from '../command.ts';
import { exitOf, fetchElectron, findElectron, noWindow, runElectron } from '../electron.ts';
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
    const ended = args.flag('browser') ? null : await openWindow(paths, terminal);
    if (terminal.signal.aborted) return DONE;
    return ended ?? runInBrowser(terminal, { open: true, paths });
  },
};

/**
 * Opens the window and waits until it is closed. Where there can be none, says why in one line.
 * @returns how the window ended, as an exit code; `null` where there was none
 */
export async function openWindow(
  paths: readonly string[],
  terminal: Terminal,
  env: Record<string, string> = {},
): Promise<number | null> {
  const root = checkoutRoot();
  const instead = (why: string) => {
    terminal.note(`Opening in your browser: ${why}.`);
    return null;
  };
  const reason = noWindow();
  if (reason) return instead(reason);
  let binary = findElectron(root);
  if (!binary) {
    terminal.note('Fetching Electron for the first start (about 120 MB) …');
    binary = await fetchElectron(root);
  }
  if (!binary) return instead('Electron could not be fetched');
  const end = await runElectron(binary, root, paths, { signal: terminal.signal, env });
  const exit = exitOf(end, terminal.signal.aborted);
  if (exit === null) return instead('Electron doesn’t start on this machine');
  if (exit !== DONE)
    terminal.note(
      `The window ended by itself (${end.code ?? 'killed'}). Your project is safe: open it again.`,
    );
  return exit;
}
