/**
 * A region as text: items with `;` between them.
 *
 *     (x1, y1, x2, y2)          a box            dog: (… | 3, 40)      with its object and its frames
 *     point (x, y)              a click          polygon (x, y, x, y, x, y)
 *     stroke (x, y, … | radius)                  mask <hash>     reference <hash>     words "the dog"
 *     stroke (x, y, … | radius, hardness | p, …) a soft one, with a pressure a point
 *     scribble (x, y, … | radius)                a stroke that is a hint
 *     time (t0, t1)             microseconds     band (f0, f1)         hertz
 *     inverted                  everything else  all                   the whole picture
 *     fill holes     smooth (s)     grow (s)     shrink (s)     feather (s)     lengths in shares of the longer side
 *
 * `not` before a point, a polygon, a stroke, a scribble, a mask or words takes it away; `within` before any of them but
 * a point and a scribble keeps only what lies in both.
 */
import {
  missingCase,
  type Combine,
  type Refinement,
  type Region,
  type RegionPart,
} from '../../contract/index.ts';
import { escapeText, formatNumber } from './escape.ts';

/** An object's name that needs no quotes. */
const PLAIN_NAME = /^[\p{L}\p{N}]+(?:[ _'-][\p{L}\p{N}]+)*$/u;

export function formatRegion(region: Region): string {
  const items = region.parts.map(formatPart);
  if (region.inverted !== undefined) items.push(region.inverted ? 'inverted' : 'not inverted');
  if (region.refine) items.push(...formatRefinement(region.refine));
  if (region.time) items.push(`time ${list([region.time.start, region.time.end])}`);
  if (region.band) items.push(`band ${list([region.band.low, region.band.high])}`);
  return items.join('; ') || 'all';
}

function formatRefinement({ fillHoles, smooth, grow, feather }: Refinement): string[] {
  return [
    ...(fillHoles ? ['fill holes'] : []),
    ...(smooth === undefined ? [] : [`smooth ${list([smooth])}`]),
    ...(grow === undefined ? [] : [grow > 0 ? `grow ${list([grow])}` : `shrink ${list([-grow])}`]),
    ...(feather === undefined ? [] : [`feather ${list([feather])}`]),
  ];
}

function formatPart(part: RegionPart): string {
  switch (part.kind) {
    case 'point':
      return `${how(part)}point ${list([part.x, part.y])}`;
    case 'box': {
      const frames = part.frames ? [part.frames.first, part.frames.last] : undefined;
      const name =
        part.object === undefined
          ? ''
          : `${PLAIN_NAME.test(part.object) ? part.object : quote(part.object)}: `;
      return name + list([part.x1, part.y1, part.x2, part.y2], frames);
    }
    case 'polygon':
      return `${how(part)}polygon ${list(part.points.flat())}`;
    case 'stroke':
      return `${how(part)}${part.hint ? 'scribble' : 'stroke'} ${list(part.points.flat(), brushOf(part), part.pressures)}`;
    case 'mask':
      return `${how(part)}mask ${part.hash}`;
    case 'words':
      return `${how(part)}words ${quote(part.text)}`;
    case 'reference':
      return `reference ${part.hash}`;
    default:
      return missingCase(part);
  }
}

const brushOf = ({ radius, hardness }: { radius: number; hardness?: number | undefined }): number[] =>
  hardness === undefined ? [radius] : [radius, hardness];
const how = ({ sign = '+' }: { sign?: Combine | undefined }): string =>
  ({ '+': '', '-': 'not ', '&': 'within ' })[sign];
const quote = (text: string): string => `"${escapeText(text, /"/g)}"`;
const list = (...groups: (readonly number[] | undefined)[]): string => {
  const written = groups.filter((group) => group !== undefined);
  return `(${written.map((group) => group.map(formatNumber).join(', ')).join(' | ')})`;
};
