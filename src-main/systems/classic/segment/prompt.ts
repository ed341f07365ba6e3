/** Points and boxes become one mask at the working size. */
import type { Work } from '../../../runtime/work.ts';
import { mostAgreed, shared, type Guess } from './agreed.ts';
import { boxHypotheses, outsideBox, type Box } from './box.ts';
import { cutBand } from './cut.ts';
import { tidy } from './distance.ts';
import type { Prepared } from './features.ts';
import { withoutHoles } from './holes.ts';
import { movesOf, unionsOf } from './moves.ts';
import { hypotheses, polarWords } from './hypotheses.ts';
import { fillOutline, polarAround } from './polar.ts';
import { boxScore, boxTraits, measure, pointPromise, pointScore, traits, type Origin } from './score.ts';
import { seatOf, surroundings } from './seat.ts';
import { strandsIn } from './strands.ts';
import { regionsAt } from './tree.ts';

/** Coordinates 0..1 of the photo. */
export interface Click {
  x: number;
  y: number;
  sign: '+' | '-';
}

/** Parts smaller than this share of an object are specks, and holes in it pin-holes. */
export const SPECK = 0.015;

/** Regions of the tree that are tried for a click. */
const REGIONS = 10;
/** Best guesses that are redrawn. */
const REDRAWN = 6;
/** Best guesses that are tried with more and with less, and how much more and less of each. */
const MOVED = 2;
const CLICK_MOVES = { joins: 3, carves: 3 };
const BOX_MOVES = { joins: 5, carves: 4 };
/** The score of a guess that surely is what a box was drawn around: then nobody asks for hair. */
const FITS = 15;
/** How much better hair must make a guess to count: a pattern in the background may pass for some. */
const DOUBT = 5;
/** Guesses that overlap by more than this are one. */
const SAME = 0.985;
/**
 * The objects meant by clicks and boxes (0..1), 1 inside, at the working size. Each box is one object; clicks in it
 * belong to it; the other clicks mean one object together.
 */
export async function segmentPrompt(
  prepared: Prepared,
  clicks: readonly Click[],
  boxes: readonly Box[],
  work: Work,
): Promise<Uint8Array> {
  const key = JSON.stringify([clicks, boxes]);
  const known = newest.get(prepared);
  if (known?.key === key) return known.found.slice();
  const found = await find(prepared, clicks, boxes, work);
  newest.set(prepared, { key, found });
  return found.slice();
}

/** What was last found on a photo: a click mostly comes where its preview was shown just before. */
const newest = new WeakMap<Prepared, { key: string; found: Uint8Array }>();

async function find(
  prepared: Prepared,
  clicks: readonly Click[],
  boxes: readonly Box[],
  work: Work,
): Promise<Uint8Array> {
  const { fine } = prepared;
  const out = new Uint8Array(fine.width * fine.height);
  const loose = clicks.filter((c) => c.sign === '+' && !boxes.some((b) => within(c, b)));
  const against = clicks.filter((c) => c.sign === '-');
  for (const box of boxes) {
    const wanted = clicks.filter((c) => c.sign === '+' && within(c, box));
    unite(out, await segmentBox(prepared, box, wanted, against, work));
  }
  if (loose.length) unite(out, await segmentClicks(prepared, loose, against, work));
  return out;
}

const within = (c: Click, b: Box): boolean => c.x >= b.x1 && c.x <= b.x2 && c.y >= b.y1 && c.y <= b.y2;

function unite(mask: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < mask.length; i++) if (other[i]) mask[i] = 1;
}

/** The pixel under a click. */
export function pixelAt(
  c: { x: number; y: number },
  { width, height }: { width: number; height: number },
): number {
  const x = Math.min(width - 1, Math.floor(c.x * width));
  const y = Math.min(height - 1, Math.floor(c.y * height));
  return y * width + x;
}

/** The object in a box (0..1). */
async function segmentBox(
  prepared: Prepared,
  box: Box,
  wanted: readonly Click[],
  against: readonly Click[],
  work: Work,
): Promise<Uint8Array> {
  const { coarse, fine } = prepared;
  const guesses = await guessBox(prepared, scaled(box, coarse), work);
  const chosen = best(agreeing(guesses, prepared, wanted, against), 1)[0];
  const start = chosen?.mask ?? outsideBox(coarse, scaled(box, coarse)).map((v) => (v < 0 ? 0 : 1));
  const fixed = outsideBox(fine, scaled(box, fine));
  const drawn = await draw(prepared, Uint8Array.from(start), fixed, wanted, against, work);
  // of a few pixels nothing can be told apart: then all that the box holds is meant (`draw` closed what can't be)
  return drawn.includes(1) ? drawn : Uint8Array.from(fixed, (v) => (v < 0 ? 0 : 1));
}

type BoxGuess = Guess & Pick<Origin, 'redrawn' | 'moved'> & { measures: Float64Array };

/** Everything a box (in pixels of the search size) may mean; the best guesses are redrawn freely within it. */
export async function guessBox(prepared: Prepared, box: Box, work: Work): Promise<Guess[]> {
  const { coarse } = prepared;
  const around = surroundings(coarse, box);
  const guesses: BoxGuess[] = [];
  let strands: Float32Array | null = null;
  const judged = (guess: Omit<BoxGuess, 'traits' | 'score'>): BoxGuess => {
    const fit = (thin: Float32Array | null): Pick<BoxGuess, 'traits' | 'score'> => {
      const values = boxTraits(guess.measures, seatOf(guess.mask, coarse, box, around, thin), guess);
      return { traits: values, score: boxScore(values) };
    };
    const bald = fit(null);
    const hairy = strands ? fit(strands) : bald;
    return {
      ...guess,
      ...(hairy.score > bald.score + DOUBT ? { ...hairy, score: hairy.score - DOUBT } : bald),
    };
  };
  const add = async (mask: Uint8Array, redrawn: boolean, moved: Origin['moved'] = null): Promise<void> => {
    // a speck near a side is no reason to believe that the thing reaches there
    tidy(mask, coarse.width, coarse.height, SPECK, []);
    const measures = guesses.some((g) => shared(g.mask, mask) > SAME) ? null : measure(mask, prepared);
    if (measures) guesses.push(judged({ mask, measures, redrawn, moved }));
    await work.breathe();
  };
  const fixed = outsideBox(coarse, box);
  for (const mask of await boxHypotheses(prepared, box, work)) await add(mask, false);
  for (const mask of unionsOf(prepared, fixed)) await add(mask, false);
  if (!guesses.some((g) => g.score > FITS)) {
    strands = await strandsIn(prepared.fine, coarse, box, work);
    guesses.splice(0, guesses.length, ...guesses.map(judged));
  }
  for (const { mask } of best(guesses, MOVED))
    for (const m of movesOf(mask, prepared, BOX_MOVES, fixed)) await add(m.mask, false, m.moved);
  for (const { mask, moved } of best(guesses, REDRAWN))
    await add(await redraw(prepared, mask, fixed, [], work), true, moved);
  return guesses;
}

const best = <G extends Guess>(guesses: readonly G[], count: number): G[] =>
  guesses.toSorted((a, b) => b.score - a.score).slice(0, count);

async function segmentClicks(
  prepared: Prepared,
  wanted: readonly Click[],
  against: readonly Click[],
  work: Work,
): Promise<Uint8Array> {
  const guesses: Guess[] = [];
  for (const click of wanted) guesses.push(...(await guess(prepared, click, work)));
  const { coarse, fine } = prepared;
  const start = new Uint8Array(coarse.width * coarse.height);
  // clicks that the best guess leaves out add what they mean themselves
  let missing = [...wanted];
  while (missing.length) {
    const chosen = choose(guesses, prepared, missing, against, missing[0]!);
    if (!chosen) break;
    unite(start, chosen.mask);
    missing = missing.slice(1).filter((c) => !start[pixelAt(c, coarse)]);
  }
  return draw(prepared, start, new Int8Array(fine.width * fine.height), wanted, against, work);
}

/** Everything a single click may mean: outlines around it, regions under it, and the best of them redrawn freely. */
export async function guess(prepared: Prepared, click: Click, work: Work): Promise<Guess[]> {
  const { coarse, boundaries, tree } = prepared;
  const { width, height } = coarse;
  const polar = polarAround(boundaries, click.x * width, click.y * height);
  const guesses: (Guess & { origin: Origin; promise: number })[] = [];
  const add = async (mask: Uint8Array, origin: Origin): Promise<void> => {
    const measures = measure(mask, prepared);
    if (measures)
      guesses.push({
        mask,
        origin,
        traits: traits(measures, origin),
        score: pointScore(measures, origin),
        promise: pointPromise(measures, origin),
      });
    await work.breathe();
  };
  for (const h of await hypotheses(polar, polarWords(polar, coarse.words, width), coarse.vocabulary, work)) {
    await add(fillOutline(polar, h.path, width, height), {
      support: h.support,
      lasting: null,
      redrawn: false,
      moved: null,
    });
  }
  for (const { mask, lasting } of regionsAt(tree, pixelAt(click, coarse), REGIONS)) {
    await add(mask, { support: 1, lasting, redrawn: false, moved: null });
  }
  const here = pixelAt(click, coarse);
  const promising = (count: number) => guesses.toSorted((a, b) => b.promise - a.promise).slice(0, count);
  for (const { mask, origin } of promising(MOVED)) {
    for (const m of movesOf(mask, prepared, CLICK_MOVES))
      if (m.mask[here]) await add(m.mask, { ...origin, moved: m.moved });
  }
  const fixed = new Int8Array(width * height);
  fixed[here] = 1;
  for (const { mask, origin } of promising(REDRAWN)) {
    await add(await redraw(prepared, mask, fixed, [here], work), { ...origin, redrawn: true });
  }
  return guesses;
}

/** A guess that may leave its shape: the way to arms and hollows that an outline seen from one place can't have. */
async function redraw(
  { coarse }: Prepared,
  mask: Uint8Array,
  fixed: Int8Array,
  keep: readonly number[],
  work: Work,
): Promise<Uint8Array> {
  const size = Math.sqrt(mask.reduce((sum, v) => sum + v, 0));
  let out = mask;
  for (let round = 0; round < 2; round++) {
    out = await cutBand(
      coarse,
      out,
      { band: Math.max(3, 0.2 * size), hold: 0.5, looks: 1, smooth: 6, fixed },
      work,
    );
  }
  tidy(out, coarse.width, coarse.height, SPECK, keep);
  return out;
}

/** The best guess at what clicks mean; one that holds `must` if there is any. */
const choose = (
  guesses: readonly Guess[],
  prepared: Prepared,
  wanted: readonly Click[],
  against: readonly Click[],
  must: Click,
): Guess | undefined => mostAgreed(agreeing(guesses, prepared, wanted, against, must));

/** The guesses that agree with as many clicks as any does; if any holds `must`, those that do. */
function agreeing(
  guesses: readonly Guess[],
  { coarse }: Prepared,
  wanted: readonly Click[],
  against: readonly Click[],
  must?: Click,
): Guess[] {
  const clashes = ({ mask }: Guess): number =>
    wanted.filter((c) => !mask[pixelAt(c, coarse)]).length +
    against.filter((c) => mask[pixelAt(c, coarse)]).length +
    (must && !mask[pixelAt(must, coarse)] ? 1000 : 0);
  const least = guesses.reduce((n, g) => Math.min(n, clashes(g)), Infinity);
  return guesses.filter((g) => clashes(g) === least);
}

/** Draws a guess to the pixel, with the clicks as they are, and takes away what negative clicks mean. */
export async function draw(
  prepared: Prepared,
  start: Uint8Array,
  fixed: Int8Array,
  wanted: readonly Click[],
  against: readonly Click[],
  work: Work,
): Promise<Uint8Array> {
  const { coarse, fine } = prepared;
  const pierced = withoutHoles(start, prepared);
  if (wanted.every((c) => pierced[pixelAt(c, coarse)] || !start[pixelAt(c, coarse)])) start.set(pierced);
  const refused = against.filter((c) => start[pixelAt(c, coarse)]);
  for (const click of refused) {
    const guesses = await guess(prepared, { ...click, sign: '+' }, work);
    const object = choose(
      guesses,
      prepared,
      [click],
      wanted.map((c) => ({ ...c, sign: '-' as const })),
      click,
    );
    if (object) for (let i = 0; i < start.length; i++) if (object.mask[i]) start[i] = 0;
  }
  pin(fixed, fine, wanted, 1);
  pin(fixed, fine, against, -1);
  for (let i = 0; i < fixed.length; i++) if (fine.planes.alpha[i]! < 0.5) fixed[i] = -1;
  let mask = grow(start, coarse, fine);
  for (let i = 0; i < mask.length; i++) if (fixed[i]) mask[i] = fixed[i]! > 0 ? 1 : 0;
  const area = mask.reduce((sum, v) => sum + v, 0);
  if (area === 0) return mask;
  const band = Math.max(3, 0.1 * Math.sqrt(area));
  mask = await cutBand(fine, mask, { band, hold: 3, looks: 1, smooth: 8, fixed }, work);
  tidy(
    mask,
    fine.width,
    fine.height,
    SPECK,
    wanted.map((c) => pixelAt(c, fine)),
  );
  // a hole that somebody clicked stays one
  for (let i = 0; i < mask.length; i++) if (fixed[i]! < 0) mask[i] = 0;
  return mask;
}

/** Fixes a small disc around each click. */
function pin(
  fixed: Int8Array,
  size: { width: number; height: number },
  clicks: readonly Click[],
  value: 1 | -1,
): void {
  for (const click of clicks) {
    const at = pixelAt(click, size);
    const cx = at % size.width;
    const cy = (at - cx) / size.width;
    for (let y = Math.max(0, cy - 2); y <= Math.min(size.height - 1, cy + 2); y++) {
      for (let x = Math.max(0, cx - 2); x <= Math.min(size.width - 1, cx + 2); x++) {
        if ((x - cx) ** 2 + (y - cy) ** 2 <= 5) fixed[y * size.width + x] = value;
      }
    }
  }
}

/** A mask of the search size at the working size (bilinear, half is inside). */
function grow(
  mask: Uint8Array,
  from: { width: number; height: number },
  to: { width: number; height: number },
): Uint8Array {
  const out = new Uint8Array(to.width * to.height);
  for (let y = 0; y < to.height; y++) {
    const fy = Math.max(0, ((y + 0.5) * from.height) / to.height - 0.5);
    const y0 = Math.floor(fy);
    const y1 = Math.min(from.height - 1, y0 + 1);
    for (let x = 0; x < to.width; x++) {
      const fx = Math.max(0, ((x + 0.5) * from.width) / to.width - 0.5);
      const x0 = Math.floor(fx);
      const x1 = Math.min(from.width - 1, x0 + 1);
      const upper = mask[y0 * from.width + x0]! * (1 - fx + x0) + mask[y0 * from.width + x1]! * (fx - x0);
      const lower = mask[y1 * from.width + x0]! * (1 - fx + x0) + mask[y1 * from.width + x1]! * (fx - x0);
      if (upper * (1 - fy + y0) + lower * (fy - y0) >= 0.5) out[y * to.width + x] = 1;
    }
  }
  return out;
}

export const scaled = (b: Box, { width, height }: { width: number; height: number }): Box => ({
  x1: b.x1 * width,
  y1: b.y1 * height,
  x2: b.x2 * width,
  y2: b.y2 * height,
});
