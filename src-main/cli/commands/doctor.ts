import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { StudioError, type EngineRequests } from '../../contract/index.ts';
import type { Command } from '../command.ts';
import { findElectron, noWindow } from '../electron.ts';
import { withEngine } from '../engine.ts';
import { DONE } from '../exit.ts';
import { checkoutRoot } from '../paths.ts';

type Lines = z.output<EngineRequests['engine']['doctor']['output']>['lines'];

export const doctor: Command = {
  name: 'doctor',
  usage: ['vitrail doctor', 'vitrail doctor --model-memory 8'],
  about: 'what this machine has, and what Vitrail makes of it',
  options: {
    'model-memory': {
      type: 'string',
      value: 'GIB',
      about: 'how much memory models may take on each device from now on',
    },
  },
  async run(args, terminal) {
    const modelMemory = bytesOf(args.text('model-memory'));
    const { lines } = await withEngine(terminal, async (engine) => {
      if (modelMemory !== undefined) await engine.ask('app.setSettings', { modelMemory });
      return (await engine.ask('engine.doctor', {})) as { lines: Lines };
    });
    const all = [...lines, ...ours()];
    if (terminal.json) terminal.printJson({ lines: all });
    else
      for (const { topic, value, detail } of all) {
        terminal.print(`${topic.padEnd(22)}${value}`);
        for (const line of detail) terminal.print(`${' '.repeat(22)}${line}`);
      }
    return DONE;
  },
};

function bytesOf(gibibytes: string | undefined): number | undefined {
  if (gibibytes === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(gibibytes))
    throw new StudioError(
      'wrong-use',
      `--model-memory can't be ${gibibytes}.`,
      'It is a number of GiB: 8, or 1.5.',
    );
  return Math.round(Number(gibibytes) * 2 ** 30);
}

/** What only the terminal knows: whether there can be a window, and whether the page is built. */
function ours(): Lines {
  const root = checkoutRoot();
  const electron = findElectron(root);
  const why = noWindow() ?? (electron ? null : 'Electron has not been fetched yet; npm start tries to');
  return [
    { topic: 'Opens in', value: why ? 'a browser' : 'a window (Electron)', detail: why ? [why] : [] },
    {
      topic: 'Page',
      value: existsSync(join(root, 'dist', 'renderer', 'index.html'))
        ? 'built'
        : 'not built: run npm run build',
      detail: [],
    },
  ];
}
