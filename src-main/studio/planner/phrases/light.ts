/** Light, colour, looks. */
import type { Invocation } from '../../../contract/index.ts';
import { percent, type Say } from './figures.ts';

type Args<C extends string> = Extract<Invocation, { command: C }>['args'];

const words: Readonly<Record<string, readonly [more: string, less: string, unit: number]>> = {
  exposure: ['brighter', 'darker', 0.5],
  temperature: ['warmer', 'cooler', 0.3],
  vibrance: ['more vivid', 'less vivid', 0.3],
  saturation: ['more saturated', 'less saturated', 0.3],
};

/** "Make it warmer" where the value is the usual one, else "increase the warmth by 20 %"; several in one "make". */
export function adjusting(args: Args<'adjust'>, { thing, at }: Say): string | undefined {
  const tones = Object.entries(args).filter(([name]) => name !== 'target') as [string, number][];
  const [only, another] = tones;
  if (!only) return undefined;
  if (another || changeOf(only).usual)
    return `make ${thing} ${tones.map((tone) => changeOf(tone).text).join(' and ')}`;
  const [name, value] = only;
  return `${value < 0 ? 'decrease' : 'increase'} the ${name}${at && ` of ${at}`} by ${distance(name, value)}`;
}

const distance = (name: string, value: number): string =>
  name === 'exposure' ? `${Math.abs(value)} stops` : percent(value);

function changeOf([name, value]: [string, number]): { text: string; usual: boolean } {
  const [more, less, unit] = words[name] ?? [`more ${name}`, `less ${name}`];
  const word = value < 0 ? less : more;
  const usual = Math.abs(value) === unit;
  return { text: usual ? word : `${word} by ${distance(name, value)}`, usual };
}

export function curving({ points, channel }: Args<'curves'>, { thing, at }: Say): string {
  const through = points.map((point) => point.join(' ')).join(', ');
  if (channel === 'all') return `curve ${thing} through ${through}`;
  return `curve the ${channel} channel${at && ` of ${at}`} through ${through}`;
}

const looks: Record<Args<'film-look'>['look'], string> = {
  classic: 'film look',
  vivid: 'vivid film look',
  faded: 'faded film look',
  sepia: 'sepia look',
  noir: 'noir look',
  cool: 'cool film look',
  golden: 'golden hour look',
  cross: 'cross process look',
  'teal-orange': 'teal and orange look',
};
const styles: Record<Args<'stylise'>['style'], string> = {
  sketch: 'pencil sketch effect',
  watercolour: 'watercolour effect',
  oil: 'oil painting effect',
  comic: 'comic effect',
  smooth: 'smoothing effect',
  detail: 'detail enhancement effect',
};

/** "Add a 30 % vignette around the dog", "apply a sepia look". */
export function effectOf(
  invocation: Extract<Invocation, { command: 'clarity' | 'vignette' | 'film-look' | 'stylise' }>,
  { at }: Say,
): string {
  const { command, args } = invocation;
  const dose = (usual: number) => (args.amount === usual ? '' : `${percent(args.amount)} `);
  switch (command) {
    case 'clarity':
      return `${args.amount < 0 ? 'decrease' : 'increase'} the clarity${at && ` of ${at}`} by ${percent(args.amount)}`;
    case 'vignette':
      return `add a ${dose(0.5)}${args.amount < 0 ? 'white ' : ''}vignette${at && ` around ${at}`}`;
    case 'film-look':
      return `apply a ${dose(1)}${looks[args.look]}${at && ` to ${at}`}`;
    case 'stylise':
      return `apply a ${dose(0.5)}${styles[args.style]}${at && ` to ${at}`}`;
  }
}
