/** Everything that a click or a box may mean on its own, judged. */
import type { Work } from '../../../runtime/work.ts';
import { shared, type Guess } from './agreed.ts';
import { boxHypotheses, outsideBox, type Box } from './box.ts';
import { cutBand } from './cut.ts';
import { tidy } from './distance.ts';
import type { Prepared } from './features.ts';
import { movesOf, unionsOf } from './moves.ts';
import { hypotheses, polarWords } from './hypotheses.ts';
import { pixelAt, SPECK, type Click } from './places.ts';
import { fillOutline, polarAround } from './polar.ts';
import { boxScore, boxTraits, measure, pointPromise, pointScore, traits, type Origin } from './score.ts';
import { seatOf, surroundings } from './seat.ts';
import { strandsIn } from './strands.ts';
import { regionsAt } from './tree.ts';

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

export const best = <G extends Guess>(guesses: readonly G[], count: number): G[] =>
  guesses.toSorted((a, b) => b.score - a.score).slice(0, count);

/** A guess at what a click means. */
export interface ClickGuess extends Guess {
  origin: Origin;
  /** How likely it becomes a good one once it is redrawn. */
  promise: number;
}

/** Everything a single click may mean: outlines around it, regions under it, and the best of them redrawn freely. */
export async function guess(prepared: Prepared, click: Click, work: Work): Promise<ClickGuess[]> {
  const { coarse, boundaries, tree } = prepared;
  const { width, height } = coarse;
  const polar = polarAround(boundaries, click.x * width, click.y * height);
  const guesses: ClickGuess[] = [];
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
