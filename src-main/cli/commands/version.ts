import type { Command } from '../command.ts';
import { DONE } from '../exit.ts';
import { version as read } from '../paths.ts';

export const version: Command = {
  name: 'version',
  usage: ['vitrail version'],
  about: 'which Vitrail this is',
  options: {},
  run(_args, terminal) {
    const value = { version: read(), node: process.versions.node };
    if (terminal.json) terminal.printJson(value);
    else terminal.print(`Vitrail ${value.version} (Node ${value.node})`);
    return Promise.resolve(DONE);
  },
};
