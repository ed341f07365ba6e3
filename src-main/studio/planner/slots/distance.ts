/** Shares of the picture, said as such, as pixels or in words. */
import { readAmount, type Level } from '../lexicon/amounts.ts';

export interface Size {
  width: number;
  height: number;
}

/** A share of the picture along an axis; `undefined`: no distance, or pixels of a picture whose size isn't known. */
export function readDistance(
  text: string,
  along: number | undefined,
  levels: Readonly<Record<Level, number | undefined>>,
): number | undefined {
  const bare = text.replace(/^(?:by|about|around) /, '');
  const [, pixels] = /^(\d+(?:\.\d+)?) ?(?:px|pixels?)$/.exec(bare) ?? [];
  if (pixels) return along === undefined ? undefined : round4(Number(pixels) / along);
  if (/^(?:half|a half)(?: of)?(?: (?:the|its) (?:width|height|size))?$/.test(bare)) return 0.5;
  const amount = readAmount(`by ${bare}`) ?? readAmount(bare) ?? readAmount(text);
  if (amount?.kind === 'level') return levels[amount.level];
  return amount?.kind === 'share' ? round4(amount.share) : undefined;
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;
