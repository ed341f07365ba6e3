/** What a photo is of, found by itself: the outline that agrees best with what stands out. */
import type { Work } from '../../../runtime/work.ts';
import { boxHypotheses } from './box.ts';
import { cutBand } from './cut.ts';
import { components, frameOf } from './distance.ts';
import type { Prepared } from './features.ts';
import { otsu } from './otsu.ts';
import { blur } from './planes.ts';
import { draw, guess, guessBox, type Guess } from './prompt.ts';
import { saliency } from './saliency.ts';
import { measure, pointScore } from './score.ts';

/** How much a guess's outline counts beside how well it covers what stands out, and how good or bad it can be. */
const OUTLINE = 0.03;
const MOST = 3;
const PEAKS = 1;
/** Where what stands out may end, beside where it divides best. */
const LIMITS = [1, 0.3, 0.45, 0.6, 0.8, 1.3];

/** The subject, 1 inside, at the working size. */
export async function segmentSubject(prepared: Prepared, work: Work): Promise<Uint8Array> {
  const { coarse, fine } = prepared;
  const { width, height } = coarse;
  const standing = await saliency(prepared, work);
  const guesses = await guessSubject(prepared, standing, work);
  let best = guesses[0]?.mask ?? new Uint8Array(width * height);
  let most = -Infinity;
  for (const { mask, score } of guesses) {
    const value = agreement(mask, standing) + OUTLINE * Math.max(-MOST, Math.min(MOST, score));
    if (value > most) {
      most = value;
      best = mask;
    }
  }
  const chosen = onePart(best, width, height);
  const drawn = await draw(prepared, chosen, new Int8Array(fine.width * fine.height), [], [], work);
  return onePart(drawn, fine.width, fine.height);
}

/** Everything that the subject may be: what stands out from different limits on, and outlines around it. */
async function guessSubject(prepared: Prepared, standing: Float32Array, work: Work): Promise<Guess[]> {
  const { coarse } = prepared;
  const { width, height } = coarse;
  const limit = otsu(standing, 1);
  const cores = LIMITS.map((share) =>
    onePart(
      Uint8Array.from(standing, (s) => (s > share * limit ? 1 : 0)),
      width,
      height,
    ),
  );
  const guesses: Guess[] = [];
  const add = async (mask: Uint8Array): Promise<void> => {
    const measures = measure(mask, prepared);
    if (measures)
      guesses.push({
        mask,
        score: pointScore(measures, { support: 1, lasting: null, redrawn: false, moved: null }),
      });
    await work.breathe();
  };
  for (const core of cores) {
    await add(core);
    const band = Math.max(3, 0.15 * Math.sqrt(core.reduce((sum, v) => sum + v, 0)));
    await add(await cutBand(coarse, core, { band, hold: 0.5, looks: 1, smooth: 6 }, work));
  }
  const inset = 0.015 * Math.min(width, height);
  const whole = { x1: inset, y1: inset, x2: width - inset, y2: height - inset };
  if (width > 8 && height > 8) {
    for (const mask of await boxHypotheses(prepared, whole, work)) await add(mask);
    const box = frameOf(cores[0]!, width, height, () => 1);
    if (box) for (const { mask } of await guessBox(prepared, box, work)) await add(mask);
  }
  for (const peak of peaks(standing, width, height)) guesses.push(...(await guess(prepared, peak, work)));
  return guesses;
}

/** The largest connected part of a mask: a subject is one thing. */
function onePart(mask: Uint8Array, width: number, height: number): Uint8Array {
  const { labels, sizes } = components(mask, width, height, 1);
  const largest = sizes.indexOf(Math.max(...sizes));
  return mask.map((v, i) => (v && labels[i] === largest ? 1 : 0));
}

/** The places that stand out most, apart from each other, as clicks. */
function peaks(standing: Float32Array, width: number, height: number): { x: number; y: number; sign: '+' }[] {
  const left = blur(standing, width, height, 0.04 * Math.hypot(width, height));
  const apart = 0.2 * Math.hypot(width, height);
  const found: { x: number; y: number; sign: '+' }[] = [];
  for (let n = 0; n < PEAKS; n++) {
    let best = 0;
    for (let i = 1; i < left.length; i++) if (left[i]! > left[best]!) best = i;
    const cx = best % width;
    const cy = (best - cx) / width;
    if (left[best]! <= 0) break;
    found.push({ x: (cx + 0.5) / width, y: (cy + 0.5) / height, sign: '+' });
    for (let i = 0; i < left.length; i++) {
      const x = i % width;
      if (Math.hypot(x - cx, (i - x) / width - cy) < apart) left[i] = 0;
    }
  }
  return found;
}

/** Dice overlap of a mask with a soft map. */
function agreement(mask: Uint8Array, soft: Float32Array): number {
  let both = 0;
  let total = 0;
  for (let i = 0; i < mask.length; i++) {
    both += mask[i]! * soft[i]!;
    total += mask[i]! + soft[i]!;
  }
  return total > 0 ? (2 * both) / total : 0;
}
