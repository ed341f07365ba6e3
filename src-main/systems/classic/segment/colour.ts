/** What has a colour, at the working size. */
import { StudioError } from '../../../contract/index.ts';
import type { Work } from '../../../runtime/work.ts';
import { coloured, membershipOf } from './colour-names.ts';
import { components, tidy } from './distance.ts';
import type { Prepared } from './features.ts';
import { certain, type Finding } from './finding.ts';
import { foreground } from './foreground.ts';
import { otsu } from './otsu.ts';
import { ordered, thingsIn, tooFew, type Thing, type Wish } from './pick.ts';
import { blur } from './planes.ts';

/** Where a colour begins for sure, and how far around that it may fade before it ends. */
const SURE = 0.8;
const FADE: readonly [least: number, most: number] = [0.3, 0.6];
/** Parts and holes smaller than this share of all of it are dirt. */
const DIRT = 0.004;
/** In one thing also such holes are part of it: its writing, its highlights. */
const HOLE = 0.35;
/** A thing that is this share of the picture is as good as a larger one. */
const LARGE = 0.03;
/** What takes more than this share of the upper and the two other sides is ground, a wall or the sky; the more, the surer. */
const CUT_OFF = 0.12;
const GROUND = 5;
/** How much it counts that a thing stands out, beside that it is there. */
const STANDS_OUT = 2;
/** Things less likely than this, beside the likeliest, aren't meant. */
const UNLIKELY = 0.1;
const OTHERS = 3;
/** How much a second thing that is as likely leaves in doubt. */
const RIVAL = 0.7;
/** In light and shade a thing keeps its hue: so near (cosine), so much of its chroma at least (of a and b in CIE Lab). */
const HUE = Math.cos((14 * Math.PI) / 180);
const PALE = 0.5;
const COLOURLESS = 12;
/** What grows to more than so many times its size, or so far along the picture's sides, has run out into the ground. */
const GROWN = 2.5;
const RUN_OUT = 0.03;

const nothing = () =>
  new StudioError(
    'needs-region',
    'Nothing in this picture clearly has that colour.',
    'Click on what you mean, then say it again with “this”.',
  );

interface Likely extends Thing {
  likely: number;
}

/**
 * Where the colour is. "The red one" is a thing, not the ground that it stands on, nor the sky behind it.
 * @param colour `#rrggbb`
 * @throws StudioError `needs-region` where nothing has it, or fewer things than are counted
 */
export async function findColour(
  prepared: Prepared,
  colour: string,
  wish: Wish,
  work: Work,
): Promise<Finding> {
  const { width, height } = prepared.fine;
  const mask = await ofColour(prepared, colour, work);
  const things = thingsIn(mask, width, height);
  if (!things.length) throw nothing();
  if (wish.which === 'all') return certain(united(things.map((thing) => thing.mask)));
  const judged = await judge(things, prepared, work);
  const worth = judged.filter(({ likely }) => likely >= UNLIKELY * judged[0]!.likely);
  const [first, ...rest] = ordered(worth, wish, width / height) as Likely[];
  if (!first) throw tooFew(worth.length);
  const others = rest.toSorted((a, b) => b.likely - a.likely).slice(0, OTHERS);
  const whole = (thing: Thing): Uint8Array => {
    const part = withShades(thing, prepared);
    tidy(
      part,
      width,
      height,
      HOLE,
      [...part.keys()].filter((i) => part[i]),
    );
    return part;
  };
  return {
    mask: whole(first),
    sure: wish.which === 'only' ? sureOf(first, others) : 0.9,
    others: others.map(whole),
  };
}

/** All that has it, 1 inside. */
async function ofColour({ fine }: Prepared, colour: string, work: Work): Promise<Uint8Array> {
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
  return mask;
}

/** A thing with its parts in shade and in the light, which may have other names: dark red is brown. */
function withShades({ mask, area }: Thing, { fine: { width, height, planes } }: Prepared): Uint8Array {
  let [a, b] = [0, 0];
  for (let i = 0; i < mask.length; i++)
    if (mask[i]) {
      a += planes.a[i]!;
      b += planes.b[i]!;
    }
  [a, b] = [a / area, b / area];
  const chroma = Math.hypot(a, b);
  if (chroma < COLOURLESS) return mask;
  const least = Math.max(COLOURLESS, PALE * chroma);
  const more = mask.map((v, i) => {
    const [p, q] = [planes.a[i]!, planes.b[i]!];
    const own = Math.hypot(p, q);
    return v || (own >= least && p * a + q * b >= HUE * own * chroma) ? 1 : 0;
  });
  for (let i = 0; i < more.length; i++) if (planes.alpha[i]! < 0.5) more[i] = 0;
  const { labels, sizes } = components(more, width, height, 1);
  const kept = new Uint8Array(sizes.length);
  for (let i = 0; i < mask.length; i++) if (mask[i]) kept[labels[i]!] = 1;
  const grown = more.map((v, i) => (v && kept[labels[i]!] ? 1 : 0));
  const size = grown.reduce((sum, v) => sum + v, 0);
  return size <= GROWN * area && sidesOf(grown, width) <= sidesOf(mask, width) + RUN_OUT ? grown : mask;
}

/** How likely each is what people mean by "the … one", the likeliest first: large enough, standing out, no ground. */
async function judge(things: readonly Thing[], prepared: Prepared, work: Work): Promise<Likely[]> {
  const { fine, coarse } = prepared;
  const { likely } = await foreground(prepared, work);
  return things
    .map((thing) => {
      const size = Math.sqrt(Math.min(1, thing.area / (LARGE * thing.mask.length)));
      const ground = Math.max(0, sidesOf(thing.mask, fine.width) - CUT_OFF);
      const standing = 1 + STANDS_OUT * meanOf(likely, coarse, thing.mask, fine);
      return { ...thing, likely: size * standing * Math.exp(-GROUND * ground) };
    })
    .toSorted((a, b) => b.likely - a.likely);
}

/** The share of the upper, left and right side of the picture that a mask takes. */
function sidesOf(mask: Uint8Array, width: number): number {
  const height = mask.length / width;
  let taken = 0;
  for (let x = 0; x < width; x++) taken += mask[x]!;
  for (let y = 0; y < height; y++) taken += mask[y * width]! + mask[y * width + width - 1]!;
  return taken / (width + 2 * height);
}

interface Size {
  width: number;
  height: number;
}

/** The mean of a plane where a mask of another size is set. */
function meanOf(plane: Float32Array, from: Size, mask: Uint8Array, { width, height }: Size): number {
  let [sum, count] = [0, 0];
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * from.height) / height) * from.width;
    for (let x = 0; x < width; x++, i++) {
      if (!mask[i]) continue;
      sum += plane[row + Math.floor(((x + 0.5) * from.width) / width)]!;
      count++;
    }
  }
  return sum / Math.max(1, count);
}

const sureOf = (first: Likely, [second]: readonly Likely[]): number =>
  1 - (RIVAL * (second?.likely ?? 0)) / first.likely;

function united(masks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(masks[0]!.length);
  for (const mask of masks) for (let i = 0; i < out.length; i++) out[i]! |= mask[i]!;
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
