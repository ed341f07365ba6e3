/** Which control fits an argument: read off the contract's own schema, so that a new argument has one at once. */
import type * as z from 'zod';
import { figure as figureOf, signed } from '../../strings/format.ts';
import { imageEdits, type ImageEditName, type Invocation } from '../../../src-main/contract/invocation.ts';

/** How a figure is read: a share, stops of light, degrees, times, a count. */
export type Unit = 'percent' | 'stops' | 'degrees' | 'times' | 'count';

export type Control = { name: string; optional: boolean } & (
  | { kind: 'slider'; min: number; max: number; step: number; unit: Unit }
  | { kind: 'number'; min: number; max: number; unit: Unit }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'colour' }
  | { kind: 'words' }
  | { kind: 'photo' }
  | { kind: 'curve' }
);

/** Ranges that are wider in the contract than anyone drags. */
const dragged: Partial<Record<string, readonly [min: number, max: number, step: number]>> = {
  degrees: [-180, 180, 1],
  exposure: [-3, 3, 0.1],
  scale: [0.1, 4, 0.05],
  left: [0, 1, 0.01],
  right: [0, 1, 0.01],
  top: [0, 1, 0.01],
  bottom: [0, 1, 0.01],
};
const units: Partial<Record<string, Unit>> = {
  exposure: 'stops',
  degrees: 'degrees',
  scale: 'times',
  factor: 'times',
  aspect: 'times',
  seed: 'count',
  width: 'count',
  height: 'count',
};

/** The arguments of an edit that can be set by hand, in the contract's order. Other modules have none yet. */
export function controlsOf({ module, command }: Invocation): Control[] {
  if (module !== 'image-editing') return [];
  const { shape } = imageEdits[command];
  return Object.entries(shape as Record<string, z.ZodType>).flatMap(
    ([name, type]) => controlOf(command, name, type) ?? [],
  );
}

function controlOf(command: ImageEditName, name: string, wrapped: z.ZodType): Control | null {
  const { type, optional } = unwrapped(wrapped);
  const base = { name, optional };
  switch (type.def.type) {
    case 'number':
      return { ...base, ...figure(command, name, type as z.ZodNumber) };
    case 'enum':
      return { ...base, kind: 'choice', options: (type as z.ZodEnum).options.map(String) };
    case 'string':
      if (name === 'photo') return { ...base, kind: 'photo' };
      if (name === 'colour' || name === 'to') return { ...base, kind: 'colour' };
      return { ...base, kind: 'words' };
    case 'array':
      return name === 'points' ? { ...base, kind: 'curve' } : null;
    default:
      return null; // regions and corners are drawn on the picture
  }
}

function figure(command: ImageEditName, name: string, type: z.ZodNumber) {
  const unit = units[name] ?? 'percent';
  const [low, high] = [type.minValue ?? -Infinity, type.maxValue ?? Infinity];
  if (unit === 'count' || name === 'factor' || name === 'aspect')
    return { kind: 'number', min: low, max: high, unit } as const;
  const [min, max, step] = dragged[name] ?? [low, high, 0.01];
  const limits = command === 'straighten' ? { min: low, max: high, step: 0.1 } : { min, max, step };
  return { kind: 'slider', ...limits, unit } as const;
}

function unwrapped(type: z.ZodType): { type: z.ZodType; optional: boolean } {
  const { def } = type as z.ZodType & { def: { type: string; innerType?: z.ZodType } };
  if (def.type === 'optional') return { type: unwrapped(def.innerType!).type, optional: true };
  if (def.type === 'default') return unwrapped(def.innerType!);
  return { type, optional: false };
}

/** The arguments with one changed; `undefined` takes it away. */
export function withArgument(invocation: Invocation, name: string, value: unknown): Invocation {
  const rest = Object.fromEntries(Object.entries(invocation.args).filter(([key]) => key !== name));
  const args = value === undefined ? rest : { ...rest, [name]: value };
  return { ...invocation, args } as Invocation;
}

/** A figure as it is read beside its control. */
export function readFigure(value: number, unit: Unit): string {
  switch (unit) {
    case 'percent':
      return `${figureOf(value * 100, 0)} %`;
    case 'stops':
      return signed(value, 1);
    case 'degrees':
      return `${figureOf(value, 1)}°`;
    case 'times':
      return `${figureOf(value)}×`;
    case 'count':
      return figureOf(value);
  }
}
