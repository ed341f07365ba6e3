/** The shadow under what is kept: "with a soft shadow", "add a strong drop shadow under it". */
import { round } from '../dial.ts';
import { strengthOf } from '../lexicon/amounts.ts';
import { strengths } from '../lexicon/effects.ts';

const shadow = new RegExp(
  '^(?:(?:and|,|with|add|give it|put|plus|cast|have|having|keep|include|casting) )*(?:an? |some |the |its )?' +
    '(?:(.+?) )??(?:(?:drop|contact|ground|floor|cast|natural|realistic|soft|fake) )*shadow' +
    '(?: (?:under|below|beneath|underneath|behind)(?: (?:it|them|him|her|this))?| to it| on the (?:ground|floor))?$',
);

const none =
  /^(?:(?:and|,|but|with) )*(?:no|without)(?: an?| any| the)? (?:drop |contact )?shadows?(?: at all)?$/;

/** What “no shadow” stands for. */
export const noShadow = -1;

/** @returns 0..1, or `noShadow`; a soft shadow is a usual one */
export function readShadow(text: string): number | undefined {
  if (!text.includes('shadow')) return undefined;
  if (none.test(text)) return noShadow;
  const found = shadow.exec(text);
  if (!found) return undefined;
  const [, adjective] = found;
  if (adjective === undefined) return 0.5;
  const [, share] = /^(\d[\d.]*) ?%$/.exec(adjective) ?? [];
  if (share) return Number(share) <= 100 ? round(Number(share) / 100) : undefined;
  const level = Object.hasOwn(strengths, adjective) ? strengths[adjective] : undefined;
  return level && strengthOf({ kind: 'level', level });
}
