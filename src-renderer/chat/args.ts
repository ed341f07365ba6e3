/** An invocation's arguments as a person reads them. */
import type { Invocation, Plan } from '../../src-main/contract/invocation.ts';
import type { Region } from '../../src-main/contract/region.ts';
import type { StepState } from '../../src-main/contract/document.ts';
import { t } from '../strings/index.ts';
import { figure, percent, signed, signedPercent } from '../strings/format.ts';

export interface Chip {
  label: string;
  value: string;
  colour?: string;
}

const shapes: readonly [number, string][] = [
  [1, '1:1'],
  [4 / 3, '4:3'],
  [3 / 4, '3:4'],
  [3 / 2, '3:2'],
  [2 / 3, '2:3'],
  [16 / 9, '16:9'],
  [9 / 16, '9:16'],
];

/** `16:9` where the ratio has a name, else `1.25:1`. */
export function shapeOf(aspect: number): string {
  const known = shapes.find(([ratio]) => Math.abs(ratio - aspect) < 0.005);
  return known?.[1] ?? `${figure(aspect)}:1`;
}

/** A plan's commands, in a row. */
export const titleOf = (plan: Plan): string =>
  plan.steps.map((step) => t.commands[step.invocation.command]).join(', ');

/** Words that someone wrote. */
const quoted = new Set(['target', 'prompt', 'negative', 'foreground', 'background']);
/** Shares that only have one way to go. */
const shares = new Set([
  'amount',
  'factor',
  'scale',
  'shadow',
  'highlights',
  'falloff',
  'left',
  'right',
  'top',
  'bottom',
]);
/** Commands in which one of those goes both ways. */
const bothWays: Partial<Record<string, readonly string[]>> = {
  adjust: ['highlights'],
  clarity: ['amount'],
  vignette: ['amount'],
};

function valueOf(command: string, name: string, value: unknown): string {
  if (typeof value === 'number') return figureOf(command, name, value);
  if (typeof value === 'string') {
    if (name === 'photo') return t.values.photo;
    return quoted.has(name) ? `“${value}”` : nameOf(value);
  }
  if (name === 'source') return regionOf(value as Region);
  const between = name === 'corners' ? ' / ' : ' → ';
  return (value as number[][]).map((pair) => pair.map(inHundredths).join(between)).join(', ');
}

export const nameOf = (value: string): string =>
  Object.hasOwn(t.values, value) ? t.values[value as keyof typeof t.values] : value;
const inHundredths = (share: number): string => String(Math.round(share * 100));

/** “the left half”, or only that it is a region. */
function regionOf({ parts, inverted }: Region): string {
  const [part, another] = parts;
  return part?.kind === 'words' && !another && !inverted ? `“${part.text}”` : t.values.region;
}

function figureOf(command: string, name: string, value: number): string {
  if (bothWays[command]?.includes(name)) return signedPercent(value);
  if (shares.has(name)) return percent(value);
  switch (name) {
    case 'degrees':
      return `${figure(value)}°`;
    case 'aspect':
      return shapeOf(value);
    case 'exposure':
      return t.args.stops(signed(value));
    case 'width':
    case 'height':
      return t.args.pixels(value);
    case 'seed':
      return String(value);
    default:
      return signedPercent(value);
  }
}

const colours = new Set(['colour', 'to']);

/** In an adjustment, highlights are tones; behind a lens, they are lights. */
export function labelOf(command: string, name: string): string {
  if (command === 'blur-background' && name === 'highlights') return t.args.bokeh;
  if (command === 'replace-background' && name === 'degrees') return t.args.angle;
  const label = name in t.args ? t.args[name as keyof typeof t.args] : name;
  return typeof label === 'string' ? label : name;
}

/** One chip an argument, in the order that the plan gives; what says nothing is left out. */
export function chipsOf(invocation: Invocation): Chip[] {
  const chips: Chip[] = [];
  for (const [name, value] of Object.entries(invocation.args) as [string, unknown][]) {
    if (value === undefined || value === '') continue;
    const label = labelOf(invocation.command, name);
    chips.push({
      label,
      value: valueOf(invocation.command, name, value),
      ...(colours.has(name) && { colour: String(value) }),
    });
  }
  return chips;
}

/** What a step that did not happen was without, if that is why: nothing broke then. */
export function lackOf(step: StepState): 'needs-pack' | 'needs-region' | null {
  if (step.state !== 'failed') return null;
  const { code } = step.error;
  return code === 'needs-pack' || code === 'needs-region' ? code : null;
}
