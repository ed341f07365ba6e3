/** What a photo is of, found by itself. */
import { StudioError } from '../../../contract/index.ts';
import type { Work } from '../../../runtime/work.ts';
import { shared } from './agreed.ts';
import type { Prepared } from './features.ts';
import { certain, SURE, type Finding } from './finding.ts';
import { foreground, type Standing } from './foreground.ts';
import { draw } from './prompt.ts';
import { measure, weigh } from './score.ts';
import { cutsOf, fillingOf, largeParts, proposals } from './subject-guesses.ts';
import { subjectTraits } from './subject-judge.ts';
import { SUBJECT, SUBJECT_BIAS, SUBJECT_SURE } from './weights.ts';

/** In a photo of fewer pixels a side nothing can be told apart: it is all subject. */
const LEAST_SIDE = 8;
/** How much the edge along an outline counts beside how far the outlines agree. */
const EDGE = 0.4;
/** Along the outline of a thing the boundary (0..1) is at least this strong on average. */
const LEAST_EDGE = 0.5;
/** Outlines that have less in common than this (intersection over union, on average) are outlines of nothing. */
const LEAST_AGREED = 0.5;
/** What has less in common with what was taken, and with each other, may be meant instead of it. */
const OTHER = 0.6;
const OTHERS = 2;

/**
 * The subject: one thing, or several that are as large.
 * @throws StudioError `needs-region` where nothing stands out, or it isn't clear what does
 */
export async function findSubject(prepared: Prepared, work: Work): Promise<Finding> {
  const { coarse, fine } = prepared;
  if (Math.min(coarse.width, coarse.height) < LEAST_SIDE)
    return certain(Uint8Array.from(fine.planes.alpha, (a) => (a >= 0.5 ? 1 : 0)));
  const standing = await foreground(prepared, work);
  const cuts = await cutsOf(coarse, standing.likely, work);
  const best = await mostAgreed(cuts, prepared, work);
  if (!best || best.agreed < LEAST_AGREED)
    throw new StudioError(
      'needs-region',
      'I can’t tell what this picture is of.',
      'Click on what you mean, then say it again with “this”.',
    );
  // an outline that follows no edge is the outline of a patch: of the eyes, where a face fills the frame
  const filling = await fillingOf(coarse, standing.likely, work);
  const taken = best.edge < LEAST_EDGE ? filling : best.mask;
  const { sure, others } = await judge(taken, [...cuts, filling], prepared, standing, work);
  const whole = async (mask: Uint8Array): Promise<Uint8Array> => {
    const drawn = await draw(prepared, mask.slice(), new Int8Array(fine.width * fine.height), [], work);
    return largeParts(drawn, fine.width, fine.height);
  };
  const found: Finding = { mask: await whole(taken), sure, others: [] };
  if (sure < SURE) for (const other of others) found.others.push(await whole(other));
  return found;
}

/** How likely a mask is what the photo is of, and the likeliest others. */
async function judge(
  taken: Uint8Array,
  cuts: readonly Uint8Array[],
  prepared: Prepared,
  standing: Standing,
  work: Work,
): Promise<{ sure: number; others: Uint8Array[] }> {
  const more = await proposals(cuts, prepared, standing, work);
  // what was taken stands in for those of the proposals that are all but the same
  const masks = [taken, ...more.filter((mask) => shared(mask, taken) < 0.97)];
  const traits = subjectTraits(masks, prepared, standing);
  await work.breathe();
  const worth = traits.map((values) => (values ? SUBJECT_BIAS + weigh(values, SUBJECT) : -Infinity));
  const { slope, bias } = SUBJECT_SURE;
  const others: Uint8Array[] = [];
  for (const n of [...worth.keys()].toSorted((a, b) => worth[b]! - worth[a]!))
    if (others.length < OTHERS && n > 0 && worth[n]! > -Infinity)
      if ([taken, ...others].every((mask) => shared(mask, masks[n]!) < OTHER)) others.push(masks[n]!);
  return { sure: 1 / (1 + Math.exp(-bias - slope * Math.max(-1, worth[0]!))), others };
}

/** Of several outlines, the one that agrees best with the others and follows the clearest edge. */
async function mostAgreed(
  masks: readonly Uint8Array[],
  prepared: Prepared,
  work: Work,
): Promise<{ mask: Uint8Array; agreed: number; edge: number } | undefined> {
  let best: { mask: Uint8Array; agreed: number; edge: number } | undefined;
  for (const mask of masks) {
    const edge = measure(mask, prepared)?.[0];
    if (edge === undefined) continue;
    const agreed = masks.reduce((sum, other) => sum + shared(mask, other), 0) / masks.length;
    if (!best || agreed + EDGE * edge > best.agreed + EDGE * best.edge) best = { mask, agreed, edge };
    await work.breathe();
  }
  return best;
}
