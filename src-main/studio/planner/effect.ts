/** An effect by its name, with how much of it: "a subtle vignette", "sepia at 40 %", "pencil sketch". */
import { dosed, round, sCurve, turnDial, type Edit } from './dial.ts';
import { readAmount, strengthOf, type Amount } from './lexicon/amounts.ts';
import * as names from './lexicon/effects.ts';

/** The shortest first: an "old film look" is the look of an old film. */
const nouns = [...names.effectNouns].sort((a, b) => a.length - b.length);
const adjectives = Object.keys(names.strengths).sort((a, b) => b.length - a.length);
const of = <V>(table: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

export function readEffect(text: string): Edit | undefined {
  const bare = text
    .replace(/^(?:an?|the|some|any|another|that|this|more of an?) /, '')
    .replace(/^(.+?) , ((?:very |quite |really )?\w+)$/, '$2 $1')
    .replace(/ (?:with|in) (?:[a-z-]+ ){1,2}(?:tones|colours|hues)$/, '');
  const plain = called(bare, undefined);
  if (plain) return plain;
  const { words, amount } = takeAmount(bare);
  // "A cinematic teal and orange look at 50 %": the number counts.
  if (amount) return called(words, amount) ?? called(takeAmount(words).words, amount);
  const made = bare.replace(
    /^(?:it (?:was|were|is|has been|had been) )?(?:shot|taken|filmed|photographed|captured|made|done) (?:on|with|in|by) (?:an? )?/,
    '',
  );
  return made === bare ? undefined : called(made, undefined);
}

/** By its name, alone or with "effect", "look" and the like after it. */
function called(words: string, amount: Amount | undefined): Edit | undefined {
  const exact = named(words, amount, false);
  if (exact) return exact;
  for (const noun of nouns) {
    const edit = words.endsWith(` ${noun}`)
      ? named(words.slice(0, -noun.length - 1), amount, true)
      : undefined;
    if (edit) return edit;
  }
  return undefined;
}

/** Takes a trailing amount off, or an adjective of strength in front. */
function takeAmount(said: string): { words: string; amount: Amount | undefined } {
  // "…, but only slightly", "…, 50 percent"
  const text = said
    .replace(/ (?:, )?but (?:only )?(?:just )?(?=[a-z]+$|an? )/, ' ')
    .replace(/ , (?=\d)/, ' ');
  const parts = text.split(' ');
  for (let at = 1; at < parts.length; at++) {
    const amount = readAmount(
      parts
        .slice(at)
        .join(' ')
        .replace(/^with /, 'by '),
    );
    if (amount) return { words: parts.slice(0, at).join(' '), amount };
  }
  const [, name, half] =
    /^(.+?)(?: ,)? (?:at |with )?(half|full|low|\d+ ?(?:%|percent)) (?:strength|intensity|power|opacity)$/.exec(
      text,
    ) ?? [];
  if (name && half) {
    const share = { half: 0.5, full: 1, low: 0.25 }[half] ?? Number.parseInt(half, 10) / 100;
    return { words: name, amount: { kind: 'share', share } };
  }
  const halved = /^(.+?)(?: ,)? (?:at |to |but only |only |just )?half$/.exec(text)?.[1];
  if (halved) return { words: halved, amount: { kind: 'share', share: 0.5 } };
  const [, start, others] = /^(\d[\d.]* (?:%|percent|per cent)) (.+)$/.exec(text) ?? [];
  if (others) return { words: others, amount: readAmount(start!) };
  const last = text.split(' ').at(-1)!;
  if (Object.hasOwn(names.strengths, last) && text.includes(' '))
    return {
      words: text.slice(0, -last.length - 1),
      amount: { kind: 'level', level: names.strengths[last]! },
    };
  const adjective = adjectives.find((a) => text.startsWith(`${a} `));
  if (!adjective) return { words: text, amount: undefined };
  return {
    words: text.slice(adjective.length + 1),
    amount: { kind: 'level', level: names.strengths[adjective]! },
  };
}

function named(name: string, amount: Amount | undefined, noun: boolean): Edit | undefined {
  const look = of(names.looks, name) ?? (noun ? of(names.looksByNoun, name) : undefined);
  if (look) return filmLook(look, amount);
  const style = of(names.styles, name);
  if (style) return dosed('stylise', amount, { style });
  const vignette = of(names.vignettes, name);
  if (vignette) return turnDial(['vignette', vignette], amount);
  if (names.glows.has(name)) return turnDial(['clarity', -1], amount);
  if (names.enhancements.has(name)) return dosed('enhance', amount);
  if (names.sCurves.has(name)) return sCurve(amount);
  if (names.negatives.has(name) && !amount) {
    const points = [
      [0, 1],
      [1, 0],
    ];
    return { command: 'curves', args: { points, channel: 'all' } };
  }
  return undefined;
}

/** A film look is a whole one where nothing is said. */
function filmLook(look: string, amount: Amount | undefined): Edit | undefined {
  const value = strengthOf(amount);
  const scaled =
    !amount || value === undefined ? 1 : amount.kind === 'level' ? Math.min(1, value * 2) : value;
  return value === undefined || scaled < 0 || scaled > 1
    ? undefined
    : { command: 'film-look', args: { look, amount: round(scaled) } };
}
