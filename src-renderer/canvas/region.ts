/** Building a region out of gestures. */
import type { Region, RegionPart } from '../../src-main/contract/region.ts';
import { missingCase } from '../../src-main/contract/result.ts';
import type { Gesture, Mode } from '../tools/tool.ts';

const corners = (x1: number, y1: number, x2: number, y2: number): [number, number][] => [
  [x1, y1],
  [x2, y1],
  [x2, y2],
  [x1, y2],
];

/**
 * A part that adds or takes away; `null` for one that can only add. Taking a box away takes all that is in it: a box
 * has no sign, its outline has.
 */
function signed(part: RegionPart, sign: '+' | '-'): RegionPart | null {
  switch (part.kind) {
    case 'point':
    case 'polygon':
    case 'stroke':
    case 'mask':
      return { ...part, sign };
    case 'words':
      return sign === '+' ? { kind: 'words', text: part.text } : { ...part, sign };
    case 'box':
      return sign === '+'
        ? part
        : { kind: 'polygon', points: corners(part.x1, part.y1, part.x2, part.y2), sign };
    case 'reference':
      return sign === '+' ? part : null;
    default:
      return missingCase(part);
  }
}

/** What a gesture is joined to: a region, and its mask once it has been looked up. */
export interface Ground {
  region: Region;
  mask: string | null;
}

/** Parts that were cut or refined as they are can't be gone on with part by part: their mask can. */
const finished = ({ refine, parts }: Region): boolean =>
  refine !== undefined || parts.some((part) => 'sign' in part && part.sign === '&');

/** Whether a gesture can only be joined to the mask of what is there. */
export const needsMask = (region: Region | null, mode: Mode): boolean =>
  region !== null && mode !== 'replace' && (mode === 'intersect' || finished(region));

/**
 * A region with a gesture joined to it. Taking away from nothing changes nothing. In an inverted region the parts say
 * what is *not* meant, so a part that should add is stored with a minus.
 */
export function join(ground: Ground | null, { part, mode }: Gesture): Region | null {
  const region = ground?.region ?? null;
  const time = region?.time ? { time: region.time } : {};
  const empty = !region || (region.parts.length === 0 && !region.inverted);
  if (empty && (mode === 'subtract' || mode === 'intersect')) return region;
  if (mode === 'replace' || empty) return { parts: [part], ...time };
  const mask = ground?.mask;
  const whole = (sign: '+' | '&'): RegionPart[] =>
    mask ? [{ kind: 'mask', hash: mask, sign }] : region.parts;
  // What lies in both is the same whichever is cut to the other, and any part can begin a region.
  if (mode === 'intersect') return { parts: [part, ...whole('&')], ...time };
  const base: Region = finished(region) ? { parts: whole('+'), ...time } : region;
  const plus = mode === 'add';
  const joined = signed(part, plus !== (base.inverted ?? false) ? '+' : '-');
  const added = joined ?? (plus ? part : null);
  if (!added) return region;
  // An inverted region can't take in what has no minus: its mask can.
  if (base.inverted && part.kind === 'box' && plus)
    return mask ? { parts: [...whole('+'), part], ...time } : { parts: [part], ...time };
  return { ...base, parts: [...base.parts, added] };
}

export function invert(region: Region): Region {
  const { inverted, ...rest } = region;
  return inverted ? rest : { ...rest, inverted: true };
}

/** Everything: the outline of the whole picture. */
export const selectAll = (): Region => ({
  parts: [
    {
      kind: 'polygon',
      points: corners(0, 0, 1, 1),
      sign: '+',
    },
  ],
});

export const pointCount = (region: Region): number => region.parts.filter((p) => p.kind === 'point').length;

export interface Bounds {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

function placesOf(part: RegionPart): readonly (readonly [number, number])[] {
  switch (part.kind) {
    case 'point':
      return [[part.x, part.y]];
    case 'box':
      return [
        [part.x1, part.y1],
        [part.x2, part.y2],
      ];
    case 'polygon':
    case 'stroke':
      return part.points;
    default:
      return []; // a mask or words: nothing was drawn
  }
}

/** The box around everything that was drawn, before it is known what it means; `null` when nothing was. */
export function extentOf(region: Region): Bounds | null {
  let box: Bounds | null = null;
  for (const part of region.parts)
    for (const [x, y] of placesOf(part)) {
      box ??= { x1: x, y1: y, x2: x, y2: y };
      box.x1 = Math.min(box.x1, x);
      box.y1 = Math.min(box.y1, y);
      box.x2 = Math.max(box.x2, x);
      box.y2 = Math.max(box.y2, y);
    }
  return box;
}
