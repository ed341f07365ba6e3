/**
 * `--point`, `--box`, `--scribble` …: a region as the terminal gives it; `--from-box` and the like: the place that what
 * is removed is filled from.
 */
import { resolve } from 'node:path';
import { region, StudioError, unwrap, type RegionInput } from '../contract/index.ts';
import { parseRegion } from '../studio/template/index.ts';
import type { Args, Options } from './options.ts';

export const regionOptions: Options = {
  point: { type: 'string', multiple: true, value: 'x,y[,-]', about: 'a click; with ,- it says "not this"' },
  box: { type: 'string', multiple: true, value: 'x1,y1,x2,y2', about: 'a box around what is meant' },
  polygon: { type: 'string', multiple: true, value: 'x,y,x,y,…', about: 'an exact outline' },
  scribble: {
    type: 'string',
    multiple: true,
    value: 'x,y,x,y,…[,-]',
    about: "a rough line over what is meant; with ,- over what isn't",
  },
  words: {
    type: 'string',
    multiple: true,
    value: 'TEXT',
    about: 'what is meant: "the sky", "the red one", "the left half", "the biggest object"',
  },
  region: {
    type: 'string',
    value: 'TEXT',
    about:
      'all of it as in a template: \'words "the sky"; not (0, 0, 0.5, 1); grow (0.01); feather (0.005)\'',
  },
  mask: { type: 'string', value: 'FILE', about: 'a picture as large as the photo, white where it is meant' },
};

export const sourceOptions: Options = {
  'from-box': {
    type: 'string',
    multiple: true,
    value: 'x1,y1,x2,y2',
    about: 'fill what is removed from here',
  },
  'from-polygon': { type: 'string', multiple: true, value: 'x,y,x,y,…', about: 'the same, by an outline' },
  'from-mask': { type: 'string', value: 'FILE', about: 'the same, by a picture as large as the photo' },
};

export interface TerminalRegion {
  region?: RegionInput;
  maskPath?: string;
}

type Part = NonNullable<RegionInput['parts']>[number];

/** Half the width of a scribble, in units of the picture's longer side: as a finger or a broad pen would draw it. */
const SCRIBBLE = 0.006;

/** The region that the options describe; parts stay in the order given. @throws `wrong-use` */
export const readRegion = (args: Args): TerminalRegion =>
  readParts(args, '', 'point', 'box', 'polygon', 'scribble', 'words');

/** The place to fill from; `null` when none is given. @throws `wrong-use` */
export function readSource(args: Args): TerminalRegion | null {
  const source = readParts(args, 'from-', 'box', 'polygon');
  return source.region || source.maskPath ? source : null;
}

function readParts(args: Args, prefix: string, ...kinds: string[]): TerminalRegion {
  const parts = args
    .inOrder(...kinds.map((kind) => prefix + kind))
    .map(({ name, value }) => readers[name.slice(prefix.length)]!(value, `--${name}`));
  const mask = args.text(`${prefix}mask`);
  if (mask === '') throw new StudioError('wrong-use', `--${prefix}mask needs the name of a file.`);
  if (parts.length) check(parts);
  const text = prefix ? undefined : args.text('region');
  const written = text === undefined ? undefined : unwrap(parseRegion(text, []));
  if (text !== undefined && !written) throw new StudioError('wrong-use', '--region needs a region.');
  const all =
    written || parts.length ? { ...written, parts: [...(written?.parts ?? []), ...parts] } : undefined;
  return { ...(all && { region: all }), ...(mask && { maskPath: resolve(mask) }) };
}

const readers: Record<string, (value: string, option: string) => Part> = {
  point(value, option) {
    const fields = value.split(',').map((field) => field.trim());
    const last = fields.length === 3 ? fields.pop() : '+';
    if (fields.length !== 2 || (last !== '+' && last !== '-'))
      throw malformed(option, value, 'x,y or x,y,-', '0.42,0.55');
    const [x, y] = fields.map((field) => coordinate(option, value, field)) as [number, number];
    return { kind: 'point', x, y, sign: last };
  },
  box(value, option) {
    const fields = value.split(',');
    if (fields.length !== 4) throw malformed(option, value, 'x1,y1,x2,y2', '0.1,0.2,0.5,0.8');
    const [x1, y1, x2, y2] = fields.map((field) => coordinate(option, value, field)) as [
      number,
      number,
      number,
      number,
    ];
    if (x1 >= x2 || y1 >= y2)
      throw new StudioError(
        'wrong-use',
        `${option} ${value} has no inside.`,
        'Write the top left corner first, then the bottom right one: x1 < x2 and y1 < y2.',
      );
    return { kind: 'box', x1, y1, x2, y2 };
  },
  polygon(value, option) {
    const fields = value.split(',');
    if (fields.length < 6 || fields.length % 2)
      throw malformed(option, value, 'three or more corners as x,y,x,y,x,y', '0.1,0.1,0.9,0.1,0.5,0.8');
    const numbers = fields.map((field) => coordinate(option, value, field));
    const points: [number, number][] = [];
    for (let i = 0; i < numbers.length; i += 2) points.push([numbers[i]!, numbers[i + 1]!]);
    return { kind: 'polygon', points };
  },
  scribble(value) {
    const fields = value.split(',').map((field) => field.trim());
    const last = fields.length % 2 ? fields.pop() : '+';
    if (fields.length < 2 || (last !== '+' && last !== '-'))
      throw malformed(
        '--scribble',
        value,
        "places as x,y,x,y, with ,- for what isn't meant",
        '0.2,0.3,0.4,0.35',
      );
    const numbers = fields.map((field) => coordinate('--scribble', value, field));
    const points = Array.from({ length: numbers.length / 2 }, (_, i): [number, number] => [
      numbers[2 * i]!,
      numbers[2 * i + 1]!,
    ]);
    return { kind: 'stroke', points, radius: SCRIBBLE, sign: last, hint: true };
  },
  words(value) {
    const text = value.trim();
    if (!text) throw new StudioError('wrong-use', '--words needs words.', 'Write --words "the sky".');
    return { kind: 'words', text };
  },
};

function coordinate(option: string, value: string, field: string): number {
  const text = field.trim();
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (Number.isNaN(number))
    throw new StudioError(
      'wrong-use',
      `${option} ${value}: "${text}" is not a number.`,
      'Write numbers from 0 to 1.',
    );
  if (number < 0 || number > 1)
    throw new StudioError(
      'wrong-use',
      `${option} ${value}: ${text} is outside 0 to 1.`,
      'Coordinates are shares of the picture: for pixel 420 of 1000 write 0.42.',
    );
  return number;
}

function check(parts: Part[]): void {
  const parsed = region.safeParse({ parts });
  if (!parsed.success) throw new StudioError('wrong-use', parsed.error.issues[0]!.message);
}

const malformed = (option: string, value: string, form: string, example: string) =>
  new StudioError('wrong-use', `${option} ${value} can't be read.`, `Write ${form}: ${option} ${example}`);
