/** Makes one out of several drafts. */
import type { Work } from '../../../runtime/work.ts';
import type { Scale } from './complete.ts';
import { kinds, patchRadius, shifted, type Field } from './field.ts';
import type { Montage, Montages, Proposal } from './montage.ts';
import { dominantOffsets } from './offsets.ts';
import type { Random } from './random.ts';
import { rimMoves, type Move } from './rim.ts';
import { copyElected } from './vote.ts';

/** How many of the picture's own offsets are tried. */
const offsetsTried = 30;
const mostSweeps = 2;

export interface Tried {
  random: Random;
  /** Whether the picture is tried mirrored, too. */
  mirrors: boolean;
}

/**
 * Fuses drafts (each a source for every pixel of the hole) with each other and with the picture moved as a whole, and
 * starts the scale with the result.
 */
export async function compose(
  { level, field }: Scale,
  montages: Montages,
  drafts: readonly Int32Array[],
  along: readonly Move[],
  { random, mirrors }: Tried,
  work: Work,
): Promise<Int32Array> {
  const rated = drafts.map((sources) => montages.montage(sources));
  const tried = [
    ...along,
    ...(await rimMoves(level, field, { random, mirrors }, work)),
    ...(await dominantOffsets(level, field, offsetsTried, random, work)),
  ];
  const moved: Proposal[] = [];
  for (const sources of montages.alongLines()) {
    moved.push(montages.proposal(sources));
    await work.breathe();
  }
  for (const move of tried) {
    moved.push(montages.proposal(montages.moved(move)));
    await work.breathe();
  }
  // Fused from two beginnings, because each leads to the best that is near it.
  const proposals = [...rated, ...moved];
  const fromDrafts = await fuseAll(montages, rated.reduce(better), proposals, work);
  let best = fromDrafts;
  if (drafts.length > 1) {
    const fromMoves = await fuseAll(montages, montages.nothing(), moved, work);
    best = await montages.fuse(better(fromDrafts, fromMoves), worse(fromDrafts, fromMoves), work);
  }
  await copyElected(level, field, best.sources, work);
  await aim(field, best.sources, work);
  return best.sources;
}

const better = (a: Montage, b: Montage): Montage => (b.cost < a.cost ? b : a);
const worse = (a: Montage, b: Montage): Montage => (b.cost < a.cost ? a : b);

/** Takes the best of each proposal in turn, and again of those that had something to give. */
async function fuseAll(
  montages: Montages,
  start: Montage,
  all: readonly Proposal[],
  work: Work,
): Promise<Montage> {
  let best = start;
  let proposals = all;
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    const taken: Proposal[] = [];
    for (const proposal of proposals) {
      const fused = await montages.fuse(best, proposal, work);
      if (fused.cost < best.cost) taken.push(proposal);
      best = fused;
    }
    proposals = taken;
  }
  return best;
}

/** Gives each target the source that the pixels of its patch have, the middle one first. */
export async function aim(
  { width, kind, targets, match, holes }: Field,
  sources: Int32Array,
  work: Work,
): Promise<void> {
  const numbers = new Int32Array(kind.length).fill(-1);
  holes.forEach((p, k) => (numbers[p] = k));
  for (let k = 0; k < targets.length; k++) {
    if (k % 4096 === 0) await work.breathe();
    for (const [dx, dy] of spiral) {
      const number = numbers[targets[k]! + dy * width + dx]!;
      if (number < 0) continue;
      const s = shifted(sources[number]!, -dx, -dy * width);
      if (kind[s >> 1] !== kinds.source) continue;
      match[k] = s;
      break;
    }
  }
}

/** The places of a patch, from the middle outwards. */
const spiral = Array.from({ length: (2 * patchRadius + 1) ** 2 }, (_, i): [number, number] => [
  (i % (2 * patchRadius + 1)) - patchRadius,
  Math.floor(i / (2 * patchRadius + 1)) - patchRadius,
]).sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
