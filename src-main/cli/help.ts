/** `vitrail help` and `vitrail <command> --help`, written from the commands themselves. */
import type { Command } from './command.ts';
import { commonOptions, type Options } from './options.ts';

const column = (left: string, right: string) => `  ${left.padEnd(28)}${right}`;

const optionLines = (options: Options) =>
  Object.entries(options).map(([name, { short, value, about, multiple }]) =>
    column(
      `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`,
      about + (multiple ? ' (repeatable)' : ''),
    ),
  );

export function helpFor(command: Command): string {
  return [
    ...command.usage,
    '',
    command.about,
    '',
    'Options:',
    ...optionLines({ ...command.options, ...commonOptions }),
  ].join('\n');
}

export function help(commands: readonly Command[]): string {
  return [
    'Vitrail: a creative studio that you talk to. Point at a thing, say what should happen.',
    '',
    ...commands.map((command) => column(command.name, command.about)),
    '',
    'Points, boxes and polygons are shares of the picture, 0 to 1, from its top left corner.',
    'Exit codes: 0 done, 2 wrong use, 3 bad input, 4 needs a pack, 5 failed.',
    'vitrail <command> --help tells more. An example:',
    '',
    '  vitrail run photo.jpg "remove this" --point 0.42,0.55 --out out.png',
  ].join('\n');
}
