/** How much larger or smaller: "much bigger", "by 20 %", "twice". */
import { round } from '../dial.ts';
import { readAmount, toNumber, type Level } from '../lexicon/amounts.ts';

const bigger: Readonly<Record<Level, number>> = { hint: 1.05, bit: 1.15, plain: 1.3, lot: 1.6, most: 2 };
const smaller: Readonly<Record<Level, number>> = { hint: 0.95, bit: 0.85, plain: 0.75, lot: 0.5, most: 0.25 };

export interface Growth {
  factor: number;
  /** Whether it was said how much. */
  said: boolean;
}

/** "Much bigger", "20 % smaller", "bigger by half". Undefined without a word for bigger or smaller. */
export function readGrowth(text: string): Growth | undefined {
  const [, times] = /^(.+?) as (?:big|large)(?: as (?:it is|before))?$/.exec(text) ?? [];
  if (times) return grown(1, times === 'half' ? 'to 50 %' : times);
  const [, before, word, after] =
    /^(?:(.+?) )?(bigger|larger|taller|greater|smaller|tinier|littler|big|large|huge|giant|gigantic|enormous|tiny|small)(?: (.+))?$/.exec(
      text,
    ) ?? [];
  if (!word || (before && after)) return undefined;
  // "Huge" is much bigger.
  if (/^(?:huge|giant|gigantic|enormous|tiny)$/.test(word) && !before && !after)
    return grown(word === 'tiny' ? -1 : 1, 'a lot');
  return grown(/^(?:small|tin|litt)/.test(word) ? -1 : 1, before ?? after);
}

/** What a size is multiplied by. @param words how much, if anything was said: "by 20 %", "to half", "twice", "3 times" */
export function grown(way: 1 | -1, words: string | undefined): Growth | undefined {
  const usual = way > 0 ? bigger : smaller;
  if (words === undefined) return { factor: usual.plain, said: false };
  const said = (factor: number | undefined): Growth | undefined =>
    factor !== undefined && factor > 0 ? { factor: round(factor), said: true } : undefined;
  const bare = words.replace(/ (?:the|its)(?: original)? size$/, '').replace(/ as (?:big|large|small)$/, '');
  if (/^(?:by |in |to )?(?:a )?half$/.test(bare)) return said(way > 0 && bare.startsWith('by') ? 1.5 : 0.5);
  const [, to] = /^to (\d+(?:\.\d+)?) ?(?:%|percent|per cent)$/.exec(bare) ?? [];
  if (to) return said(Number(to) / 100);
  const [, times] = /^(?:by (?:a factor of )?)?(.+?) ?(?:times|x|×)$/.exec(bare) ?? [];
  const by = /^(?:by )?twice$/.test(bare) ? 2 : times === undefined ? undefined : toNumber(times);
  if (by) return said(way > 0 ? by : 1 / by);
  const amount = readAmount(bare);
  if (amount?.kind === 'level') return said(usual[amount.level]);
  if (amount?.kind === 'share' && amount.share > 0) return said(1 + way * amount.share);
  return amount?.kind === 'exact' && amount.value > 1
    ? said(way > 0 ? amount.value : 1 / amount.value)
    : undefined;
}
