/**
 * Reads either text form, in any capitals, with free text around it. Unlike the released parser it keeps colons in
 * the instruction, uses the region, puts swapped corners in order, and calls a wrong name an error.
 */
import {
  fail,
  invocation as invocationSchema,
  modules,
  ok,
  plan as planSchema,
  type Invocation,
  type ModuleName,
  type Plan,
  type Result,
  type StepInput,
} from '../../contract/index.ts';
import { chainedInput } from './format.ts';
import { readInstruction, type Args, type Read } from './instruction.ts';
import { editDistance, nearest } from './nearest.ts';
import { parseRegion } from './region-parse.ts';

export interface Parsed {
  plan: Plan;
  /** The free text around the tags. */
  say: string;
  /** A sentence for each thing that was put right on the way. */
  notices: string[];
}

interface Group {
  module: string;
  instructions: string[];
  region?: string;
  input?: string;
}

const EXAMPLE =
  'For example: <Module> Image Segmentation </Module> <Instruction> segmentation: clock </Instruction> <Region> (0.1, 0.2, 0.4, 0.6) </Region>';

const otherNames: Readonly<Record<string, ModuleName>> = {
  'text to image': 'image-generation',
  'image inpainting': 'image-editing',
  'text to video': 'video-generation',
  'video tracking': 'video-segmentation',
  'image to video generation': 'image-to-video',
  'text to audio': 'audio-generation',
};

/** Whether a text is meant as a template rather than as a sentence. */
export const looksLikeTemplate = (text: string): boolean => /<\s*module\s*>/i.test(text);

export function parsePlan(text: string): Result<Parsed> {
  const groups = readGroups(text);
  if (!groups.ok) return groups;
  const notices: string[] = [];
  const steps: Plan['steps'] = [];
  for (const [i, group] of groups.value.groups.entries()) {
    const invocation = readInvocation(group, notices);
    if (!invocation.ok) return invocation;
    const input = group.input === undefined ? ok(chainedInput(i)) : readInput(group.input);
    if (!input.ok) return input;
    steps.push({ input: input.value, invocation: invocation.value });
  }
  const checked = planSchema.safeParse({ steps });
  if (!checked.success) return refuse(checked.error.issues);
  return ok({ plan: checked.data, say: groups.value.say, notices });
}

function readGroups(text: string): Result<{ groups: Group[]; say: string }> {
  const groups: Group[] = [];
  const said: string[] = [];
  const tags = /<\s*(\/?)\s*(module|instruction|region|input)\s*>/gi;
  let end = 0;
  for (let open = tags.exec(text); open; open = tags.exec(text)) {
    said.push(text.slice(end, open.index));
    const name = open[2]!.toLowerCase();
    if (open[1]) return fail('bad-input', `A </${open[2]}> closes nothing.`, EXAMPLE);
    const start = tags.lastIndex;
    const close = tags.exec(text);
    if (!close?.[1] || close[2]!.toLowerCase() !== name)
      return fail('bad-input', `The <${open[2]}> is not closed.`, `Write </${open[2]}> after it.`);
    const content = text.slice(start, close.index).trim();
    end = tags.lastIndex;

    const group = groups.at(-1);
    if (name === 'module') groups.push({ module: content, instructions: [] });
    else if (!group) return fail('bad-input', `The <${open[2]}> stands before any <Module>.`, EXAMPLE);
    else if (name === 'instruction') group.instructions.push(content);
    else if (name === 'region' && group.region === undefined) group.region = content;
    else if (name === 'input' && group.input === undefined) group.input = content;
    else
      return fail(
        'bad-input',
        `One step has two <${open[2]}>.`,
        'Put all parts into one, with ; between them.',
      );
  }
  said.push(text.slice(end));
  if (groups.length === 0) return fail('bad-input', 'This text names no <Module>.', EXAMPLE);
  return ok({ groups, say: said.join(' ').replace(/\s+/g, ' ').trim() });
}

function readInvocation(group: Group, notices: string[]): Result<Invocation> {
  const module = readModule(group.module);
  if (!module.ok) return module;
  const read =
    module.value === 'video-editing'
      ? readVideoEditing(group.instructions)
      : readOne(module.value, group.instructions);
  if (!read.ok) return read;
  const region = parseRegion(group.region ?? '', notices);
  if (!region.ok) return region;
  const checked = invocationSchema.safeParse({
    module: module.value,
    ...read.value,
    ...(region.value && { region: region.value }),
  });
  return checked.success ? ok(checked.data) : refuse(checked.error.issues);
}

function readModule(written: string): Result<ModuleName> {
  const name = written
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
  const known = Object.entries(modules) as [ModuleName, { title: string; letter: string | null }][];
  const found = known.find(([id, { title, letter }]) =>
    [id.replaceAll('-', ' '), title.toLowerCase(), letter?.toLowerCase()].includes(name),
  );
  if (found) return ok(found[0]);
  if (Object.hasOwn(otherNames, name)) return ok(otherNames[name]!);
  const titles = known.map(([, { title }]) => title);
  const hint =
    name.length === 1
      ? `The letters: ${known.flatMap(([, m]) => (m.letter ? [`${m.letter} ${m.title}`] : [])).join(', ')}.`
      : `The nearest: ${nearest(name, titles).join(', ')}.`;
  return fail('wrong-use', `There is no module “${written.slice(0, 60)}”.`, hint);
}

function readOne(module: ModuleName, instructions: readonly string[]): Result<Read> {
  if (instructions.length > 1)
    return fail(
      'wrong-use',
      `${modules[module].title} takes one instruction.`,
      'Write a second step for the other.',
    );
  return readInstruction(module, instructions[0] ?? '');
}

/** Two instructions, `foreground: …` and `background: …`; without these words, in this order. */
function readVideoEditing(instructions: readonly string[]): Result<Read> {
  if (instructions.length > 2)
    return fail(
      'wrong-use',
      'Video Editing takes two instructions.',
      'The first for the foreground, the second for the background.',
    );
  const args: Args = {};
  for (const [i, instruction] of instructions.entries()) {
    const named = /^\s*(foreground|background)\s*(?=[:|]|$)/i.exec(instruction);
    const key = named ? named[1]!.toLowerCase() : i === 0 ? 'foreground' : 'background';
    if (key in args) return fail('wrong-use', `Two instructions are for the ${key}.`, 'One is enough.');
    const head = /^\s*([a-z]{6,14})\s*:/i.exec(instruction)?.[1]?.toLowerCase();
    const [near] = head && !named ? nearest(head, ['foreground', 'background'], 1) : [];
    if (near && editDistance(head!, near) <= 2)
      return fail('wrong-use', `“${head}” is no instruction of Video Editing.`, `Do you mean ${near}?`);
    // Read as a generation: a prompt with arguments.
    const text = named ? instruction.slice(named[0].length).replace(/^:/, '') : instruction;
    const read = readInstruction('video-generation', `generation:${text}`);
    if (!read.ok) return read;
    const { prompt, seed, negative } = read.value.args;
    if (negative !== undefined)
      return fail('wrong-use', '“negative” is no argument of Video Editing.', 'It has: seed.');
    if (prompt !== undefined) args[key] = prompt;
    if (seed !== undefined) args['seed'] = seed;
  }
  return ok({ command: 'edit', args });
}

function readInput(text: string): Result<StepInput> {
  const [, word, value] = /^(focus|media|step)\s*(.*)$/is.exec(text) ?? [];
  switch (word?.toLowerCase()) {
    case 'focus':
      if (!value) return ok({ from: 'focus' });
      break;
    case 'media':
      return ok({ from: 'media', hash: value!.trim() });
    case 'step':
      return ok({ from: 'step', step: Number(value) - 1 });
  }
  return fail(
    'bad-input',
    `The input “${text.slice(0, 40)}” is not understood.`,
    'Write focus, media <hash> or step <number>.',
  );
}

/** The first thing a schema objects to, as a sentence. */
function refuse(issues: readonly { path: PropertyKey[]; message: string }[]): Result<never> {
  const { path, message } = issues[0]!;
  const name = path.filter((key) => typeof key === 'string').at(-1) ?? 'plan';
  const why = message.endsWith('received undefined') ? 'is missing' : `can't be used: ${message}`;
  return fail(
    'wrong-use',
    `The value of “${name}” ${why}.`,
    `In an instruction, values are written like this: word: text | ${name} = value.`,
  );
}
