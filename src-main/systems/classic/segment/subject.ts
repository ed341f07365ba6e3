/** What a photo is of, found by itself. */
import type { Work } from '../../../runtime/work.ts';
import { cutBand } from './cut.ts';
import { components, tidy } from './distance.ts';
import type { Prepared } from './features.ts';
import { foreground } from './foreground.ts';
import { draw, shared, SPECK } from './prompt.ts';
import { measure } from './score.ts';

/** From which likelihood on something is the subject: each is tried. */
const LIMITS = [0.35, 0.45, 0.55, 0.65];
/** What a cut goes by: how the sides look, and how likely the subject is there. */
const CUTS = [
  { looks: 1, likely: 0.5 },
  { looks: 0.5, likely: 1 },
  { looks: 0, likely: 1 },
];
/** How much the edge along an outline counts beside how far the outlines agree. */
const EDGE = 0.4;
/** Parts smaller than this share of the largest are no second person or thing, but what stands about. */
const LEAST_PART = 0.15;
/** The most that a likelihood says, as the log of its odds. */
const SURE = 3;

/** The subject, 1 inside, at the working size: one thing, or several as large. */
export async function segmentSubject(prepared: Prepared, work: Work): Promise<Uint8Array> {
  const { fine } = prepared;
  const likely = await foreground(prepared, work);
  const chosen = await mostAgreed(await hypotheses(prepared, likely, work), prepared, work);
  const drawn = await draw(prepared, chosen, new Int8Array(fine.width * fine.height), [], [], work);
  return largeParts(drawn, fine.width, fine.height);
}

/** Cuts through the photo along its edges, from several limits on. */
async function hypotheses({ coarse }: Prepared, likely: Float32Array, work: Work): Promise<Uint8Array[]> {
  const { width, height } = coarse;
  const odds = likely.map((p) => Math.max(-SURE, Math.min(SURE, Math.log((p + 0.02) / (1.02 - p)))));
  const found: Uint8Array[] = [];
  for (const limit of LIMITS) {
    const shift = Math.log(limit / (1 - limit));
    const core = largeParts(
      likely.map((p) => (p > limit ? 1 : 0)),
      width,
      height,
    );
    for (const cut of CUTS) {
      const prior = odds.map((o) => cut.likely * (o - shift));
      let mask = core;
      for (let round = 0; round < (cut.looks ? 2 : 1); round++)
        mask = await cutBand(
          coarse,
          mask,
          { band: Infinity, hold: 0, looks: cut.looks, smooth: 6, prior },
          work,
        );
      tidy(mask, width, height, SPECK, []);
      found.push(largeParts(mask, width, height));
    }
  }
  return found;
}

/** The one that agrees best with the others and has an edge along its outline. */
async function mostAgreed(
  masks: readonly Uint8Array[],
  prepared: Prepared,
  work: Work,
): Promise<Uint8Array> {
  let best = masks[0]!;
  let most = -Infinity;
  for (const mask of masks) {
    const edge = measure(mask, prepared)?.[0];
    if (edge === undefined) continue;
    const agreed = masks.reduce((sum, other) => sum + shared(mask, other), 0) / masks.length;
    if (agreed + EDGE * edge > most) {
      most = agreed + EDGE * edge;
      best = mask;
    }
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
