/**
 * What the subject of a photo may be: masks that are judged by `subject-judge.ts`. Carreira and Sminchisescu, "CPMC:
 * Automatic object segmentation using constrained parametric min-cuts" (PAMI 2012): figures are proposed at many scales
 * without knowing what they are, then ranked by what objects look like. Here they come from cuts through what is
 * likely and through what stands out, and from the photo's own regions.
 */
import type { Work } from '../../../runtime/work.ts';
import { shared } from './agreed.ts';
import { cutBand } from './cut.ts';
import { components, tidy } from './distance.ts';
import type { Features, Prepared } from './features.ts';
import type { Standing } from './foreground.ts';
import { SPECK } from './places.ts';
import { regionMask, type RegionTree } from './tree.ts';

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
/** The same by contrast alone: some subjects are like none that the likelihood knows. */
const CONTRASTS = [0.3, 0.55];
/** Regions that are proposed. */
const OF_REGIONS = 10;
/** Regions of a smaller, or larger, share of the photo are no subjects. */
const REGION: readonly [least: number, most: number] = [0.01, 0.75];
/** Masks that have more in common are one. */
const SAME = 0.97;
const ALIKE = 0.9;
/** Parts smaller than this share of the largest are no second person or thing, but what stands about. */
const LEAST_PART = 0.15;
/** The most that a likelihood says, as the log of its odds. */
const SURE = 3;

type Cut = (typeof CUTS)[number];

/** Cuts through what is likely, at the search size, 1 inside. */
export async function cutsOf(coarse: Features, likely: Float32Array, work: Work): Promise<Uint8Array[]> {
  const cuts: Uint8Array[] = [];
  for (const limit of LIMITS)
    for (const cut of CUTS) cuts.push(await cutAt(coarse, likely, limit, cut, work));
  return cuts;
}

/** The same for a subject that fills the frame. */
export const fillingOf = (coarse: Features, likely: Float32Array, work: Work): Promise<Uint8Array> =>
  cutAt(coarse, likely, CLOSE_LIMIT, CUTS[0]!, work);

/** The cuts, and what else the subject may be; none twice. */
export async function proposals(
  cuts: readonly Uint8Array[],
  { coarse, tree }: Prepared,
  { likely, contrast }: Pick<Standing, 'likely' | 'contrast'>,
  work: Work,
): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  const add = (mask: Uint8Array): void => {
    if (mask.includes(1) && !found.some((other) => shared(other, mask) > SAME)) found.push(mask);
  };
  for (const cut of cuts) add(cut);
  for (const limit of CONTRASTS) add(await cutAt(coarse, contrast, limit, CUTS[1]!, work));
  for (const node of likelyRegions(tree, likely)) add(regionMask(tree, node));
  await work.breathe();
  return found;
}

const over = (likely: Float32Array, limit: number): Uint8Array =>
  Uint8Array.from(likely, (p) => (p > limit ? 1 : 0));

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
  let mask = largeParts(over(likely, limit), width, height);
  for (let round = 0; round < rounds; round++)
    mask = await cutBand(coarse, mask, { band: Infinity, hold: 0, looks, smooth: 6, prior }, work);
  tidy(mask, width, height, SPECK, []);
  return largeParts(mask, width, height);
}

const odds = (p: number): number => Math.max(-SURE, Math.min(SURE, Math.log((p + 0.02) / (1.02 - p))));

/** A mask without what is small beside its largest part. */
export function largeParts(mask: Uint8Array, width: number, height: number): Uint8Array {
  const { labels, sizes } = components(mask, width, height, 1);
  const least = LEAST_PART * Math.max(...sizes);
  return mask.map((v, i) => (v && sizes[labels[i]!]! >= least ? 1 : 0));
}

/** The regions that hold most of what is likely and least else (by Dice's coefficient), no two of them alike. */
function likelyRegions(
  { leaf, parent, area, first, last, order }: RegionTree,
  likely: Float32Array,
): number[] {
  const own = new Float64Array(order.length);
  for (let i = 0; i < leaf.length; i++) own[order[leaf[i]!]!]! += likely[i]!;
  const until = new Float64Array(own.length + 1);
  own.forEach((sum, k) => (until[k + 1] = until[k]! + sum));
  const total = until.at(-1)!;
  const nodes = [...parent.keys()]
    .filter((node) => area[node]! >= REGION[0] * leaf.length && area[node]! <= REGION[1] * leaf.length)
    .map((node) => ({
      node,
      dice: (2 * (until[last[node]!]! - until[first[node]!]!)) / (area[node]! + total),
    }))
    .toSorted((a, b) => b.dice - a.dice || a.node - b.node);
  const chosen: number[] = [];
  for (const { node } of nodes) {
    if (chosen.length === OF_REGIONS) break;
    // regions are nested or apart: what they share is the smaller one
    const nested = (other: number): boolean =>
      first[node]! < last[other]! &&
      first[other]! < last[node]! &&
      Math.min(area[node]!, area[other]!) > ALIKE * Math.max(area[node]!, area[other]!);
    if (!chosen.some(nested)) chosen.push(node);
  }
  return chosen;
}
