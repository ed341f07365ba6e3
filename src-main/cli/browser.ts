/** The studio in a browser, until Ctrl-C. */
import { serve, type ServeOptions } from '../server/index.ts';
import { DONE } from './exit.ts';
import { engineConfig } from './paths.ts';
import type { Terminal } from './terminal.ts';

export async function runInBrowser(
  terminal: Terminal,
  options: Omit<ServeOptions, 'config'>,
): Promise<number> {
  const server = await serve({ ...options, config: engineConfig() });
  try {
    if (terminal.json) terminal.printJson({ url: server.url, file: server.file, opened: server.opened });
    else {
      terminal.print(`Vitrail is open at ${server.url} for this machine only.`);
      terminal.print(
        server.opened
          ? `If no browser appeared, open this file in one: ${server.file}`
          : `Open this file in a browser on this machine: ${server.file}`,
      );
      terminal.note('The file holds the key, so keep it to yourself. Ctrl-C ends Vitrail.');
    }
    await aborted(terminal.signal);
  } finally {
    await server.close();
  }
  return DONE;
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
