/**
 * A region as text: items with `;` between them.
 *
 *     (x1, y1, x2, y2)          a box            dog: (… | 3, 40)      with its object and its frames
 *     point (x, y)              a click          polygon (x, y, x, y, x, y)
 *     stroke (x, y, … | radius)                  mask <hash>     reference <hash>     words "the dog"
 *     scribble (x, y, … | radius)                a stroke that is a hint
 *     time (t0, t1)             microseconds     band (f0, f1)         hertz
 *     inverted                  everything else  all                   the whole picture
 *
 * `not` before a point, a polygon, a stroke, a scribble or a mask takes it away.
 */
import { missingCase, type Region, type RegionPart } from '../../contract/index.ts';
import { escapeText, formatNumber } from './escape.ts';

/** An object's name that needs no quotes. */
const PLAIN_NAME = /^[\p{L}\p{N}]+(?:[ _'-][\p{L}\p{N}]+)*$/u;

export function formatRegion(region: Region): string {
  const items = region.parts.map(formatPart);
  if (region.inverted !== undefined) items.push(region.inverted ? 'inverted' : 'not inverted');
  if (region.time) items.push(`time ${list([region.time.start, region.time.end])}`);
  if (region.band) items.push(`band ${list([region.band.low, region.band.high])}`);
  return items.join('; ') || 'all';
}

function formatPart(part: RegionPart): string {
  switch (part.kind) {
    case 'point':
      return `${not(part)}point ${list([part.x, part.y])}`;
    case 'box': {
      const frames = part.frames ? [part.frames.first, part.frames.last] : undefined;
      const name =
        part.object === undefined
          ? ''
          : `${PLAIN_NAME.test(part.object) ? part.object : quote(part.object)}: `;
      return name + list([part.x1, part.y1, part.x2, part.y2], frames);
    }
    case 'polygon':
      return `${not(part)}polygon ${list(part.points.flat())}`;
    case 'stroke':
      return `${not(part)}${part.hint ? 'scribble' : 'stroke'} ${list(part.points.flat(), [part.radius])}`;
    case 'mask':
      return `${not(part)}mask ${part.hash}`;
    case 'words':
      return `words ${quote(part.text)}`;
    case 'reference':
      return `reference ${part.hash}`;
    default:
      return missingCase(part);
  }
}

const not = ({ sign }: { sign: '+' | '-' }): string => (sign === '-' ? 'not ' : '');
const quote = (text: string): string => `"${escapeText(text, /"/g)}"`;
const list = (numbers: readonly number[], more?: readonly number[]): string => {
  const join = (values: readonly number[]) => values.map(formatNumber).join(', ');
  return `(${join(numbers)}${more ? ` | ${join(more)}` : ''})`;
};
