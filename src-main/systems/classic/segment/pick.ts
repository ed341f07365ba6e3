/** One of several things: the largest, the nearest to a place … */
import { StudioError } from '../../../contract/index.ts';
import { distanceTo, components } from './distance.ts';

export interface Wish {
  which: 'all' | 'only' | 'largest' | 'smallest' | 'nearest' | 'nth';
  at?: readonly [x: number, y: number] | undefined;
  nth?: { from: 'left' | 'right' | 'top' | 'bottom'; count: number } | undefined;
}

/** Things closer to each other than this many pixels are one. */
const GAP = 2;
/** Things smaller than this share of the picture are specks. */
const SPECK = 0.0005;
/** The failure when more things are counted than there are. */
export const tooFew = (count: number) =>
  new StudioError(
    'needs-region',
    `Only ${count} of those can be told apart in this picture.`,
    'Click on what you mean, then say it again with “this”.',
  );

/** Its area, and its middle, 0..1 of the picture. */
type Placed = Pick<Thing, 'area' | 'x' | 'y'>;

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

/**
 * The things in the order in which they may be meant, the likeliest first. @param things the likeliest first, where a
 * wish doesn't say which one
 */
export function ordered<T extends Placed>(
  things: readonly T[],
  { which, at, nth }: Wish,
  aspect: number,
): T[] {
  switch (which) {
    case 'all':
    case 'only':
      return [...things];
    case 'largest':
      return things.toSorted((a, b) => b.area - a.area);
    case 'smallest':
      return things.toSorted((a, b) => a.area - b.area);
    case 'nearest': {
      const [u, v] = at ?? [0.5, 0.5];
      // "on the left" says nothing of how high: an axis that is in the middle counts less
      const across = u === 0.5 && v !== 0.5 ? 0.3 : 1;
      const down = v === 0.5 && u !== 0.5 ? 0.3 : 1;
      const far = ({ x, y }: T): number => Math.hypot(across * (x - u) * aspect, down * (y - v));
      return things.toSorted((a, b) => far(a) - far(b));
    }
    case 'nth': {
      const { from, count } = nth ?? { from: 'left', count: 1 };
      const along = ({ x, y }: T): number =>
        from === 'left' ? x : from === 'right' ? -x : from === 'top' ? y : -y;
      const row = things.toSorted((a, b) => along(a) - along(b));
      // then those beside it
      const off = (thing: T): number => Math.abs(row.indexOf(thing) - (count - 1));
      return row.length < count ? [] : row.toSorted((a, b) => off(a) - off(b));
    }
  }
}
