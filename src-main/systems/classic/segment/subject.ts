/** What a photo is of, found by itself. */
import { StudioError } from '../../../contract/index.ts';
import type { Work } from '../../../runtime/work.ts';
import { cutBand } from './cut.ts';
import { components, tidy } from './distance.ts';
import type { Features, Prepared } from './features.ts';
import { foreground } from './foreground.ts';
import { shared } from './agreed.ts';
import { draw, SPECK } from './prompt.ts';
import { measure } from './score.ts';

/** In a photo of fewer pixels a side nothing can be told apart: it is all subject. */
const LEAST_SIDE = 8;
/** From which likelihood on something is the subject: each is tried. */
const LIMITS = [0.35, 0.45, 0.55, 0.65];
/** The same where the subject fills the frame, so that what is beside it can't tell what is likely. */
const CLOSE_LIMIT = 0.15;
/** What a cut goes by: how the sides look, and how likely the subject is there. */
const CUTS = [
  { looks: 1, likely: 0.5, rounds: 2 },
  { looks: 0.5, likely: 1, rounds: 2 },
  { looks: 0, likely: 1, rounds: 1 },
];
/** How much the edge along an outline counts beside how far the outlines agree. */
const EDGE = 0.4;
/** Along the outline of a thing the boundary (0..1) is at least this strong on average. */
const LEAST_EDGE = 0.5;
/** Outlines that have less in common than this (intersection over union, on average) are outlines of nothing. */
const LEAST_AGREED = 0.5;
/** Parts smaller than this share of the largest are no second person or thing, but what stands about. */
const LEAST_PART = 0.15;
/** The most that a likelihood says, as the log of its odds. */
const SURE = 3;

type Cut = (typeof CUTS)[number];

/**
 * The subject, 1 inside, at the working size: one thing, or several that are as large.
 * @throws StudioError `needs-region` where nothing stands out, or it isn't clear what does
 */
export async function segmentSubject(prepared: Prepared, work: Work): Promise<Uint8Array> {
  const { coarse, fine } = prepared;
  if (Math.min(coarse.width, coarse.height) < LEAST_SIDE)
    return Uint8Array.from(fine.planes.alpha, (a) => (a >= 0.5 ? 1 : 0));
  const likely = await foreground(prepared, work);
  const found: Uint8Array[] = [];
  for (const limit of LIMITS)
    for (const cut of CUTS) found.push(await cutAt(coarse, likely, limit, cut, work));
  const best = await mostAgreed(found, prepared, work);
  if (!best || best.agreed < LEAST_AGREED)
    throw new StudioError(
      'needs-region',
      'I can’t tell what this picture is of.',
      'Click on what you mean, then say it again with “this”.',
    );
  // an outline that follows no edge is the outline of a patch: of the eyes, where a face fills the frame
  const chosen =
    best.edge < LEAST_EDGE ? await cutAt(coarse, likely, CLOSE_LIMIT, CUTS[0]!, work) : best.mask;
  const drawn = await draw(prepared, chosen, new Int8Array(fine.width * fine.height), [], work);
  return largeParts(drawn, fine.width, fine.height);
}

/** What is likelier than a limit, cut out along the photo's edges; 1 inside, at the search size. */
async function cutAt(
  coarse: Features,
  likely: Float32Array,
  limit: number,
  { looks, likely: counts, rounds }: Cut,
  work: Work,
): Promise<Uint8Array> {
  const { width, height } = coarse;
  const prior = likely.map((p) => counts * (odds(p) - Math.log(limit / (1 - limit))));
  let mask = largeParts(
    likely.map((p) => (p > limit ? 1 : 0)),
    width,
    height,
  );
  for (let round = 0; round < rounds; round++)
    mask = await cutBand(coarse, mask, { band: Infinity, hold: 0, looks, smooth: 6, prior }, work);
  tidy(mask, width, height, SPECK, []);
  return largeParts(mask, width, height);
}

const odds = (p: number): number => Math.max(-SURE, Math.min(SURE, Math.log((p + 0.02) / (1.02 - p))));

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

/** A mask without what is small beside its largest part. */
function largeParts(mask: ArrayLike<number>, width: number, height: number): Uint8Array {
  const set = Uint8Array.from(mask);
  const { labels, sizes } = components(set, width, height, 1);
  const least = LEAST_PART * Math.max(...sizes);
  return set.map((v, i) => (v && sizes[labels[i]!]! >= least ? 1 : 0));
}
