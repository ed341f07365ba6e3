/**
 * What a click would select, quickly enough to be shown while the pointer moves: the guesses of `prompt.ts`, fewer of
 * them, judged at half the search size and not redrawn.
 */
import type { Work } from '../../../runtime/work.ts';
import type { Boundaries } from './boundary.ts';
import { cutBand } from './cut.ts';
import { tidy } from './distance.ts';
import type { Features, Prepared } from './features.ts';
import { hypotheses, polarWords } from './hypotheses.ts';
import { fillOutline, polarAround, ROUGH, type Polar } from './polar.ts';
import { mostAgreed, type Guess } from './agreed.ts';
import { pixelAt, SPECK, type Click } from './places.ts';
import { measure, pointScore, type Searched } from './score.ts';
import { regionMask, regionsAt, type RegionTree } from './tree.ts';

/** A prepared photo at half the search size. */
export interface Glance extends Searched {
  tree: RegionTree;
  /** Its pixels along a side for one of the search size. */
  scale: number;
}

/** Fewer sizes of outlines than a click tries, and of each only one that agrees with how its inside looks. */
const SEARCH = { start: 3, step: 1.6, rounds: [1] };
const REGIONS = 8;

/** Halves what a guess is judged by: words as they are, boundaries by their strongest. */
export function glanceOf(
  { width, height, words, vocabulary }: Features,
  boundaries: Boundaries,
  strongest: Float32Array,
  tree: RegionTree,
): Glance {
  const size = { width: Math.max(1, width >> 1), height: Math.max(1, height >> 1) };
  const n = size.width * size.height;
  const planes = boundaries.strength.length / (width * height);
  const half = {
    words: new Uint8Array(n),
    leaf: new Int32Array(n),
    strongest: new Float32Array(n),
    strength: new Float32Array(planes * n),
  };
  for (let y = 0, o = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++, o++) {
      const x2 = Math.min(width - 1, 2 * x + 1);
      const y2 = Math.min(height - 1, 2 * y + 1);
      const [a, b, c, d] = [2 * y * width + 2 * x, 2 * y * width + x2, y2 * width + 2 * x, y2 * width + x2];
      half.words[o] = words[d]!;
      half.leaf[o] = tree.leaf[d]!;
      const most = (plane: Float32Array, from: number): number =>
        Math.max(plane[from + a]!, plane[from + b]!, plane[from + c]!, plane[from + d]!);
      half.strongest[o] = most(strongest, 0);
      for (let k = 0; k < planes; k++)
        half.strength[k * n + o] = most(boundaries.strength, k * width * height);
    }
  }
  const share = n / (width * height);
  return {
    scale: size.width / width,
    coarse: { ...size, words: half.words, vocabulary },
    boundaries: { ...size, strength: half.strength },
    strongest: half.strongest,
    tree: { ...tree, leaf: half.leaf, area: tree.area.map((area) => Math.round(area * share)) },
  };
}

/** The object that a click most likely means, 1 inside, at the search size. */
export async function guessQuickly(prepared: Prepared, click: Click, work: Work): Promise<Uint8Array> {
  const { coarse, glance } = prepared;
  const { width, height, words, vocabulary } = glance.coarse;
  const polar = polarAround(glance.boundaries, click.x * width, click.y * height, ROUGH);
  const guesses: (Guess & { draw: () => Uint8Array })[] = [];
  const add = (mask: Uint8Array, support: number, lasting: number | null, draw: () => Uint8Array): void => {
    const measures = measure(mask, glance);
    if (measures)
      guesses.push({
        mask,
        draw,
        score: pointScore(measures, { support, lasting, redrawn: false, moved: null }),
      });
  };
  for (const { path, support } of await hypotheses(
    polar,
    polarWords(polar, words, width),
    vocabulary,
    work,
    SEARCH,
  )) {
    const draw = (): Uint8Array =>
      fillOutline(enlarged(polar, 1 / glance.scale), path, coarse.width, coarse.height);
    add(fillOutline(polar, path, width, height), support, null, draw);
    await work.breathe();
  }
  for (const { node, mask, lasting } of regionsAt(glance.tree, pixelAt(click, glance.coarse), REGIONS)) {
    add(mask, 1, lasting, () => regionMask(prepared.tree, node));
    await work.breathe();
  }
  const best = mostAgreed(guesses);
  if (!best) return new Uint8Array(coarse.width * coarse.height);
  const here = pixelAt(click, coarse);
  const fixed = new Int8Array(coarse.width * coarse.height);
  fixed[here] = 1;
  const drawn = await cutBand(coarse, best.draw(), { band: 5, hold: 1, looks: 1, smooth: 6, fixed }, work);
  tidy(drawn, coarse.width, coarse.height, SPECK, [here]);
  return drawn;
}

/** The same view in pixels of the search size. */
const enlarged = (polar: Polar, scale: number): Polar => ({
  ...polar,
  x: polar.x * scale,
  y: polar.y * scale,
  radii: polar.radii.map((r) => r * scale),
});
