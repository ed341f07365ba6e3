/** Which pixel of the picture is copied to each pixel of the hole. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { makeField, patchRadius, refine, scatter, type Field } from './field.ts';
import type { Hole } from './hole.ts';
import { peel } from './peel.ts';
import { finestLevel, halve, type Level } from './pyramid.ts';
import { seeded } from './random.ts';
import { improve, rescore } from './search.ts';
import { average, confidences, copyElected, elect } from './vote.ts';

/** A hole is small enough to start with when its deepest pixel is this near to the known. */
const shallow = 2;
/** A level needs this many known patches, or it is too coarse to choose from. */
const fewestSources = 64;

/** For each level from fine to coarse: how many rounds of search and vote, and how many of them copy. */
const rounds = [
  { all: 3, copying: 2 },
  { all: 5, copying: 1 },
  { all: 8, copying: 0 },
  { all: 12, copying: 0 },
] as const;

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
  const total = scales.reduce((sum, s, l) => sum + s.field.targets.length * roundsAt(l).all, 0);
  let done = 0;
  let coarser: Field | undefined;
  let chosen: Int32Array | undefined;
  for (let l = scales.length - 1; l >= 0; l--) {
    const { level, field } = scales[l]!;
    const { all, copying } = roundsAt(l);
    const trust = confidences(level);
    // A first guess at the pixels: the search compares patches that are partly unknown.
    if (coarser) {
      refine(coarser, field, random);
      await average(level, field, trust, work);
    } else {
      scatter(field, random);
      await peel(level, field, random, work);
    }
    for (let round = 0; round < all; round++) {
      await rescore(level, field, work);
      await improve(level, field, { backwards: false, random }, work);
      await improve(level, field, { backwards: true, random }, work);
      if (round >= all - copying) {
        chosen = await elect(field, work);
        copyElected(level, field, chosen);
      } else await average(level, field, trust, work);
      done += field.targets.length;
      work.progress(done, total);
    }
    coarser = field;
  }
  const { level, field } = scales[0]!;
  const sources = new Int32Array(level.unknown.length).fill(-1);
  chosen!.forEach((s, k) => (sources[field.holes[k]!] = s));
  return sources;
}

const roundsAt = (level: number): (typeof rounds)[number] => rounds[Math.min(level, rounds.length - 1)]!;

async function makeScales(image: Raster, hole: Hole, work: Work): Promise<{ level: Level; field: Field }[]> {
  const scales: { level: Level; field: Field }[] = [];
  let level = await finestLevel(image, hole.window, hole.unknown, work);
  let reach = Math.max(level.width, level.height);
  for (let depth = hole.depth; ; depth /= 2) {
    if (Math.min(level.width, level.height) <= 2 * patchRadius) break;
    const field = makeField(level, reach);
    if (field.sources < (scales.length ? fewestSources : 1) || !field.holes.length) break;
    scales.push({ level, field });
    if (depth <= shallow) break;
    await work.breathe();
    level = halve(level);
    reach = Math.ceil(reach / 2);
  }
  return scales;
}
