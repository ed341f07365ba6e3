import { resolve } from 'node:path';
import { StudioError } from '../../contract/index.ts';
import type { Command } from '../command.ts';
import { withEngine } from '../engine.ts';
import { DONE } from '../exit.ts';
import { isPng, outPath } from '../files.ts';
import { readRegion, regionOptions } from '../regions.ts';

export const segment: Command = {
  name: 'segment',
  usage: [
    'vitrail segment PHOTO --point x,y --out MASK.png',
    'vitrail segment PHOTO --words "the sky" --out MASK.png',
  ],
  about: 'find a thing in a photo: its mask as a PNG',
  options: { ...regionOptions, out: { type: 'string', value: 'FILE', about: 'where the mask goes (PNG)' } },
  async run(args, terminal) {
    const [input, ...rest] = args.positionals;
    if (!input || rest.length)
      throw new StudioError('wrong-use', 'Name one photo.', segment.usage.join('\n'));
    const region = readRegion(args);
    if (!region.region && !region.maskPath)
      throw new StudioError(
        'needs-region',
        'Say where the thing is.',
        'Add --point x,y, --box x1,y1,x2,y2 or --words "the sky".',
      );
    const out = isPng(await outPath(args, [input]));
    const result = await withEngine(
      terminal,
      async (engine) =>
        (await engine.ask('work.segment', { input: resolve(input), out, ...region })) as {
          area: number;
          width: number;
          height: number;
        },
    );
    if (terminal.json) terminal.printJson({ ok: true, ...result });
    else terminal.print(`${out}: ${(result.area * 100).toFixed(1)} % of ${result.width} × ${result.height}`);
    return DONE;
  },
};
