/** Makes one out of several drafts. */
import type { Work } from '../../../runtime/work.ts';
import type { Scale } from './complete.ts';
import { kinds, patchRadius, shifted, type Field } from './field.ts';
import { fittingMoves } from './fits.ts';
import type { Montage, Montages, Proposal } from './montage.ts';
import { dominantOffsets } from './offsets.ts';
import type { Random } from './random.ts';
import { rimMoves, type Move } from './rim.ts';
import { copyElected } from './vote.ts';

/** How many of the picture's own offsets are tried. */
const offsetsTried = 30;
/** How many moves that fit much of the rim are tried. */
const fitsTried = 40;
/** In holes of more pixels than this only moves that are known are tried, and once. */
const mostTriedAnew = 4000;
const mostSweeps = 2;
/** Smaller pieces aren't tried again elsewhere on finer levels. */
const smallestPiece = 8;

/** What several drafts became, and by which moves of the whole picture its larger pieces come about. */
export interface Composed {
  sources: Int32Array;
  moves: Move[];
}

export interface Tried {
  random: Random;
  /** Whether the picture is tried mirrored, too. */
  mirrors: boolean;
  /** Known from a coarser level; absent: those that fit the rim are looked for. */
  moves?: readonly Move[] | undefined;
}

/**
 * Fuses drafts (each a source for every pixel of the hole) with each other and with the picture moved as a whole, and
 * starts the scale with the result.
 */
export async function compose(
  { level, field }: Scale,
  montages: Montages,
  drafts: readonly Int32Array[],
  { random, mirrors, moves }: Tried,
  work: Work,
): Promise<Composed> {
  const rated = drafts.map((sources) => montages.montage(sources));
  const tried = [...(moves ?? [])];
  const anew = field.holes.length <= mostTriedAnew;
  if (!moves) tried.push(...(await fittingMoves(level, field, fitsTried, random, work)));
  if (anew || !moves) {
    tried.push(...(await dominantOffsets(level, field, offsetsTried, random, work)));
    tried.push(...(await rimMoves(level, field, { random, mirrors }, work)));
  }
  const moved: Proposal[] = [];
  for (const move of tried) {
    moved.push(montages.proposal(montages.moved(move)));
    await work.breathe();
  }
  // Fused from two beginnings, because each leads to the best that is near it.
  const proposals = [...rated, ...moved];
  const fromDrafts = await fuseAll(montages, rated.reduce(better), proposals, anew ? mostSweeps : 1, work);
  let best = fromDrafts;
  if (drafts.length > 1) {
    const fromMoves = await fuseAll(montages, montages.nothing(), moved, mostSweeps, work);
    best = await montages.fuse(better(fromDrafts, fromMoves), worse(fromDrafts, fromMoves), work);
  }
  await copyElected(level, field, best.sources, work);
  await aim(field, best.sources, work);
  return { sources: best.sources, moves: movesOf(field, best.sources) };
}

/** The moves of at least `smallestPiece` pixels, the commonest first. */
function movesOf({ holes, width }: Field, sources: Int32Array): Move[] {
  const counts = new Map<string, { move: Move; count: number }>();
  holes.forEach((p, k) => {
    const mirrored = sources[k]! & 1;
    const s = sources[k]! >> 1;
    const dx = mirrored ? (s % width) + (p % width) : (s % width) - (p % width);
    const dy = Math.floor(s / width) - Math.floor(p / width);
    const key = `${mirrored} ${dx} ${dy}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { move: { mirrored: mirrored === 1, dx, dy }, count: 1 });
  });
  return [...counts.values()]
    .filter(({ count }) => count >= smallestPiece)
    .sort((a, b) => b.count - a.count)
    .map(({ move }) => move);
}

/** The same moves on a level of twice the size, where a mirrored pixel is the other one of its two. */
export const twice = ({ mirrored, dx, dy }: Move): Move => ({
  mirrored,
  dx: 2 * dx + Number(mirrored),
  dy: 2 * dy,
});

const better = (a: Montage, b: Montage): Montage => (b.cost < a.cost ? b : a);
const worse = (a: Montage, b: Montage): Montage => (b.cost < a.cost ? a : b);

/** Takes the best of each proposal in turn, and again of those that had something to give. */
async function fuseAll(
  montages: Montages,
  start: Montage,
  all: readonly Proposal[],
  sweeps: number,
  work: Work,
): Promise<Montage> {
  let best = start;
  let proposals = all;
  for (let sweep = 0; sweep < sweeps; sweep++) {
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
