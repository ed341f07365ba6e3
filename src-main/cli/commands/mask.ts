import { resolve } from 'node:path';
import { rle, StudioError, type Rle } from '../../contract/index.ts';
import type { Command } from '../command.ts';
import { withEngine } from '../engine.ts';
import { DONE } from '../exit.ts';
import { isPng, outPath, readText } from '../files.ts';
import type { Args } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export const mask: Command = {
  name: 'mask',
  usage: ['vitrail mask encode MASK.png', 'vitrail mask decode RLE.json --out MASK.png'],
  about: 'masks as COCO run-length encoding, and back',
  options: { out: { type: 'string', value: 'FILE', about: 'where the mask goes (decode)' } },
  run(args, terminal) {
    const [verb, file, ...rest] = args.positionals;
    if ((verb !== 'encode' && verb !== 'decode') || !file || rest.length)
      throw new StudioError('wrong-use', 'Say what to do with which file.', mask.usage.join('\n'));
    return verb === 'encode' ? encode(file, args, terminal) : decode(file, args, terminal);
  },
};

/** Prints `{"size":[h,w],"counts":"…"}`, as pycocotools would write it. */
async function encode(file: string, args: Args, terminal: Terminal): Promise<number> {
  if (args.text('out') !== undefined)
    throw new StudioError(
      'wrong-use',
      'mask encode prints its answer.',
      'Write > rle.json to keep it in a file.',
    );
  const { size, counts } = await withEngine(
    terminal,
    async (engine) => (await engine.ask('work.encodeMask', { input: resolve(file) })) as Rle,
  );
  terminal.printJson({ size, counts });
  return DONE;
}

async function decode(file: string, args: Args, terminal: Terminal): Promise<number> {
  const out = isPng(await outPath(args, [file]));
  const input = await readRle(file);
  await withEngine(terminal, (engine) => engine.ask('work.decodeMask', { rle: input, out }));
  if (terminal.json) terminal.printJson({ ok: true, out });
  else terminal.print(out);
  return DONE;
}

/** Run lengths from a JSON file, or stdin for `-`. @throws `bad-input`, `not-found` */
async function readRle(file: string): Promise<Rle> {
  const json = await readText(file);
  const bad = (why: string) =>
    new StudioError(
      'bad-input',
      `${file}: ${why}`,
      'It should look like {"size":[height,width],"counts":"…"}.',
    );
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw bad('this is not JSON.');
  }
  const parsed = rle.safeParse(value);
  if (!parsed.success) throw bad('these are not COCO run lengths.');
  return parsed.data;
}
