import { mkdir } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type * as z from 'zod';
import {
  failureOf,
  region as regionSchema,
  StudioError,
  unwrap,
  type EngineRequests,
  type Failure,
  type ImageFormat,
  type Plan,
} from '../../contract/index.ts';
import { planTurn } from '../../studio/chat/turn.ts';
import type { Command } from '../command.ts';
import { withEngine, type TerminalEngine } from '../engine.ts';
import { DONE, exitCode } from '../exit.ts';
import { batchNames, canWrite, expandInputs, formatNames, formatOf, outPath } from '../files.ts';
import type { Args } from '../options.ts';
import { readRegion, readSource, regionOptions, sourceOptions } from '../regions.ts';
import type { Terminal } from '../terminal.ts';

type RunInput = z.input<EngineRequests['work']['run']['input']>;
type RunOutput = z.output<EngineRequests['work']['run']['output']>;
type Wish = Omit<RunInput, 'input' | 'out'>;

export const run: Command = {
  name: 'run',
  usage: [
    'vitrail run PHOTO "what to do" [--point x,y …] --out FILE',
    'vitrail run PHOTO… "what to do" --out-dir FOLDER',
  ],
  about: 'change a photo, or many (a folder stands for its pictures)',
  options: {
    ...regionOptions,
    with: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      about: 'a mask or photo that a copied command names by its content',
    },
    photo: { type: 'string', value: 'FILE', about: 'another photo, to be the new background' },
    ...sourceOptions,
    out: { type: 'string', value: 'FILE', about: 'where the result goes; its ending chooses the format' },
    'out-dir': { type: 'string', value: 'FOLDER', about: 'where the results of a batch go' },
    format: { type: 'string', value: 'NAME', about: `${formatNames}` },
    quality: { type: 'string', value: '1-100', about: 'for JPEG, WebP and AVIF' },
    seed: { type: 'string', value: 'N', about: 'the same number makes the same choices again' },
  },
  async run(args, terminal) {
    const { inputs, wish, seeThrough } = readWish(args);
    const folder = args.text('out-dir');
    if (folder !== undefined && args.text('out') !== undefined)
      throw new StudioError('wrong-use', 'Use --out for one photo or --out-dir for many, not both.');
    if (folder !== undefined) return batch(inputs, folder, wish, seeThrough, terminal);
    if (inputs.length > 1)
      throw new StudioError(
        'wrong-use',
        'Several photos need a folder for the results.',
        'Use --out-dir FOLDER.',
      );
    return single(inputs[0]!, await outPath(args, inputs), wish, terminal);
  },
};

/** The photos come first, what to do last. */
function readWish(args: Args): { inputs: string[]; wish: Wish; seeThrough: boolean } {
  const inputs = args.positionals.slice(0, -1);
  const text = args.positionals.at(-1)?.trim();
  if (!inputs.length || !text)
    throw new StudioError('wrong-use', 'Name a photo, then say what to do.', run.usage.join('\n'));
  const region = readRegion(args);
  const photo = args.text('photo');
  if (photo === '') throw new StudioError('wrong-use', '--photo needs the name of a file.');
  const source = readSource(args);
  const files = args.inOrder('with').map(({ value }) => value);
  if (files.includes('')) throw new StudioError('wrong-use', '--with needs the name of a file.');
  // A sentence that nobody understands is said so once, before the first photo is read.
  const selection =
    region.region || region.maskPath ? { region: regionSchema.parse(region.region ?? {}) } : null;
  const photos = photo === undefined ? [] : [{ name: basename(photo), hash: '0'.repeat(64) }];
  const { plan } = unwrap(planTurn(text, { selection, kind: 'image', photos }));
  const format = readFormat(args.text('format'));
  const quality = whole(args, 'quality', 1, 100);
  const seed = whole(args, 'seed', 0, 2 ** 31 - 1);
  return {
    inputs,
    seeThrough: plan ? leavesHoles(plan) : false,
    wish: {
      text,
      ...region,
      ...(source && { source }),
      ...(files.length > 0 && { files: files.map((file) => resolve(file)) }),
      ...(format && { format }),
      ...(quality !== undefined && { quality }),
      ...(seed !== undefined && { seed }),
      ...(photo !== undefined && { photoPath: resolve(photo) }),
    },
  };
}

/** Whether something is cut out, and nothing put behind it afterwards. */
const leavesHoles = ({ steps }: Plan) =>
  steps.findLast(({ invocation: { command } }) => command === 'cut-out' || command === 'replace-background')
    ?.invocation.command === 'cut-out';

function readFormat(name: string | undefined): ImageFormat | undefined {
  if (name === undefined) return undefined;
  const format = formatOf(name);
  if (!format) throw new StudioError('wrong-use', `There is no format ${name}.`, `Formats: ${formatNames}.`);
  return format;
}

function whole(args: Args, name: string, low: number, high: number): number | undefined {
  const text = args.text(name);
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= low && value <= high))
    throw new StudioError(
      'wrong-use',
      `--${name} ${text} can't be used.`,
      `Write a whole number, ${low} to ${high}.`,
    );
  return value;
}

const change = async (engine: TerminalEngine, input: string, out: string, wish: Wish) =>
  (await engine.ask('work.run', { input: resolve(input), out, ...wish } satisfies RunInput)) as RunOutput;

async function single(input: string, out: string, wish: Wish, terminal: Terminal): Promise<number> {
  const ending = formatOf(extname(out));
  if (wish.format && ending && ending !== wish.format)
    throw new StudioError(
      'wrong-use',
      `--format ${wish.format} and the ending of ${out} don't agree.`,
      'Leave --format out, or change the ending.',
    );
  if (!wish.format && !ending)
    throw new StudioError(
      'wrong-use',
      `${out}: the ending doesn't say which format.`,
      `End it with one of ${formatNames}, or add --format.`,
    );
  const result = await withEngine(terminal, (engine) => change(engine, input, out, wish));
  if (terminal.json) terminal.printJson({ ok: true, input, ...result });
  else terminal.print(result.out);
  return DONE;
}

type Outcome = ({ ok: true; input: string } & RunOutput) | { ok: false; input: string; error: Failure };

/** Every file in turn; a bad one is reported and the next one begun. The exit code is the worst of all. */
async function batch(
  given: string[],
  folder: string,
  wish: Wish,
  seeThrough: boolean,
  terminal: Terminal,
): Promise<number> {
  const { files, skipped } = await expandInputs(given);
  if (skipped.length) terminal.note(`No pictures, left alone: ${skipped.join(', ')}`);
  if (!files.length) throw new StudioError('bad-input', `There are no pictures in ${given.join(', ')}.`);
  await mkdir(folder, { recursive: true });
  await canWrite(folder);
  const outs = await batchNames(files, folder, { format: wish.format, seeThrough });
  const outcomes: Outcome[] = [];
  await withEngine(terminal, async (engine) => {
    for (const [index, input] of files.entries()) {
      if (terminal.signal.aborted) break;
      const outcome = await attempt(engine, input, outs[index]!, wish);
      outcomes.push(outcome);
      if (terminal.json) continue;
      if (outcome.ok) terminal.print(outcome.out);
      else terminal.report(outcome.error, input);
    }
  });
  const failed = outcomes.filter((outcome) => !outcome.ok);
  if (terminal.json) terminal.printJson(outcomes);
  terminal.note(`${outcomes.length - failed.length} done, ${failed.length} failed.`);
  if (terminal.signal.aborted) return exitCode('cancelled');
  return Math.max(DONE, ...failed.map((outcome) => exitCode(outcome.error.code)));
}

async function attempt(engine: TerminalEngine, input: string, out: string, wish: Wish): Promise<Outcome> {
  try {
    return { ok: true, input, ...(await change(engine, input, out, wish)) };
  } catch (error) {
    return { ok: false, input, error: failureOf(error) };
  }
}
