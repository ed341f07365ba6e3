/** What has a colour, at the working size. */
import { StudioError } from '../../../contract/index.ts';
import type { Work } from '../../../runtime/work.ts';
import { coloured, membershipOf } from './colour-names.ts';
import { components, tidy } from './distance.ts';
import type { Prepared } from './features.ts';
import { otsu } from './otsu.ts';
import { blur } from './planes.ts';
import { pick, thingsIn, type Wish } from './pick.ts';

/** Where a colour begins for sure, and how far around that it may fade before it ends. */
const SURE = 0.8;
const FADE: readonly [least: number, most: number] = [0.3, 0.6];
/** Parts and holes smaller than this share of all of it are dirt. */
const DIRT = 0.004;
/** In one thing also such holes are part of it: its writing, its highlights. */
const HOLE = 0.35;

/**
 * 1 where the colour is.
 * @param colour `#rrggbb`
 * @throws StudioError `needs-region` where nothing has it, or several things have and one was asked for
 */
export async function segmentColour(
  { fine }: Prepared,
  colour: string,
  wish: Wish,
  work: Work,
): Promise<Uint8Array> {
  const { width, height, planes } = fine;
  const smooth = {
    ...planes,
    l: blur(planes.l, width, height, 0.7),
    a: blur(planes.a, width, height, 1),
    b: blur(planes.b, width, height, 1),
  };
  await work.breathe();
  const has = coloured(smooth, membershipOf(colour));
  for (let i = 0; i < has.length; i++) if (planes.alpha[i]! < 0.5) has[i] = 0;
  await work.breathe();
  const mask = grown(has, Math.min(FADE[1], Math.max(FADE[0], otsu(has, 1))), width, height);
  await work.breathe();
  tidy(mask, width, height, DIRT, []);
  const things = thingsIn(mask, width, height);
  if (!things.length)
    throw new StudioError(
      'needs-region',
      'Nothing in this picture clearly has that colour.',
      'Click on what you mean, then say it again with “this”.',
    );
  const chosen = pick(things, wish, width / height);
  if (!chosen.length)
    throw new StudioError(
      'needs-region',
      `${things.length} things in this picture have that colour, and none is much larger than the others.`,
      'Click on the one you mean, or say “the biggest … one”, “the … one on the left” or “everything …”.',
    );
  const out = new Uint8Array(mask.length);
  for (const thing of chosen) for (let i = 0; i < out.length; i++) out[i]! |= thing.mask[i]!;
  if (wish.which !== 'all')
    tidy(
      out,
      width,
      height,
      HOLE,
      [...out.keys()].filter((i) => out[i]),
    );
  return out;
}

/** Everything from `low` on that is connected with something sure. */
function grown(has: Float32Array, low: number, width: number, height: number): Uint8Array {
  const mask = Uint8Array.from(has, (v) => (v >= low ? 1 : 0));
  const { labels, sizes } = components(mask, width, height, 1);
  const sure = new Uint8Array(sizes.length);
  for (let i = 0; i < has.length; i++) if (has[i]! >= SURE) sure[labels[i]!] = 1;
  return mask.map((v, i) => (v && sure[labels[i]!] ? 1 : 0));
}
