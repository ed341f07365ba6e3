/**
 * What one more click changes in a selection: the part around it that was missed, or that is too much.
 *
 * Whoever corrects clicks in the middle of what is wrong (Jang and Kim, "Interactive image segmentation via
 * backpropagating refinement scheme", CVPR 2019, place test clicks so, as people do). So a part is the likelier the
 * deeper in it the click lies, up to half way to its middle, the better an object it is or makes, and the better its own
 * edges are.
 */
import type { Work } from '../../../runtime/work.ts';
import { overlap, smoothed } from './appearance.ts';
import { shared, type Guess } from './agreed.ts';
import { frameOf, signedDistance } from './distance.ts';
import type { Prepared } from './features.ts';
import { geodesic } from './geodesic.ts';
import type { ClickGuess } from './guesses.ts';
import { cutPart } from './local.ts';
import { measure, pointScore, weigh, type Origin } from './score.ts';
import { CORRECTION } from './weights.ts';

export interface Wrong {
  /** The selection so far, 1 inside, at the search size. */
  before: Uint8Array;
  /** 1 where it may change. */
  open: Uint8Array;
  /** The click's pixel, and what it says. */
  at: number;
  sign: '+' | '-';
  /** Pixels of clicks that say the opposite. */
  against: readonly number[];
}

const PLAIN: Origin = { support: 1, lasting: null, redrawn: false, moved: null };
/** Corrections that overlap by more than this are one. */
const SAME = 0.97;
/** What counts as neither a good nor a bad object. */
const USUAL = CORRECTION.centre[1]!;
/** Best corrections that are redrawn. */
const REDRAWN = 4;

/**
 * Every part of what is open that may be meant by a click there, judged: `mask` is 1 where the selection would change.
 * None of them holds what clicks said otherwise. `guesses`: what the click may mean on its own; `others`: what the
 * whole selection may mean, 1 where it would go on to be open.
 */
export async function corrections(
  prepared: Prepared,
  wrong: Wrong,
  guesses: readonly ClickGuess[],
  others: readonly Uint8Array[],
  work: Work,
): Promise<Guess[]> {
  const { coarse } = prepared;
  const { width, height } = coarse;
  const { before, open, at, sign, against } = wrong;
  if (!open[at]) return [];
  const found: Guess[] = [];
  const judge = judgeOf(prepared, wrong);
  const add = async (mask: Uint8Array, origin: Origin): Promise<void> => {
    const part = partAt(mask, open, at, width, height);
    if (!part || against.some((i) => part[i])) return;
    if (found.some((f) => shared(f.mask, part) > SAME)) return;
    const traits = judge(part, origin);
    if (traits) found.push({ mask: part, traits, score: weigh(traits, CORRECTION) });
    await work.breathe();
  };
  for (const { mask, origin } of guesses) await add(mask, origin);
  for (const mask of others) await add(mask, PLAIN);
  if (against.length) await add(await nearer(prepared, at, against, work), PLAIN);
  const said = new Int8Array(before.length);
  said[at] = sign === '+' ? 1 : -1;
  for (const i of against) said[i] = -said[at]!;
  for (const { mask: part } of found.toSorted((a, b) => b.score - a.score).slice(0, REDRAWN)) {
    const size = Math.sqrt(part.reduce((sum, v) => sum + v, 0));
    const options = { band: Math.max(3, 0.2 * size), hold: 0.5, smooth: 6, said };
    const after = await cutPart(coarse, before, part, open, sign, options, work);
    await add(
      after.map((v, i) => (v === before[i] ? 0 : 1)),
      { ...PLAIN, redrawn: true },
    );
  }
  return found;
}

/** 1 where fewer edges lie between a pixel and a click than between it and those that say the opposite. */
async function nearer(
  { coarse }: Prepared,
  at: number,
  against: readonly number[],
  work: Work,
): Promise<Uint8Array> {
  const own = geodesic(coarse.planes, [[at, 0]]);
  await work.breathe();
  const far = geodesic(
    coarse.planes,
    against.map((i) => [i, 0] as const),
  );
  await work.breathe();
  return Uint8Array.from(own, (d, i) => (d < far[i]! ? 1 : 0));
}

/** The connected part of a mask, within what is open, that holds a pixel; `null` if none does. */
export function partAt(
  mask: Uint8Array,
  open: Uint8Array,
  at: number,
  width: number,
  height: number,
): Uint8Array | null {
  if (!mask[at] || !open[at]) return null;
  const part = new Uint8Array(mask.length);
  const stack = [at];
  part[at] = 1;
  const visit = (i: number): void => {
    if (part[i] || !mask[i] || !open[i]) return;
    part[i] = 1;
    stack.push(i);
  };
  while (stack.length) {
    const i = stack.pop()!;
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x + 1 < width) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i + width < width * height) visit(i + width);
  }
  return part;
}

/** Judges parts by their traits, `null` for one that can't be: the order is that of `CORRECTION`. */
function judgeOf(
  prepared: Prepared,
  { before, open, at, sign }: Wrong,
): (part: Uint8Array, origin: Origin) => number[] | null {
  const { coarse, strongest } = prepared;
  const { width, height, words, vocabulary } = coarse;
  const size = before.reduce((sum, v) => sum + v, 0);
  const room = depthAt(open, at, width, height).here;
  return (part, origin) => {
    const own = measure(part, prepared);
    const whole = measure(
      before.map((v, i) => (part[i] ? (sign === '+' ? 1 : 0) : v)),
      prepared,
    );
    if (!own || !whole) return null;
    const mine = new Float64Array(vocabulary.count);
    const rest = new Float64Array(vocabulary.count);
    let edge = 0;
    let rim = 0;
    for (let i = 0; i < part.length; i++) {
      if (!part[i]) {
        if (before[i]) rest[words[i]!]! += 1;
        continue;
      }
      mine[words[i]!]! += 1;
      const x = i % width;
      for (const j of [
        x > 0 ? i - 1 : i,
        x + 1 < width ? i + 1 : i,
        i >= width ? i - width : i,
        i + width < part.length ? i + width : i,
      ]) {
        if (part[j] || !open[j]) continue;
        edge += Math.max(strongest[i]!, strongest[j]!);
        rim++;
      }
    }
    const alike = overlap(smoothed(vocabulary, mine), smoothed(vocabulary, rest));
    const { here, most, area } = depthAt(part, at, width, height);
    return [
      pointScore(whole, { ...PLAIN, moved: sign === '+' ? 'joined' : 'carved' }),
      // what is taken away needn't be a thing
      sign === '+' ? pointScore(own, origin) : USUAL,
      // nobody aims better than that
      Math.log(Math.min(1, (2 * here) / most)),
      Math.log(area / Math.max(1, size)),
      rim ? edge / rim : 1,
      sign === '+' ? alike : 1 - alike,
      Math.log(here / room),
    ];
  };
}

/** How deep a pixel lies in a mask, and its deepest one; beyond the picture nothing goes on. */
function depthAt(
  mask: Uint8Array,
  at: number,
  width: number,
  height: number,
): { here: number; most: number; area: number } {
  const { x1, y1, x2, y2, area } = frameOf(mask, width, height, () => 0)!;
  const across = x2 - x1 + 2;
  const cut = new Uint8Array(across * (y2 - y1 + 2));
  for (let y = y1; y < y2; y++)
    cut.set(mask.subarray(y * width + x1, y * width + x2), (y - y1 + 1) * across + 1);
  const signed = signedDistance(cut, across, y2 - y1 + 2);
  let most = 0;
  for (const d of signed) if (d > most) most = d;
  const x = at % width;
  return { here: signed[((at - x) / width - y1 + 1) * across + x - x1 + 1]!, most, area };
}
