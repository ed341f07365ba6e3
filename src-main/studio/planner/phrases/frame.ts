/** Cropping, turning, sizes, the canvas. */
import type { Invocation } from '../../../contract/index.ts';
import { degrees, percent, ratio, round } from './figures.ts';

type Args<C extends string> = Extract<Invocation, { command: C }>['args'];

export function resizing({ factor, width, height }: Args<'resize'>): string {
  if (factor !== undefined) return `resize to ${round(factor * 100)} %`;
  if (width !== undefined && height !== undefined) return `resize to ${width} x ${height} pixels`;
  return width === undefined ? `resize to ${height} pixels high` : `resize to ${width} pixels wide`;
}

export function cropping(thing: string, aspect: number | undefined): string {
  if (aspect === undefined) return `crop to ${thing}`;
  return aspect === 1 ? 'crop to a square' : `crop to ${ratio(aspect)}`;
}

export function rotating(angle: number): string {
  if (angle === 90) return 'rotate right';
  return angle === -90 ? 'rotate left' : `rotate ${degrees(angle)}`;
}

export function keystone({ corners, vertical = 0, horizontal = 0 }: Args<'perspective'>): string | undefined {
  if (corners || (vertical === 0) === (horizontal === 0)) return undefined;
  const side = vertical ? (vertical > 0 ? 'top' : 'bottom') : horizontal > 0 ? 'left side' : 'right side';
  return `widen the ${side} by ${percent(vertical || horizontal)}`;
}

export function extending({ aspect, ...margins }: Args<'extend'>): string | undefined {
  const sides = (['left', 'right', 'top', 'bottom'] as const).filter((side) => margins[side] !== undefined);
  if (aspect !== undefined) return sides.length ? undefined : `extend to ${ratio(aspect)}`;
  const [share, another] = new Set(sides.map((side) => margins[side]!));
  if (another !== undefined) return undefined;
  const where = sides.length === 4 ? 'on all sides' : `on the ${sides.join(' and ')}`;
  return `extend by ${percent(share!)} ${where}`;
}
