/** Backgrounds, shadows, lenses. */
import type { Invocation } from '../../../contract/index.ts';
import { percent, type Say } from './figures.ts';

type Args<C extends string> = Extract<Invocation, { command: C }>['args'];

export const onShadow = (shadow: number | undefined): string =>
  shadow === undefined ? '' : ` with a ${shadow === 0.5 ? '' : `${percent(shadow)} `}shadow`;

/** A photo has no name here. */
export function backing(
  { colour, to, degrees, photo, shadow }: Args<'replace-background'>,
  { thing, at }: Say,
): string | undefined {
  if (photo !== undefined || colour === undefined) return undefined;
  const angle = degrees === undefined ? '' : ` at ${degrees} degrees`;
  const what = to === undefined ? `a ${colour} background` : `a gradient from ${colour} to ${to}${angle}`;
  return `put ${at ? thing : 'it'} on ${what}${onShadow(shadow)}`;
}

export function lensOf({ highlights, falloff }: Args<'blur-background'>): string {
  const parts = [
    ...(highlights === undefined ? [] : [highlights === 0.5 ? 'bokeh' : `${percent(highlights)} bokeh`]),
    ...(falloff === undefined ? [] : [falloff === 0.5 ? 'depth' : `${percent(falloff)} depth`]),
  ];
  return parts.length ? ` with ${parts.join(' and ')}` : '';
}
