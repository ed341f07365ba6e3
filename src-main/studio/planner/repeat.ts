/** "Again", "a bit more", "half of that", "30 % instead": what such words ask of the last plan. */
import { readAmount, toNumber } from './lexicon/amounts.ts';

/** Once more on top; in its place with its amount times a factor, or at a share of the most. */
export type Repeat = { kind: 'again' } | { kind: 'times'; factor: number } | { kind: 'set'; share: number };

const again =
  /^(?:(?:do |try |and )?(?:it |that |this |the same )?(?:again|once more|one more time|another time)|same again|repeat(?: it| that| this)?|the same again|the same thing again|do (?:it|that) again)$/;

/** What may lead up to it: "again, but …", "make it …", "try it …". */
const start =
  /^(?:(?:again|once more|one more time|same thing|the same thing|same again|the same|same|do (?:it|that|the same)|make (?:it|that|this|the effect)|(?:try|have|redo|apply|use|set|put) (?:it|that|this)|try|go|set|but|and|just|only|with|now|no|hmm|ok|(?:looks|look|that's|it's|that looks|it looks) (?:good|great|nice|ok|okay|fine|better|cool),?|but|even|still|that's|it's|that is|that was|it is|this is|the effect is|,|:|-) )+/;
const HOW =
  '(a tiny bit|a hint|just a bit|just a little|just a touch|a (?:little )?bit|a little|slightly|a touch|a tad|a notch|somewhat|rather|quite|a smidge|much|a lot|lots|far|way|considerably|significantly)';
const UP =
  '(?:more|stronger|further|harder|heavier|bolder|more intense|more strongly|more extreme|more of (?:it|that|this|the same)|more effect|not (?:strong )?enough|too (?:little|weak|subtle|timid)|up)';
const DOWN =
  '(?:less|weaker|gentler|subtler|milder|more subtle|more gently|more subtly|less of (?:it|that|this)|less strong|less intense|less strongly|less extreme|less effect|too (?:much|strong|intense|heavy|extreme|aggressive)|too|over the top|overdone|down|back)';
const up = new RegExp(`^(?:${HOW} |a )?${UP}(?: ${HOW})?$`);
const down = new RegExp(`^(?:${HOW} |a )?${DOWN}(?: ${HOW})?$`);
const wayUp =
  /^(?:i )?(?:keep going|(?:can|could) (?:barely|hardly) (?:see|tell|notice)(?: (?:it|that|a difference|any difference|the difference))?|barely visible|hardly visible)$/;
const wayDown =
  /^(?:(?:a bit|a little|rather|quite|somewhat|kinda|kind of|a touch|slightly) much|not (?:so|that|quite so|as|quite that|quite as) (?:much|strong|strongly|intense|heavy|extreme)|ease (?:off|up)|back off|go easier|softer than that)$/;
const dial = new RegExp(
  `^(?:tone|dial|turn|take|bring|pull|crank|pump|push) (?:it|that|this|the effect) (up|down|back)(?: ${HOW})?$`,
);
const changed = new RegExp(
  `^(increase|raise|strengthen|boost|intensify|reduce|lower|weaken|decrease|lessen|soften|halve|double) (?:it|that|this|(?:the|that|this|its) (?:effect|strength|intensity|amount|look|opacity))(?: ${HOW}| (?:by )?(\\d[\\d.]*) ?(?:%|percent)| by half)?$`,
);
const times =
  /^(twice|double|triple|halve|half|a third|a quarter|two thirds|three quarters|(?:\d[\d.]*|\w+) (?:times|x))(?: (?:of|as much|as strong|as strongly|as intense|as far|as heavy|the (?:amount|strength|effect|intensity)|it|that|this|of that|of it|of this|stronger|more))*$/;
const byShare = /^(?:by )?(\d[\d.]*) ?(?:%|percent|per cent) (more|stronger|less|weaker|further)$/;
const atShare =
  /^(?:at |to |of |about |around )?(\d[\d.]*) ?(?:%|percent|per cent)(?: (?:strength|intensity|instead|rather|only|opacity))*$/;

const atPart =
  /^(?:at |to |with )?(half|full|a quarter|quarter|a third) (?:of the )?(?:the |its )?(?:strength|intensity|opacity|power|force|amount)$/;
const parts: Readonly<Record<string, number>> = {
  half: 0.5,
  full: 1,
  'a quarter': 0.25,
  quarter: 0.25,
  'a third': 1 / 3,
};

const named: Readonly<Record<string, number>> = {
  twice: 2,
  double: 2,
  triple: 3,
  halve: 0.5,
  half: 0.5,
  'a third': 1 / 3,
  'a quarter': 0.25,
  'two thirds': 2 / 3,
  'three quarters': 0.75,
};
const factors = {
  up: { hint: 1.15, bit: 1.25, plain: 1.5, lot: 2, most: 3 },
  down: { hint: 0.85, bit: 0.75, plain: 0.5, lot: 0.25, most: 0.1 },
} as const;

/** @param words in lower case; undefined: they ask for something else */
export function readRepeat(words: string): Repeat | undefined {
  if (again.test(words)) return { kind: 'again' };
  const parts = words.split(/ ?(?:,|\bbut\b) ?/).filter(Boolean);
  if (parts.length > 1) {
    const all = parts.map((part) => readRepeat(part));
    if (all.every((one) => one && one.kind !== 'again')) return all.at(-1);
  }
  const said = words.replace(/ (?:please|instead|then|though|now)$/, '');
  // "Do it again, a bit stronger" and "even more" begin with what "again" and "more" lead up to.
  return readCore(said) ?? readCore(said.replace(start, ''));
}

function readCore(text: string): Repeat | undefined {
  const way = up.exec(text) ?? down.exec(text);
  if (way && text !== 'up' && text !== 'down' && text !== 'back')
    return dosed(up.test(text) ? 'up' : 'down', way[1] ?? way[2]);
  if (wayUp.test(text)) return dosed('up', undefined);
  if (wayDown.test(text))
    return dosed('down', /quite|^(?:a|slightly|kind|some)/.test(text) ? 'a bit' : undefined);
  const dialled = dial.exec(text);
  if (dialled) return dosed(dialled[1] === 'up' ? 'up' : 'down', dialled[2]);
  const [, verb, how, share] = changed.exec(text) ?? [];
  if (verb) {
    if (/^(?:halve|double)$/.test(verb)) return { kind: 'times', factor: verb === 'double' ? 2 : 0.5 };
    const more = /^(?:increase|raise|strengthen|boost|intensify)$/.test(verb);
    if (share) return { kind: 'times', factor: 1 + ((more ? 1 : -1) * Number(share)) / 100 };
    return dosed(more ? 'up' : 'down', how);
  }
  const factor = times.exec(text);
  if (factor) return multiplied(factor[1]!);
  const [, by, sense] = byShare.exec(text) ?? [];
  if (by) return { kind: 'times', factor: 1 + (/less|weaker/.test(sense!) ? -1 : 1) * (Number(by) / 100) };
  const [, part] = atPart.exec(text) ?? [];
  if (part) return { kind: 'set', share: parts[part]! };
  if (/^(?:split the difference|meet (?:me )?(?:in the middle|halfway)|halfway)$/.test(text))
    return { kind: 'times', factor: 0.5 };
  const [, at] = atShare.exec(text) ?? [];
  return at ? { kind: 'set', share: Number(at) / 100 } : undefined;
}

function dosed(way: 'up' | 'down', how: string | undefined): Repeat {
  const amount = readAmount(how ?? 'some');
  return { kind: 'times', factor: factors[way][amount?.kind === 'level' ? amount.level : 'plain'] };
}

function multiplied(text: string): Repeat | undefined {
  const factor = Object.hasOwn(named, text) ? named[text] : toNumber(text.replace(/ (?:times|x)$/, ''));
  return factor === undefined || factor <= 0 ? undefined : { kind: 'times', factor };
}
