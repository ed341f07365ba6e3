/** The values of arguments as text, each by its kind. */
import { fail, ok, type Region, type Result } from '../../contract/index.ts';
import type { ArgumentKind } from './commands.ts';
import { escapeText, formatNumber, parseNumber, unescapeText } from './escape.ts';
import { formatRegion } from './region.ts';
import { parseRegion } from './region-parse.ts';

/** A bar inside a region would end the argument. */
const BAR = '&#124;';

/** @param value of the type that its kind says; the schema has checked it */
export function writeValue(kind: ArgumentKind, value: unknown): string {
  switch (kind) {
    case 'number':
      return formatNumber(value as number);
    case 'text':
      return escapeText(String(value));
    case 'points':
      return (value as number[][]).map((point) => point.map(formatNumber).join(' ')).join(', ');
    case 'region':
      return formatRegion(value as Region).replaceAll('|', BAR);
  }
}

export function readValue(name: string, kind: ArgumentKind, text: string): Result<unknown> {
  switch (kind) {
    case 'number': {
      const value = parseNumber(unescapeText(text));
      return value === undefined
        ? fail('wrong-use', `“${name}” needs a number, not “${text.slice(0, 40)}”.`, 'For example 0.5.')
        : ok(value);
    }
    case 'text':
      return ok(unescapeText(text));
    case 'points': {
      const points = text.split(',').map((pair) => pair.trim().split(/\s+/).map(parseNumber));
      return points.every((pair) => pair.length === 2 && !pair.includes(undefined))
        ? ok(points)
        : fail('wrong-use', `“${name}” needs pairs of numbers.`, 'For example 0 0, 0.5 0.6, 1 1.');
    }
    case 'region':
      return parseRegion(text.replaceAll(BAR, '|'), []);
  }
}
