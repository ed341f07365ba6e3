/** An invocation's arguments as a person reads them. */
import type { Invocation, Plan } from '../../src-main/contract/invocation.ts';
import type { StepState } from '../../src-main/contract/document.ts';
import { en } from '../strings/en.ts';
import { percent, signedPercent } from '../strings/format.ts';

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
  return known?.[1] ?? `${Number(aspect.toFixed(2))}:1`;
}

/** A plan's commands, in a row. */
export const titleOf = (plan: Plan): string =>
  plan.steps.map((step) => en.commands[step.invocation.command]).join(', ');

const minus = (text: string) => text.replace('-', '−');

function valueOf(name: string, value: unknown): string {
  if (typeof value !== 'number')
    return name === 'target' || name === 'prompt' ? `“${String(value)}”` : String(value);
  switch (name) {
    case 'amount':
    case 'factor':
      return percent(value);
    case 'degrees':
      return minus(`${value}°`);
    case 'aspect':
      return shapeOf(value);
    case 'exposure':
      return en.args.stops(`${value > 0 ? '+' : ''}${minus(String(value))}`);
    case 'seed':
      return String(value);
    default:
      return signedPercent(value);
  }
}

/** One chip an argument, in the order that the plan gives; what says nothing is left out. */
export function chipsOf(invocation: Invocation): Chip[] {
  const chips: Chip[] = [];
  for (const [name, value] of Object.entries(invocation.args) as [string, unknown][]) {
    if (value === undefined || value === '') continue;
    const label = name in en.args ? en.args[name as keyof typeof en.args] : name;
    chips.push({
      label: typeof label === 'string' ? label : name,
      value: valueOf(name, value),
      ...(name === 'colour' && { colour: String(value) }),
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
