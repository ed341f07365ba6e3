/** Points and boxes become one mask at the working size. */
import type { Work } from '../../../runtime/work.ts';
import { mostAgreed } from './agreed.ts';
import { outsideBox, type Box } from './box.ts';
import { correct, OTHERS, type Selected } from './correct.ts';
import { cutBand } from './cut.ts';
import { tidy } from './distance.ts';
import type { Prepared } from './features.ts';
import { best, guess, guessBox } from './guesses.ts';
import { withoutHoles } from './holes.ts';
import { grow, pin, pixelAt, scaled, SPECK, type Click } from './places.ts';

export { SPECK } from './places.ts';

/**
 * The objects meant by clicks and boxes (0..1), 1 inside, at the working size. The first click, or each box, means one
 * object; every further click corrects what those before it gave.
 */
export async function segmentPrompt(
  prepared: Prepared,
  clicks: readonly Click[],
  boxes: readonly Box[],
  work: Work,
): Promise<Uint8Array> {
  const first = boxes.length ? -1 : clicks.findIndex((c) => c.sign === '+');
  const order = first < 0 ? clicks : [clicks[first]!, ...clicks.toSpliced(first, 1)];
  const least = first < 0 ? 0 : 1;
  const known = newest.get(prepared) ?? { starts: new Map(), corrected: new Map() };
  newest.set(prepared, known);
  const keyOf = (count: number): string => JSON.stringify([boxes, order.slice(0, count)]);
  const recall = (count: number): Selected | undefined =>
    known.corrected.get(keyOf(count)) ?? known.starts.get(keyOf(count));
  let done = order.length;
  while (done > least && !recall(done)) done--;
  let selected = recall(done) ?? (await begin(prepared, order.slice(0, least), boxes, work));
  const kept = order.length > least ? known.corrected : known.starts;
  remember(kept, keyOf(done), selected);
  for (; done < order.length; done++) {
    selected = await correct(prepared, selected, order[done]!, order.slice(0, done), boxes, work);
    remember(kept, keyOf(done + 1), selected);
  }
  return selected.mask.slice();
}

/**
 * What was last found on a photo: a click mostly comes where its preview was shown, or after those before it. Previews
 * don't push out what is being corrected.
 */
const newest = new WeakMap<Prepared, { starts: Map<string, Selected>; corrected: Map<string, Selected> }>();
const KEPT = 8;

function remember(kept: Map<string, Selected>, key: string, selected: Selected): void {
  kept.delete(key);
  kept.set(key, selected);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
}

/** What the boxes mean, or the first click where there are none. */
async function begin(
  prepared: Prepared,
  clicks: readonly Click[],
  boxes: readonly Box[],
  work: Work,
): Promise<Selected> {
  const { coarse, fine } = prepared;
  const selected: Selected = { mask: new Uint8Array(fine.width * fine.height), others: [] };
  for (const box of boxes) {
    const guesses = await guessBox(prepared, scaled(box, coarse), work);
    const found = await drawBox(prepared, box, best(guesses, 1)[0]?.mask, work);
    for (let i = 0; i < found.length; i++) if (found[i]) selected.mask[i] = 1;
    selected.others.push(...best(guesses, OTHERS));
  }
  for (const click of clicks) {
    const guesses = await guess(prepared, click, work);
    const here = pixelAt(click, coarse);
    const holding = guesses.filter((g) => g.mask[here]);
    const start =
      mostAgreed(holding.length ? holding : guesses)?.mask.slice() ?? new Uint8Array(coarse.words.length);
    selected.mask = await draw(prepared, start, new Int8Array(fine.width * fine.height), [click], work);
    selected.others.push(...best(guesses, OTHERS));
  }
  return selected;
}

/** The object in a box (0..1). */
async function drawBox(
  prepared: Prepared,
  box: Box,
  guessed: Uint8Array | undefined,
  work: Work,
): Promise<Uint8Array> {
  const { coarse, fine } = prepared;
  const start = guessed ?? outsideBox(coarse, scaled(box, coarse)).map((v) => (v < 0 ? 0 : 1));
  const fixed = outsideBox(fine, scaled(box, fine));
  const drawn = await draw(prepared, Uint8Array.from(start), fixed, [], work);
  // of a few pixels nothing can be told apart: then all that the box holds is meant (`draw` closed what can't be)
  return drawn.includes(1) ? drawn : Uint8Array.from(fixed, (v) => (v < 0 ? 0 : 1));
}

/** Draws a guess to the pixel, with what is to be inside as it is. `fixed`: -1 where nothing may be. */
export async function draw(
  prepared: Prepared,
  start: Uint8Array,
  fixed: Int8Array,
  wanted: readonly Click[],
  work: Work,
): Promise<Uint8Array> {
  const { coarse, fine } = prepared;
  const pierced = withoutHoles(start, prepared);
  if (wanted.every((c) => pierced[pixelAt(c, coarse)] || !start[pixelAt(c, coarse)])) start.set(pierced);
  pin(fixed, fine, wanted);
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
