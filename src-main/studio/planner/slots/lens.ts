/** What a lens does to a background. */
import { round } from '../dial.ts';
import { strengthOf } from '../lexicon/amounts.ts';
import { strengths } from '../lexicon/effects.ts';

/** What a lens does: "with big bokeh balls", "gradually", "like at f/1.4". */
export function readLens(
  text: string,
): { amount?: number; highlights?: number; falloff?: number } | undefined {
  const [, share, what] = /^(?:with |and )?(\d[\d.]*) ?% (bokeh|depth)$/.exec(text) ?? [];
  if (share && Number(share) <= 100)
    return { [what === 'bokeh' ? 'highlights' : 'falloff']: round(Number(share) / 100) };
  const bare = text
    .replace(/\bf ?(\d) \.(\d)/, 'f$1.$2')
    .replace(/^(?:and|,|with|using|adding|add|plus|but|like|as|so that|so) /, '')
    .replace(/^(?:an?|some|the|nice|beautiful|pretty) /, '');
  const both = /^(.+?) and (.+)$/.exec(bare);
  if (both) {
    const [first, second] = [readLens(both[1]!), readLens(both[2]!)];
    if (first && second) return { ...first, ...second };
  }
  const [, adjective] =
    /^(?:(.+?) )?(?:bokeh(?: (?:balls?|discs?|disks?|circles?|lights?|highlights?|effect|bubbles?|look))?|highlights|lights turned into (?:balls|discs)|light (?:balls|discs|circles))$/.exec(
      bare,
    ) ?? [];
  if (
    /bokeh|highlights|light (?:balls|discs|circles)/.test(bare) &&
    /(?:bokeh(?: \w+)?|highlights|balls|discs|circles)$/.test(bare)
  ) {
    if (adjective === undefined) return { highlights: 0.5 };
    const level = Object.hasOwn(strengths, adjective)
      ? strengths[adjective]!
      : lensWords.has(adjective)
        ? 'plain'
        : undefined;
    return level && { highlights: strengthOf({ kind: 'level', level })! };
  }
  if (falloffs.some((pattern) => pattern.test(bare))) return { falloff: 0.5 };
  const [, stop] =
    /^(?:(?:at|shot at|aperture|an aperture of|lens at) )?f ?\/? ?(\d(?:\.\d+)?)(?: lens| aperture| look| bokeh)?$/.exec(
      bare,
    ) ?? [];
  if (stop) return { amount: Number(stop) <= 2 ? 0.8 : Number(stop) <= 4 ? 0.5 : 0.25 };
  return undefined;
}

const lensWords: ReadonlySet<string> = new Set(
  'nice creamy glowing bright shiny round smooth beautiful pretty buttery real sparkling lens visible'.split(
    ' ',
  ),
);
const falloffs: readonly RegExp[] = [
  /^(?:gradual|progressive)(?:ly)?(?: .*)?$/,
  /^(?:depth|depth falloff|falloff|real depth|realistic depth|depth effect|sense of depth|depth of field falloff)$/,
  /^(?:(?:the )?(?:far|distant|further|farther)(?: away)?(?: things| parts| objects| stuff)? (?:are|is|get|gets|be|being) (?:blurrier|more blurred|more blurry|blurred more))$/,
  /^(?:the )?(?:further|farther)(?: away| back)?,? the (?:blurrier|more blurred|more blurry|more)$/,
  /^(?:more|stronger|increasingly|blurrier) (?:the )?(?:with distance|in the distance|far away|further away|farther away|at the back|towards the (?:back|horizon))$/,
  /^(?:increasing|growing|stronger|more) with (?:the )?distance$/,
];
