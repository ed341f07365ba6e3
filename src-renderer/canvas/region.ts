/** Building a region out of gestures. */
import type { Region, RegionPart } from '../../src-main/contract/region.ts';
import type { Gesture } from '../tools/tool.ts';

/** The same part with plus and minus swapped; `null` for a part that has no sign. */
function flipped(part: RegionPart): RegionPart | null {
  return 'sign' in part ? { ...part, sign: part.sign === '+' ? '-' : '+' } : null;
}

const takesAway = (part: RegionPart): boolean => 'sign' in part && part.sign === '-';

/**
 * A region with a gesture joined to it. `extend` adds to what is there or takes from it; `replace` starts anew and
 * keeps the time span. Taking away from nothing changes nothing. In an inverted region the parts say what is
 * *not* meant, so a part that should add is stored with a minus.
 */
export function join(region: Region | null, { part, mode }: Gesture): Region | null {
  const time = region?.time ? { time: region.time } : {};
  const empty = !region || (region.parts.length === 0 && !region.inverted);
  if (mode === 'replace' || empty) {
    if (takesAway(part)) return region;
    return { parts: [part], ...time };
  }
  if (!region.inverted) return { ...region, parts: [...region.parts, part] };
  const other = flipped(part);
  return other ? { ...region, parts: [...region.parts, other] } : { parts: [part], ...time };
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
      points: [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
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
