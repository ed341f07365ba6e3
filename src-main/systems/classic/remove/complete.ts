/** Which pixel of the picture is copied to each pixel of the hole. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { makeField, patchRadius, refine, scatter, type Field } from './field.ts';
import { smoothGuess } from './guess.ts';
import type { Hole } from './hole.ts';
import { peel } from './peel.ts';
import { finestLevel, halve, type Level } from './pyramid.ts';
import { seeded, type Random } from './random.ts';
import { improve, rescore } from './search.ts';
import { average, confidences, copyElected, elect } from './vote.ts';

/** A hole is small enough to start with when its deepest pixel is this near to the known. */
const shallow = 2;
/** A level needs this many known patches, or it is too coarse to choose from. */
const fewestSources = 64;

/** For each level from fine to coarse: how many rounds of search and vote, and how many of them copy. */
const rounds = [
  { all: 3, copying: 2 },
  { all: 5, copying: 3 },
  { all: 8, copying: 4 },
  { all: 12, copying: 0 },
] as const;

/**
 * The coarse levels are cheap and decide what goes where: they are done in several ways, and the best one is refined.
 * Half of them start with `peel`, which continues lines, half with `smoothGuess`, which keeps plain grounds plain.
 */
const drafts = 6;
/** Drafts are compared at the finest level with at most this many patches to find. */
const draftTargets = 3000;

interface Scale {
  level: Level;
  field: Field;
  trust: Float32Array;
}

/**
 * Indexes into the hole's window, one for each of its pixels (-1 for the known ones);
 * `null` when the window has no known patch at all.
 */
export async function complete(
  image: Raster,
  hole: Hole,
  seed: number,
  work: Work,
): Promise<Int32Array | null> {
  const random = seeded(seed);
  const scales = await makeScales(image, hole, work);
  if (!scales.length) return null;
  const coarsest = scales.length - 1;
  let drafted = scales.findIndex((s) => s.field.targets.length <= draftTargets);
  if (drafted < 0) drafted = coarsest;

  const effort = (l: number): number => scales[l]!.field.targets.length * roundsAt(l).all;
  let total = 0;
  for (let l = 0; l <= coarsest; l++) total += effort(l) * (l >= drafted ? drafts : 1);
  let done = 0;
  const finish = (l: number): void => work.progress((done += effort(l)), total);

  let best: { cost: number; match: Int32Array; features: Uint8Array } | undefined;
  for (let draft = 0; draft < drafts; draft++) {
    await begin(scales[coarsest]!, draft % 2 === 0, random, work);
    for (let l = coarsest; l >= drafted; l--) {
      if (l < coarsest) await descend(scales[l + 1]!, scales[l]!, random, work);
      await settle(scales[l]!, roundsAt(l), random, work);
      finish(l);
    }
    const { level, field } = scales[drafted]!;
    const cost = await mismatch(scales[drafted]!, work);
    if (!best || cost < best.cost)
      best = { cost, match: field.match.slice(), features: level.features.slice() };
  }
  scales[drafted]!.field.match.set(best!.match);
  scales[drafted]!.level.features.set(best!.features);

  for (let l = drafted - 1; l >= 0; l--) {
    await descend(scales[l + 1]!, scales[l]!, random, work);
    await settle(scales[l]!, roundsAt(l), random, work);
    finish(l);
  }
  await rescore(scales[0]!.level, scales[0]!.field, work);
  const chosen = await elect(scales[0]!.field, work);
  const sources = new Int32Array(hole.unknown.length).fill(-1);
  chosen.forEach((s, k) => (sources[scales[0]!.field.holes[k]!] = s));
  return sources;
}

const roundsAt = (level: number): (typeof rounds)[number] => rounds[Math.min(level, rounds.length - 1)]!;

/** A first guess at the hole's pixels: the search compares patches that are partly unknown. */
async function begin({ level, field }: Scale, peeling: boolean, random: Random, work: Work): Promise<void> {
  scatter(field, random);
  if (peeling) await peel(level, field, random, work);
  else await smoothGuess(level, work);
}

/** The same from the next coarser level. */
async function descend(
  coarse: Scale,
  { level, field, trust }: Scale,
  random: Random,
  work: Work,
): Promise<void> {
  refine(coarse.field, field, random);
  await average(level, field, trust, work);
}

/** Search and vote in turns. */
async function settle(
  { level, field, trust }: Scale,
  { all, copying }: { all: number; copying: number },
  random: Random,
  work: Work,
): Promise<void> {
  for (let round = 0; round < all; round++) {
    await rescore(level, field, work);
    await improve(level, field, { backwards: false, random }, work);
    await improve(level, field, { backwards: true, random }, work);
    if (round < all - copying) await average(level, field, trust, work);
    else copyElected(level, field, await elect(field, work));
  }
}

/** How badly the patches fit what they were copied from, as the mean of their root mean squares. */
async function mismatch({ level, field }: Scale, work: Work): Promise<number> {
  await rescore(level, field, work);
  let sum = 0;
  for (const t of field.targets) sum += Math.sqrt(field.cost[t]!);
  return sum / field.targets.length;
}

async function makeScales(image: Raster, hole: Hole, work: Work): Promise<Scale[]> {
  const scales: Scale[] = [];
  let level = await finestLevel(image, hole.window, hole.unknown, work);
  let reach = Math.max(level.width, level.height);
  for (let depth = hole.depth; ; depth /= 2) {
    if (Math.min(level.width, level.height) <= 2 * patchRadius) break;
    const field = await makeField(level, reach, work);
    if (field.sources < (scales.length ? fewestSources : 1) || !field.holes.length) break;
    scales.push({ level, field, trust: await confidences(level, work) });
    if (depth <= shallow) break;
    await work.breathe();
    level = await halve(level, work);
    reach = Math.ceil(reach / 2);
  }
  return scales;
}
