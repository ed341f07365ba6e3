/** Reads a command's options, and says clearly what is wrong with them. */
import { parseArgs } from 'node:util';
import { StudioError } from '../contract/index.ts';
import { nearest } from './nearest.ts';

export interface Option {
  type: 'string' | 'boolean';
  short?: string;
  multiple?: true;
  /** What stands for the value in the help: `FILE`. */
  value?: string;
  about: string;
}
export type Options = Record<string, Option>;

/** Every command takes these. */
export const commonOptions: Options = {
  json: { type: 'boolean', about: 'answer as JSON' },
  quiet: { type: 'boolean', short: 'q', about: 'no progress' },
  help: { type: 'boolean', short: 'h', about: 'show how a command is used' },
};

export interface Args {
  positionals: string[];
  flag(name: string): boolean;
  /** The last value given for an option. */
  text(name: string): string | undefined;
  /** All values of these options, in the order in which they were given. */
  inOrder(...names: string[]): { name: string; value: string }[];
}

/** @throws `wrong-use` for an unknown option, a missing value, or a value where none belongs */
export function readOptions(argv: readonly string[], options: Options): Args {
  const known: Options = { ...options, ...commonOptions };
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { type, short }]) => [name, { type, ...(short && { short }) }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const given: { name: string; value: string }[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name]! : undefined;
    if (!option) throw unknown(token.rawName, Object.keys(known));
    if (
      option.type === 'string' &&
      (token.value === undefined || (!token.inlineValue && /^-./.test(token.value)))
    )
      throw new StudioError(
        'wrong-use',
        `${token.rawName} needs a value.`,
        `Write ${token.rawName} ${option.value}.`,
      );
    if (option.type === 'boolean' && token.value !== undefined)
      throw new StudioError('wrong-use', `${token.rawName} takes no value.`);
    if (option.type === 'string' && !option.multiple && given.some(({ name }) => name === token.name))
      throw new StudioError('wrong-use', `${token.rawName} can only be given once.`);
    given.push({ name: token.name, value: token.value ?? '' });
  }
  return {
    positionals,
    flag: (name) => given.some((g) => g.name === name),
    text: (name) => given.findLast((g) => g.name === name)?.value,
    inOrder: (...names) => given.filter((g) => names.includes(g.name)),
  };
}

function unknown(raw: string, names: string[]): StudioError {
  const near = nearest(raw.replace(/^-+/, ''), names);
  return new StudioError(
    'wrong-use',
    `There is no option ${raw}.`,
    near ? `Did you mean --${near}?` : 'See vitrail help for what there is.',
  );
}
