/** Which pixel of the picture is copied to each pixel of the hole. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { makeField, patchRadius, refine, scatter, shifted, type Field } from './field.ts';
import { aim, compose } from './compose.ts';
import { findCurves } from './curves.ts';
import { findEntries } from './entries.ts';
import { smoothGuess } from './guess.ts';
import { guideOf, movesAlong, paint, type Guide } from './guide.ts';
import type { Hole } from './hole.ts';
import { Montages } from './montage.ts';
import { peel } from './peel.ts';
import { finestLevel, halve, type Level } from './pyramid.ts';
import { seeded, type Random } from './random.ts';
import type { Move } from './rim.ts';
import { improve, rescore } from './search.ts';
import { average, confidences, copyElected, elect } from './vote.ts';

/** A hole is small enough to start with when its deepest pixel is this near to the known. */
const shallow = 2;
/** A level needs this many known patches, or it is too coarse to choose from. */
const fewestSources = 64;

/**
 * For each level from fine to coarse: how many rounds of search and vote, how many of them copy, and how far the random
 * tries begin. What goes where has been decided by the coarse levels; the finest only has to find the very pixel.
 */
const usualRounds = [
  { all: 2, copying: 2, reach: 8 },
  { all: 4, copying: 3, reach: 32 },
  { all: 8, copying: 4, reach: 128 },
  { all: 12, copying: 0, reach: 100_000 },
] as const;
type Rounds = (typeof usualRounds)[number];

/**
 * The coarse levels are cheap and decide what goes where: they are done in several ways, and the results are composed
 * into one. Half of them start with `peel`, which continues lines, half with `smoothGuess`, which keeps plain grounds
 * plain.
 */
const drafts = 3;
/** From this draft on mirrored sources are tried too. */
const firstMirrored = 2;
/** Drafts are compared at the finest level with at most this many patches to find. */
const draftTargets = 1500;
/** Levels with at most this many are composed anew. */
const composeTargets = 8000;

/** The most hole pixels that seams are found for by cuts. */
const mostFused = 40_000;

export interface Scale {
  level: Level;
  field: Field;
  trust: Float32Array;
  rounds: Rounds;
  /** What lines that cross the hole say about it. */
  guide: Guide | null;
}

/**
 * Sources in the hole's window, one for each of its pixels in rows; `null` when the window has no known patch at all.
 */
export async function complete(
  image: Raster,
  hole: Hole,
  { seed, mirrors }: { seed: number; mirrors: boolean },
  work: Work,
): Promise<Int32Array | null> {
  const random = seeded(seed);
  const scales = await makeScales(image, hole, work);
  if (!scales.length) return null;
  const coarsest = scales.length - 1;
  const curves = await guideAll(scales, work);
  let drafted = scales.findIndex((s) => s.field.targets.length <= draftTargets);
  if (drafted < 0) drafted = coarsest;

  // Where even the coarsest level is large (there is little to copy from), one draft has to do.
  const tries = Math.ceil(Math.min(1, draftTargets / scales[drafted]!.field.targets.length) * drafts);
  const effort = (l: number): number => scales[l]!.field.targets.length * scales[l]!.rounds.all;
  let total = 0;
  for (let l = 0; l <= coarsest; l++) total += effort(l) * (l >= drafted ? tries + Number(l === drafted) : 1);
  let done = 0;
  const finish = (l: number): void => work.progress((done += effort(l)), total);

  const found: Int32Array[] = [];
  let sources: Int32Array = new Int32Array(0);
  for (let draft = 0; draft < tries; draft++) {
    await begin(scales[coarsest]!, draft % 2 === 0, random, work);
    for (let l = coarsest; l >= drafted; l--) {
      if (l < coarsest) await descend(scales[l + 1]!, scales[l]!, random, work);
      sources = await settle(scales[l]!, { random, mirrors: mirrors && draft >= firstMirrored }, work);
      finish(l);
    }
    found.push(sources);
  }
  const { level, field } = scales[drafted]!;
  let composed = await compose(
    scales[drafted]!,
    new Montages(level, field, scales[drafted]!.guide),
    found,
    curves(drafted),
    { random, mirrors },
    work,
  );
  finish(drafted);

  for (let l = drafted - 1; l >= 0; l--) {
    composed = await sharpen(scales[l + 1]!, scales[l]!, curves(l), { random, mirrors }, work);
    scales.length = l + 1;
    finish(l);
  }
  return composed;
}

/**
 * The montage of a coarser level at twice its size, its pieces moved into place and their seams found anew.
 */
async function sharpen(
  coarse: Scale,
  scale: Scale,
  along: readonly Move[],
  { random, mirrors }: { random: Random; mirrors: boolean },
  work: Work,
): Promise<Int32Array> {
  const { level, field } = scale;
  await refine(coarse.field, field, random, work);
  field.cost.fill(0); // all opinions are equal
  let composed = await elect(field, work);
  const montages = field.holes.length <= mostFused ? new Montages(level, field, scale.guide) : null;
  if (montages) {
    if (field.targets.length <= composeTargets)
      composed = await compose(scale, montages, [composed], along, { random, mirrors }, work);
    let best = montages.montage(composed);
    for (const sources of montages.alongLines()) {
      best = await montages.fuse(best, montages.proposal(sources), work);
      await work.breathe();
    }
    for (const [dx, dy] of nudges)
      best = await montages.fuse(best, montages.proposal(nudged(best.sources, dx, dy * field.width)), work);
    composed = best.sources;
  }
  await copyElected(level, field, composed, work);
  await aim(field, composed, work);
  const found = await settle(scale, { random, mirrors: false }, work);
  if (!montages) return found;
  const fused = await montages.fuse(montages.montage(composed), montages.proposal(found), work);
  await copyElected(level, field, fused.sources, work);
  await aim(field, fused.sources, work);
  return fused.sources;
}

const nudges = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

const nudged = (sources: Int32Array, dx: number, rows: number): Int32Array =>
  sources.map((s) => shifted(s, dx, rows));

/** A first guess at the hole's pixels: the search compares patches that are partly unknown. */
async function begin(
  { level, field, guide }: Scale,
  peeling: boolean,
  random: Random,
  work: Work,
): Promise<void> {
  scatter(field, random);
  if (peeling) await peel(level, field, random, work);
  const painted = guide ? paint(level, field.holes, guide, 1.5) : null;
  if (!peeling) await smoothGuess(level, painted, work);
}

/** The same from the next coarser level. */
async function descend(
  coarse: Scale,
  { level, field, trust }: Scale,
  random: Random,
  work: Work,
): Promise<void> {
  await refine(coarse.field, field, random, work);
  await average(level, field, trust, work);
}

/** Search and vote in turns; the sources that had the most votes in the end. */
async function settle(
  { level, field, trust, rounds: { all, copying, reach } }: Scale,
  { random, mirrors }: { random: Random; mirrors: boolean },
  work: Work,
): Promise<Int32Array> {
  const search = { random, mirrors, reach: Math.min(reach, Math.max(field.width, field.height)) };
  let sources: Int32Array = new Int32Array(0);
  for (let round = 0; round < all; round++) {
    await rescore(level, field, work);
    await improve(level, field, search, false, work);
    await improve(level, field, search, true, work);
    if (round < all - copying) await average(level, field, trust, work);
    if (round >= all - copying || round === all - 1) sources = await elect(field, work);
    if (round >= all - copying) await copyElected(level, field, sources, work);
  }
  return sources;
}

/**
 * Finds the lines that cross the hole at the finest scale where montages are judged, and tells that scale and the coarser
 * ones. The result says for a scale how to move the picture along them.
 */
async function guideAll(scales: readonly Scale[], work: Work): Promise<(scale: number) => Move[]> {
  const finest = scales.findIndex(({ field }) => field.holes.length <= mostFused);
  if (finest < 0) return () => [];
  const { level, field } = scales[finest]!;
  const curves = await findCurves(level, await findEntries(level, field.holes, work), work);
  for (let l = finest; l < scales.length; l++) {
    const scale = scales[l]!;
    scale.guide = guideOf(scale.level, scale.field.holes, curves, 2 ** (l - finest));
    await work.breathe();
  }
  return (l) => movesAlong(curves, 2 ** (l - finest));
}

async function makeScales(image: Raster, hole: Hole, work: Work): Promise<Scale[]> {
  const scales: Scale[] = [];
  let level = await finestLevel(image, hole.window, hole.places, work);
  for (let depth = hole.depth; ; depth /= 2) {
    if (Math.min(level.width, level.height) <= 2 * patchRadius) break;
    const field = await makeField(level, work);
    if (field.sources < (scales.length ? fewestSources : 1) || !field.holes.length) break;
    const rounds = usualRounds[Math.min(scales.length, usualRounds.length - 1)]!;
    scales.push({ level, field, trust: await confidences(level, field, work), rounds, guide: null });
    if (depth <= shallow) break;
    level = await halve(level, work);
  }
  return scales;
}
