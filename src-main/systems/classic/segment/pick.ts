/** One of several things: the largest, the nearest to a place … */
import { distanceTo, components } from './distance.ts';

export interface Wish {
  which: 'all' | 'only' | 'largest' | 'smallest' | 'nearest';
  at?: readonly [x: number, y: number] | undefined;
}

/** Things closer to each other than this many pixels are one. */
const GAP = 2;
/** Things smaller than this share of the picture are specks. */
const SPECK = 0.0005;
/** Beside one that is this much of the largest, "the" thing isn't clear. */
const RIVAL = 0.5;

export interface Thing {
  /** 1 where it is. */
  mask: Uint8Array;
  area: number;
  /** Its middle, 0..1 of the picture. */
  x: number;
  y: number;
}

/** The separate things of a mask, largest first; specks are left out. */
export function thingsIn(mask: Uint8Array, width: number, height: number): Thing[] {
  const joined = Uint8Array.from(distanceTo(mask, width, height), (d) => (d <= GAP ? 1 : 0));
  const { labels, sizes } = components(joined, width, height, 1);
  const things = sizes.map(() => ({ area: 0, x: 0, y: 0 }));
  for (let i = 0; i < mask.length; i++) {
    if (!mask[i]) continue;
    const thing = things[labels[i]!]!;
    thing.area++;
    thing.x += (i % width) + 0.5;
    thing.y += Math.floor(i / width) + 0.5;
  }
  return things
    .map(({ area, x, y }, label) => ({ label, area, x: x / area / width, y: y / area / height }))
    .filter(({ area, label }) => label > 0 && area >= Math.max(4, SPECK * mask.length))
    .toSorted((a, b) => b.area - a.area)
    .map(({ label, area, x, y }) => ({
      area,
      x,
      y,
      mask: mask.map((v, i) => (v && labels[i] === label ? 1 : 0)),
    }));
}

/** The things meant; none when it isn't clear which one is. There must be some. */
export function pick(things: readonly Thing[], { which, at }: Wish, aspect: number): Thing[] {
  switch (which) {
    case 'all':
      return [...things];
    case 'only':
      return things.length > 1 && things[1]!.area > RIVAL * things[0]!.area ? [] : [things[0]!];
    case 'largest':
      return [things[0]!];
    case 'smallest':
      return [things.at(-1)!];
    case 'nearest': {
      const [u, v] = at ?? [0.5, 0.5];
      // "on the left" says nothing of how high: an axis that is in the middle counts less
      const across = u === 0.5 && v !== 0.5 ? 0.3 : 1;
      const down = v === 0.5 && u !== 0.5 ? 0.3 : 1;
      const far = ({ x, y }: Thing): number => Math.hypot(across * (x - u) * aspect, down * (y - v));
      return [things.reduce((best, thing) => (far(thing) < far(best) ? thing : best))];
    }
  }
}
