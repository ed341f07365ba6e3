import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runInBrowser } from '../browser.ts';
import type { Command } from '../command.ts';
import { DONE } from '../exit.ts';
import { checkoutRoot } from '../paths.ts';
import { openWindow } from './open.ts';

export const dev: Command = {
  name: 'dev',
  usage: ['vitrail dev'],
  about: 'for work on Vitrail itself: the studio with a page that reloads as you edit it',
  options: { browser: { type: 'boolean', about: 'in a browser, without trying a window' } },
  async run(args, terminal) {
    const vite = await import('vite');
    const pages = await vite.createServer({
      configFile: join(checkoutRoot(), 'vite.config.ts'),
      root: join(checkoutRoot(), 'src-renderer'),
      base: '/',
      server: { host: '127.0.0.1', port: 5173 },
    });
    await pages.listen();
    const { port } = pages.httpServer!.address() as AddressInfo;
    const devUrl = `http://127.0.0.1:${port}/`;
    try {
      const env = { VITRAIL_DEV_URL: devUrl };
      const ended = args.flag('browser') ? null : await openWindow([], terminal, env);
      if (terminal.signal.aborted) return DONE;
      return ended ?? (await runInBrowser(terminal, { open: true, devUrl }));
    } finally {
      await pages.close();
    }
  },
};
