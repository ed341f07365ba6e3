/** What a dial and an amount stand for. */
import { strengthOf, type Amount, type Level } from './lexicon/amounts.ts';
import type { Push, Tone } from './lexicon/tones.ts';

/** A command with its arguments, without a place. */
export interface Edit {
  command: string;
  args: Record<string, unknown>;
}

const toneScale: Readonly<Record<Level, number>> = { hint: 0.25, bit: 0.5, plain: 1, lot: 2, most: 3 };
/** How far the middle of a curve, or the bends of an S, are moved. */
const curveScale: Readonly<Record<Level, number>> = {
  hint: 0.02,
  bit: 0.05,
  plain: 0.1,
  lot: 0.2,
  most: 0.3,
};
const limits: Readonly<Partial<Record<Tone, number>>> = { exposure: 5 };
export const round = (value: number): number => Math.round(value * 100) / 100;

/** @returns undefined where the amount makes no sense or goes past what the contract allows */
export function turnDial(push: Push, amount: Amount | undefined): Edit | undefined {
  const [dial, way] = push;
  switch (dial) {
    case 'clarity':
    case 'vignette': {
      const value = strengthOf(amount);
      return value === undefined || Math.abs(value) > 1
        ? undefined
        : { command: dial, args: { amount: round(way * value) } };
    }
    case 'midtones':
      return middle('all', way, amount);
    case 'red':
    case 'green':
    case 'blue':
      return middle(dial, way, amount);
    case 'detail':
      return dosed('stylise', amount, { style: way > 0 ? 'detail' : 'smooth' });
    case 'sharpness':
      return way > 0 ? dosed('sharpen', amount) : turnDial(['clarity', -1], amount);
    case 'noise':
      return way < 0 ? dosed('denoise', amount) : undefined;
    default: {
      const value = toneOf(dial, way, amount ?? { kind: 'level', level: 'plain' });
      if (value === undefined || !Number.isFinite(value) || Math.abs(value) > (limits[dial] ?? 1))
        return undefined;
      return { command: 'adjust', args: { [dial]: round(value) } };
    }
  }
}

/** A command whose amount is 0..1. */
export function dosed(command: string, amount: Amount | undefined, args: object = {}): Edit | undefined {
  const value = strengthOf(amount);
  return value === undefined || value < 0 || value > 1
    ? undefined
    : { command, args: { ...args, amount: round(value) } };
}

function middle(channel: string, way: 1 | -1, amount: Amount | undefined): Edit | undefined {
  const by = bendOf(amount);
  if (by === undefined || Math.abs(by) > 0.45) return undefined;
  const points = [
    [0, 0],
    [0.5, round(0.5 + way * by)],
    [1, 1],
  ];
  return { command: 'curves', args: { points, channel } };
}

/** An S: darker below the middle, brighter above. */
export function sCurve(amount: Amount | undefined): Edit | undefined {
  const by = bendOf(amount);
  if (by === undefined || by < 0 || by > 0.4) return undefined;
  const d = Math.round(by * 50) / 100 || 0.01;
  const points = [
    [0, 0],
    [0.25, round(0.25 - d)],
    [0.75, round(0.75 + d)],
    [1, 1],
  ];
  return d < 0.25 ? { command: 'curves', args: { points, channel: 'all' } } : undefined;
}

function bendOf(amount: Amount | undefined): number | undefined {
  if (!amount) return curveScale.plain;
  if (amount.kind === 'level') return curveScale[amount.level];
  return amount.kind === 'share' ? amount.share : undefined;
}

/**
 * Exposure in stops (half a stop when nothing is said), the other tones in -1..1 (0.3 when nothing is said). Exposure
 * is a power of two, so 50 % darker and half as bright are one stop less.
 */
function toneOf(tone: Tone, way: 1 | -1, amount: Amount): number | undefined {
  const light = tone === 'exposure';
  switch (amount.kind) {
    case 'level':
      return way * toneScale[amount.level] * (light ? 0.5 : 0.3);
    case 'share':
      return light ? Math.log2(1 + way * amount.share) : way * amount.share;
    case 'stops':
      return light ? way * amount.stops : undefined;
    case 'exact':
      return way * (!light && Math.abs(amount.value) > 1 ? amount.value / 100 : amount.value);
    case 'factor':
      return light ? way * Math.log2(amount.factor) : way * (amount.factor - 1);
  }
}
