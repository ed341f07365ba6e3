/** Instructions of one command: written exactly, read generously. */
import { fail, ok, type Invocation, type ModuleName, type Result } from '../../contract/index.ts';
import { readValue, writeValue } from './argument.ts';
import { commands, commandsOf, type Command } from './commands.ts';
import { unescapeText } from './escape.ts';
import { editDistance, nearest } from './nearest.ts';

export type Args = Record<string, unknown>;

/** What an instruction says, before the schema has seen it. */
export interface Read {
  command: string;
  args: Args;
}

export function formatInstruction(invocation: Invocation): string {
  const { words, main, args } = commands.find(
    (c) => c.module === invocation.module && c.command === invocation.command,
  )!;
  return writeInstruction(words[0], main, args, invocation.args);
}

/** `word: main | name = value`; what is undefined is left out. */
export function writeInstruction(
  word: string,
  main: string | null,
  kinds: Command['args'],
  given: Args,
): string {
  let text = word;
  if (main && given[main] !== undefined) text += `: ${writeValue('text', given[main])}`;
  for (const [name, kind] of Object.entries(kinds))
    if (given[name] !== undefined) text += ` | ${name} = ${writeValue(kind, given[name])}`.trimEnd();
  return text;
}

/** @param text between the tags, entities and all */
export function readInstruction(module: ModuleName, text: string): Result<Read> {
  const candidates = commandsOf(module);
  const found = findCommand(candidates, text);
  if (found) return readArguments(found.command, found.rest);

  const only = candidates.length === 1 ? candidates[0]! : undefined;
  const head = /^([^:|]{1,40})(?:[:|]|$)/.exec(text.trim())?.[1]?.trim() ?? '';
  const words = candidates.flatMap((c) => c.words);
  const [near] = nearest(head, words, 1);
  const misspelt = near !== undefined && head !== '' && editDistance(head.toLowerCase(), near) <= 2;
  // A module with one command takes the whole text: "a red car at 12:30" is a prompt.
  if (only && !(misspelt && text.includes(':'))) return readArguments(only, text);

  const prose = only ? undefined : readProse(text);
  if (prose) return ok(prose);
  const start = text.trim().split(/\s+/)[0] ?? '';
  return fail(
    'wrong-use',
    head || start
      ? `“${(head || start).slice(0, 40)}” is no command of this module.`
      : 'The instruction names no command.',
    `The nearest: ${nearest(misspelt ? head : start, words).join(', ')}. All: ${candidates.map((c) => c.words[0]).join(', ')}.`,
  );
}

/** The command whose longest word begins the text and is followed by a colon, an argument or nothing. */
function findCommand(
  candidates: readonly Command[],
  text: string,
): { command: Command; rest: string } | undefined {
  const lower = text.toLowerCase();
  const found = candidates
    .flatMap((command) => command.words.map((word) => ({ command, word })))
    .sort((a, b) => b.word.length - a.word.length)
    .find(({ word }) => new RegExp(`^\\s*${word.replace(/ /g, '[\\s-]+')}\\s*(?:[:|]|$)`).test(lower));
  if (!found) return undefined;
  const end = new RegExp(`^\\s*${found.word.replace(/ /g, '[\\s-]+')}\\s*:?`, 'i').exec(text)![0].length;
  return { command: found.command, rest: text.slice(end) };
}

/** Main text and arguments. A `|` that no `name =` follows belongs to the text before it. */
function readArguments({ main, args: kinds, module, command }: Command, text: string): Result<Read> {
  const args: Args = {};
  const [first = '', ...others] = text.split(/\|(?=\s*[a-z]+\s*=)/);
  const mainText = unescapeText(first.trim());
  if (mainText) {
    if (!main)
      return fail(
        'wrong-use',
        `“${command}” takes no text of its own.`,
        `It has: ${Object.keys(kinds).join(', ')}.`,
      );
    args[main] = mainText;
  }
  for (const other of others) {
    const at = other.indexOf('=');
    const name = other.slice(0, at).trim();
    const known = Object.keys(kinds);
    if (!Object.hasOwn(kinds, name))
      return fail(
        'wrong-use',
        `“${name}” is no argument of ${command} (${module}).`,
        known.length ? `The nearest: ${nearest(name, known).join(', ')}.` : 'It has none.',
      );
    const read = readValue(name, kinds[name]!, other.slice(at + 1).trim());
    if (!read.ok) return read;
    args[name] = read.value;
  }
  return ok({ command, args });
}

const prose: readonly (readonly [pattern: RegExp, command: string, first: string, second?: string])[] = [
  [
    /^(?:replace|swap|exchange|substitute)\s+(.+?)\s+(?:with|by|for)\s+(.+)$/is,
    'replace',
    'target',
    'prompt',
  ],
  [/^(?:change|turn|transform)\s+(.+?)\s+(?:into|to)\s+(.+)$/is, 'replace', 'target', 'prompt'],
  [/^(?:remove|erase|delete|get rid of|take out)\s+(.+)$/is, 'remove', 'target'],
  [/^(?:cut out|isolate)\s+(.+)$/is, 'cut-out', 'target'],
  [/^(?:add|insert|put|place)\s+(.+)$/is, 'add', 'prompt'],
  [/^(?:pixelate|censor)\s+(.+)$/is, 'pixelate', 'target'],
  [/^sharpen\s+(.+)$/is, 'sharpen', 'target'],
  [
    /^(?:restyle\s+(?:as|like)|(?:make|paint) it in the style of|in the style of)\s+(.+)$/is,
    'restyle',
    'prompt',
  ],
];

/** Plain sentences, as the original's data set has for image editing: "remove the dog". */
function readProse(text: string): Read | undefined {
  const sentence = text
    .trim()
    .replace(/[.!]+$/, '')
    .slice(0, 4_000);
  if (/^(?:remove|erase|delete)\s+(?:the\s+)?background$/i.test(sentence))
    return { command: 'cut-out', args: {} };
  if (/^blur\s+(?:the\s+)?background$/i.test(sentence)) return { command: 'blur-background', args: {} };
  for (const [pattern, command, first, second] of prose) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const args: Args = { [first]: unescapeText(match[1]!) };
    if (second) args[second] = unescapeText(match[2]!);
    return { command, args };
  }
  return undefined;
}
