import { resolve } from 'node:path';
import { StudioError } from '../../contract/index.ts';
import { runInBrowser } from '../browser.ts';
import type { Command } from '../command.ts';

export const serve: Command = {
  name: 'serve',
  usage: ['vitrail serve [FILE …]'],
  about: 'open the studio in a browser (127.0.0.1 only)',
  options: {
    'no-open': { type: 'boolean', about: 'open no browser, only say how to' },
    port: { type: 'string', value: 'N', about: 'a port of your choice instead of a free one' },
  },
  run(args, terminal) {
    const text = args.text('port');
    const port = text === undefined || /^\d{1,5}$/.test(text) ? Number(text ?? 0) : NaN;
    if (!(port >= 0 && port <= 65_535))
      throw new StudioError('wrong-use', `--port ${text} can't be used.`, 'Write a number from 1 to 65535.');
    return runInBrowser(terminal, {
      port,
      open: !args.flag('no-open'),
      paths: args.positionals.map((path) => resolve(path)),
    });
  },
};
