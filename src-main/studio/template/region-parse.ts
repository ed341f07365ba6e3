/** Reads what `region.ts` writes, and what models write: other brackets, commas between items, swapped corners. */
import {
  fail,
  ok,
  region as regionSchema,
  type Region,
  type RegionInput,
  type Result,
} from '../../contract/index.ts';
import { parseNumber, unescapeText } from './escape.ts';

type PartInput = NonNullable<RegionInput['parts']>[number];
type Token =
  | { kind: 'text'; text: string }
  | { kind: 'quoted'; text: string }
  | { kind: 'list'; numbers: number[]; more: number[] | undefined; last: number[] | undefined };

const HINT =
  'Write a box as (x1, y1, x2, y2) with numbers from 0 to 1, for example (0.1, 0.2, 0.5, 0.6); a click as point (0.4, 0.5).';

class Unreadable extends Error {}

/** An empty text is no region. `notices` get a sentence for each thing that was put right. */
export function parseRegion(text: string, notices: string[]): Result<Region | undefined> {
  try {
    const tokens = tokenise(text);
    if (tokens.length === 0) return ok(undefined);
    const parsed = regionSchema.safeParse(assemble(tokens, notices));
    return parsed.success ? ok(parsed.data) : refuse(parsed.error.issues[0]!.message);
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.message);
    throw error;
  }
}

const refuse = (why: string): Result<never> => fail('bad-input', `The region can't be used: ${why}.`, HINT);

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const shape = /\s*(?:([;,\s]+)|"([^"]*)"|[([]([^()[\]]*)[)\]]|([^\s;,"()[\]:]+)|(:))/gy;
  // Bare numbers, as some models write a box, are read as if they stood in brackets.
  const bare = /^[\s\d.,eE+-]+$/.test(text) && /\d/.test(text);
  const source = bare ? `(${text})` : text.trim();
  let at = 0;
  while (at < source.length) {
    shape.lastIndex = at;
    const match = shape.exec(source);
    if (!match) throw new Unreadable(`“${source.slice(at, at + 40).trim()}” is not understood`);
    at = shape.lastIndex;
    const [, gap, quoted, list, word, colon] = match;
    if (gap !== undefined) tokens.push({ kind: 'text', text: ';' });
    else if (quoted !== undefined) tokens.push({ kind: 'quoted', text: unescapeText(quoted) });
    else if (list !== undefined) tokens.push(readList(list));
    else tokens.push({ kind: 'text', text: word ?? colon! });
  }
  return tokens.filter((token, i) => !(isText(token, ';') && (i === 0 || isText(tokens[i - 1], ';'))));
}

function readList(text: string): Token {
  const [numbers, more, last, ...rest] = text.split('|').map((half) =>
    half
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((word) => {
        const value = parseNumber(word);
        if (value === undefined) throw new Unreadable(`“${word.slice(0, 40)}” is not a number`);
        return value;
      }),
  );
  if (rest.length) throw new Unreadable('there are more than two | in a pair of brackets');
  return { kind: 'list', numbers: numbers!, more, last };
}

const isText = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'text' && token.text.toLowerCase() === text;

function assemble(tokens: Token[], notices: string[]): RegionInput {
  const parts: PartInput[] = [];
  const region: RegionInput = { parts };
  let at = 0;
  const next = () => tokens[at++];
  const takeList = (after: string): Extract<Token, { kind: 'list' }> => {
    const token = next();
    if (token?.kind !== 'list') throw new Unreadable(`“${after}” needs numbers in brackets after it`);
    if (token.last && after !== 'stroke')
      throw new Unreadable('there is more than one | in a pair of brackets');
    return token;
  };

  while (at < tokens.length) {
    if (isText(tokens[at], ';')) {
      at++;
      continue;
    }
    const start = tokens[at]!;
    if (start.kind === 'list') {
      parts.push(box(takeList(''), undefined, notices));
      continue;
    }
    const name = objectName(tokens, at);
    if (name) {
      at = name.next;
      parts.push(box(takeList(`${name.text}:`), name.text, notices));
      continue;
    }
    const negative = isText(start, 'not');
    const within = isText(start, 'within');
    if (negative || within) at++;
    const word = next();
    const keyword = word?.kind === 'text' ? word.text.toLowerCase() : '';
    const sign = negative ? ('-' as const) : ('+' as const);
    const exact = within ? ('&' as const) : sign;
    const signed = within
      ? ['polygon', 'stroke', 'mask', 'words']
      : ['point', 'polygon', 'stroke', 'scribble', 'mask', 'words', 'inverted'];
    if ((negative || within) && !signed.includes(keyword))
      throw new Unreadable(`“${within ? 'within' : 'not'} ${keyword}” is not understood`);
    switch (keyword) {
      case 'point': {
        const [x, y, ...rest] = takeList(keyword).numbers;
        if (x === undefined || y === undefined || rest.length)
          throw new Unreadable('a point has two numbers');
        parts.push({ kind: 'point', x: inside(x), y: inside(y), sign });
        break;
      }
      case 'polygon':
        parts.push({ kind: 'polygon', points: pairs(takeList(keyword).numbers), sign: exact });
        break;
      case 'stroke':
      case 'scribble': {
        const { numbers, more, last } = takeList('stroke');
        const [radius, hardness, ...rest] = more ?? [];
        if (radius === undefined || rest.length)
          throw new Unreadable(`a ${keyword} needs its radius: ${keyword} (x, y, … | radius)`);
        parts.push({
          kind: 'stroke',
          points: pairs(numbers),
          radius,
          sign: exact,
          ...(hardness !== undefined && { hardness }),
          ...(last && { pressures: last }),
          ...(keyword === 'scribble' && { hint: true as const }),
        });
        break;
      }
      case 'mask':
        parts.push({ kind: 'mask', hash: textOf(next(), keyword), sign: exact });
        break;
      case 'reference':
        parts.push({ kind: 'reference', hash: textOf(next(), keyword) });
        break;
      case 'words':
        parts.push({
          kind: 'words',
          text: textOf(next(), keyword),
          ...(exact !== '+' && { sign: exact }),
        });
        break;
      case 'fill':
        if (!isText(next(), 'holes')) throw new Unreadable('“fill” is not understood: it is “fill holes”');
        region.refine = { ...region.refine, fillHoles: true };
        break;
      case 'smooth':
      case 'grow':
      case 'shrink':
      case 'feather': {
        const [share, ...rest] = takeList(keyword).numbers;
        if (share === undefined || rest.length) throw new Unreadable(`${keyword} takes one number`);
        const name = keyword === 'shrink' ? 'grow' : keyword;
        region.refine = { ...region.refine, [name]: keyword === 'shrink' ? -share : share };
        break;
      }
      case 'time': {
        const [start, end] = two(takeList(keyword).numbers, 'a time range has two times in microseconds');
        region.time = { start, end };
        break;
      }
      case 'band': {
        const [low, high] = two(takeList(keyword).numbers, 'a band has two frequencies in hertz');
        region.band = { low, high };
        break;
      }
      case 'inverted':
        region.inverted = !negative;
        break;
      case 'all':
        break;
      default:
        throw new Unreadable(`“${word?.kind === 'text' ? word.text.slice(0, 40) : '…'}” is not understood`);
    }
  }
  return region;
}

/** `the dog:` or `"any text":` at a place of the tokens. */
function objectName(tokens: Token[], at: number): { text: string; next: number } | undefined {
  const first = tokens[at]!;
  if (first.kind === 'quoted')
    return isText(tokens[at + 1], ':') ? { text: first.text, next: at + 2 } : undefined;
  const words: string[] = [];
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'text' || token.text === ';') return undefined;
    if (token.text === ':')
      return words.length ? { text: unescapeText(words.join(' ')), next: i + 1 } : { text: '', next: i + 1 };
    words.push(token.text);
  }
  return undefined;
}

function box(
  { numbers, more }: Extract<Token, { kind: 'list' }>,
  object: string | undefined,
  notices: string[],
): PartInput {
  if (numbers.length !== 4) throw new Unreadable('a box has four numbers');
  const [ax, ay, bx, by] = numbers.map(inside) as [number, number, number, number];
  if (ax === bx || ay === by) throw new Unreadable(`the box (${numbers.join(', ')}) has no area`);
  if (ax > bx || ay > by)
    notices.push(`The corners of the box (${numbers.join(', ')}) were swapped; they have been put in order.`);
  const frames = more && two(more, 'a box in a video has a first and a last frame');
  return {
    kind: 'box',
    x1: Math.min(ax, bx),
    y1: Math.min(ay, by),
    x2: Math.max(ax, bx),
    y2: Math.max(ay, by),
    ...(object !== undefined && { object }),
    ...(frames && { frames: { first: frames[0], last: frames[1] } }),
  };
}

function inside(value: number): number {
  if (value >= 0 && value <= 1) return value;
  throw new Unreadable(`${value} lies outside 0 to 1 (divide pixels by the picture's width or height)`);
}

function pairs(numbers: readonly number[]): [number, number][] {
  if (numbers.length % 2) throw new Unreadable('points have two numbers each');
  return Array.from({ length: numbers.length / 2 }, (_, i) => [
    inside(numbers[2 * i]!),
    inside(numbers[2 * i + 1]!),
  ]);
}

function two(numbers: readonly number[], why: string): [number, number] {
  if (numbers.length !== 2) throw new Unreadable(why);
  return [numbers[0]!, numbers[1]!];
}

function textOf(token: Token | undefined, after: string): string {
  if (token?.kind === 'quoted' || (token?.kind === 'text' && token.text !== ';' && token.text !== ':'))
    return token.text;
  throw new Unreadable(`something is missing after “${after}”`);
}
