import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { StudioError, type LoraFit } from '../../contract/index.ts';
import type { Command } from '../command.ts';
import { withEngine } from '../engine.ts';
import { DONE } from '../exit.ts';
import type { Args } from '../options.ts';
import type { Terminal } from '../terminal.ts';

type Actions = Readonly<
  Record<string, (args: Args, terminal: Terminal, architecture: string) => Promise<number>>
>;

const needed = (args: Args, name: string): string => {
  const value = args.text(name);
  if (value === undefined)
    throw new StudioError('wrong-use', `--${name} is missing.`, graph.usage.join('\n'));
  return value;
};

/** Options may be given several times, or once with commas. */
const names = (args: Args, option: string): string[] =>
  args.inOrder(option).flatMap(({ value }) => value.split(','));
/** The same for files, whose names may hold commas themselves. */
const files = (args: Args, option: string): string[] =>
  args
    .inOrder(option)
    .flatMap(({ value }) => (existsSync(value) ? [value] : value.split(',')))
    .map((file) => resolve(file));

/** Shards may follow each other behind one `--weights`, as a shell's pattern gives them. */
const source = (args: Args, architecture: string) => {
  const [, , ...shards] = args.positionals;
  const weights = [...files(args, 'weights'), ...shards.map((file) => resolve(file))];
  if (!weights.length) needed(args, 'weights');
  return { architecture, config: resolve(needed(args, 'config')), weights, loras: files(args, 'lora') };
};

function choice<T extends string>(args: Args, name: string, of: readonly T[]): { [k: string]: T } {
  const value = args.text(name);
  if (value === undefined) return {};
  if (!(of as readonly string[]).includes(value))
    throw new StudioError('wrong-use', `--${name} can't be ${value}.`, `It can be ${of.join(', ')}.`);
  return { [name]: value as T };
}

function count(args: Args, name: string): { [k: string]: number } {
  const value = args.text(name);
  if (value === undefined) return {};
  if (!/^\d+$/.test(value)) throw new StudioError('wrong-use', `--${name} needs a whole number.`);
  return { [name]: Number(value) };
}

const device = (args: Args) => {
  const { dtype } = choice(args, 'dtype', ['fp32', 'fp16', 'int8', 'int4']);
  const { device: provider } = choice(args, 'device', ['cpu', 'webgpu', 'dml', 'coreml', 'auto']);
  return { ...(dtype && { precision: dtype }), ...(provider && { provider }) };
};

const ask = <T>(terminal: Terminal, channel: string, input: unknown): Promise<T> =>
  withEngine(terminal, async (engine) => (await engine.ask(channel, input)) as T);

/** What each LoRA does here; what it doesn't is a warning, since its picture is another one then. */
function tellLoras(terminal: Terminal, loras: readonly LoraFit[]): void {
  for (const { file, layers, fits, others } of loras) {
    terminal.note(
      `${file} changes ${fits === layers ? `all of its ${layers}` : `${fits} of its ${layers}`} layers`,
    );
    if (!others.length) continue;
    const some = others.slice(0, 3).join(', ');
    const more = others.length > 3 ? `, and ${others.length - 3} more` : '';
    terminal.note(`warning: ${others.length} of them have no place in this model: ${some}${more}`);
  }
}

const actions: Actions = {
  async list(_, terminal) {
    const found = await ask<{ name: string; summary: string }[]>(terminal, 'graph.list', {});
    if (terminal.json) terminal.printJson(found);
    else for (const { name, summary } of found) terminal.print(`${name.padEnd(18)} ${summary}`);
    return DONE;
  },

  async run(args, terminal, architecture) {
    const result = await ask<{
      loadMs: number;
      runMs: number;
      peakMb: number;
      outputs: Record<string, number[]>;
      loras?: LoraFit[];
      device?: { provider: string; notice?: string };
    }>(terminal, 'graph.run', {
      ...source(args, architecture),
      inputs: resolve(needed(args, 'inputs')),
      out: resolve(needed(args, 'out')),
      ...device(args),
      ...count(args, 'repeat'),
      ...count(args, 'threads'),
      ...(args.text('outputs') !== undefined && { outputs: names(args, 'outputs') }),
      copy: args.flag('copy'),
    });
    if (terminal.json) terminal.printJson(result);
    else {
      tellLoras(terminal, result.loras ?? []);
      for (const [name, shape] of Object.entries(result.outputs))
        terminal.print(`${name} [${shape.join(', ')}]`);
      const { loadMs, runMs, peakMb, device } = result;
      if (device) terminal.print(device.notice ?? `ran on ${device.provider}`);
      terminal.print(
        `loaded in ${loadMs.toFixed(0)} ms, ran in ${runMs.toFixed(1)} ms, ${peakMb.toFixed(0)} MB at most`,
      );
    }
    return DONE;
  },

  async check(args, terminal, architecture) {
    const result = await ask<{
      parameters: number;
      unused: string[];
      loras: LoraFit[];
      mismatches: { name: string; detail: string }[];
      looksLike: string | null;
      hint: string | null;
    }>(terminal, 'graph.check', source(args, architecture));
    const fits = result.mismatches.length === 0;
    if (terminal.json) terminal.printJson({ ok: fits, ...result });
    else {
      if (fits) tellLoras(terminal, result.loras);
      for (const { name, detail } of result.mismatches) terminal.print(`${name} ${detail}`);
      for (const name of result.unused) terminal.print(`${name} isn't used`);
      terminal.print(
        `${result.parameters} tensors, ${result.mismatches.length} don't fit, ${result.unused.length} not used`,
      );
    }
    if (fits) return DONE;
    const like = result.looksLike ? ` They look like those of ${result.looksLike}.` : '';
    throw new StudioError(
      'bad-input',
      `These weights don't fit ${architecture}.${like}`,
      result.hint ?? undefined,
    );
  },

  async export(args, terminal, architecture) {
    const out = args.text('out');
    const result = await ask<{ out: string; bytes: number; loras: LoraFit[] }>(terminal, 'graph.export', {
      ...source(args, architecture),
      ...device(args),
      ...(out !== undefined && { out: resolve(out) }),
    });
    if (terminal.json) terminal.printJson({ ok: true, ...result });
    else {
      tellLoras(terminal, result.loras);
      terminal.print(`${result.out}: ${result.bytes} bytes; the weights stay where they are`);
    }
    return DONE;
  },
};

export const graph: Command = {
  name: 'graph',
  usage: [
    'vitrail graph list',
    'vitrail graph run ARCHITECTURE --config config.json --weights FILE --inputs in.safetensors --out out.safetensors',
    'vitrail graph check ARCHITECTURE --config config.json --weights FILE',
    'vitrail graph export ARCHITECTURE --config config.json --weights FILE',
  ],
  about: 'run one model straight from its published weights',
  options: {
    config: { type: 'string', value: 'FILE', about: 'the official config.json' },
    weights: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      about: 'safetensors or torch: one file, all shards (repeat, or use commas or spaces), or their index',
    },
    lora: { type: 'string', multiple: true, value: 'FILE', about: 'a LoRA to apply beside the weights' },
    inputs: {
      type: 'string',
      value: 'FILE',
      about: 'the inputs as safetensors, named as in the official forward',
    },
    out: { type: 'string', value: 'FILE', about: 'where the outputs, or the model, go' },
    outputs: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      about: 'only these outputs (repeat, or use commas), all if not given',
    },
    dtype: { type: 'string', value: 'TYPE', about: 'fp32, fp16, int8 or int4' },
    device: {
      type: 'string',
      value: 'NAME',
      about: 'cpu (the default), webgpu, dml, coreml, or auto: the best that works',
    },
    repeat: { type: 'string', value: 'N', about: 'the median of N runs after one that warms up' },
    threads: { type: 'string', value: 'N', about: 'as many as there are cores, if not given' },
    copy: { type: 'boolean', about: 'copy the weights where they can’t be linked' },
  },
  async run(args, terminal) {
    const [name = '', architecture = '', ...more] = args.positionals;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    const stray = more.length > 0 && args.text('weights') === undefined;
    if (!action || stray || (name === 'list' ? architecture : !architecture))
      throw new StudioError('wrong-use', 'Say what to do with which architecture.', graph.usage.join('\n'));
    return action(args, terminal, architecture);
  },
};
