/** What a box may mean: outlines that fill it, and what looks unlike its surroundings. */
import type { Work } from '../../../runtime/work.ts';
import { cutBand } from './cut.ts';
import type { Features, Prepared } from './features.ts';
import { boxLimit, fillingOutlines } from './filling.ts';
import { polarWords, settle } from './hypotheses.ts';
import { bestOutline, fillOutline, polarAround } from './polar.ts';

/** In pixels of the search size, `x2` and `y2` not included. */
export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Stiffness of smooth outlines. */
const STIFF = [0.02, 0.1];

export async function boxHypotheses(prepared: Prepared, box: Box, work: Work): Promise<Uint8Array[]> {
  const { coarse, boundaries } = prepared;
  const { width, height } = coarse;
  const found: Uint8Array[] = [];
  const polar = polarAround(boundaries, (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2);
  const words = polarWords(polar, coarse.words, width);
  const limit = boxLimit(polar.radii, box);
  for (const share of [0.35, 0.6, 0.8]) {
    const back = Math.round(Math.log(1 / share) / Math.log(polar.radii[1]! / polar.radii[0]!));
    const range = (t: number): readonly [number, number] => [Math.max(0, limit[t]! - back), limit[t]!];
    const start = bestOutline(polar, { range });
    if (!start) continue;
    found.push(fillOutline(polar, start.path, width, height));
    for (const rounds of [1, 3]) {
      const next = settle(polar, words, coarse.vocabulary, start, range, rounds);
      found.push(fillOutline(polar, next.path, width, height));
    }
    await work.breathe();
  }
  // smooth outlines, which don't turn inwards after the strong edges of a thing's own pattern
  for (const stiff of STIFF) {
    const range = (t: number): readonly [number, number] => [Math.max(0, limit[t]! - 45), limit[t]!];
    const start = bestOutline(polar, { range, stiff });
    if (!start) continue;
    for (const rounds of [0, 2]) {
      const next = settle(polar, words, coarse.vocabulary, start, range, rounds, stiff);
      found.push(fillOutline(polar, next.path, width, height));
    }
    await work.breathe();
  }
  // an outline that starts by looks alone: what fills the box against what surrounds it
  for (const share of [0.8, 0.95]) {
    const path = limit.map((j) =>
      Math.max(0, j + Math.round(Math.log(share) / Math.log(polar.radii[1]! / polar.radii[0]!))),
    );
    const range = (t: number): readonly [number, number] => [Math.max(0, limit[t]! - 45), limit[t]!];
    const next = settle(polar, words, coarse.vocabulary, { path, cost: 1 }, range, 4);
    found.push(fillOutline(polar, next.path, width, height));
  }
  for (const { path } of fillingOutlines(polar, words, coarse.vocabulary, box))
    found.push(fillOutline(polar, path, width, height));
  await work.breathe();
  // and one that need not be seen whole from the middle
  const fixed = outsideBox(coarse, box);
  for (const start of [ellipseIn(coarse, box), fixed.map((v) => (v < 0 ? 0 : 1))]) {
    let mask: Uint8Array = Uint8Array.from(start);
    for (let round = 0; round < 4; round++) {
      mask = await cutBand(coarse, mask, { band: Infinity, hold: 0, looks: 1, smooth: 6, fixed }, work);
      if (!mask.includes(1)) break;
    }
    found.push(mask);
  }
  return found;
}

/** -1 outside the box, 0 in it. */
export function outsideBox({ width, height }: { width: number; height: number }, box: Box): Int8Array {
  const fixed = new Int8Array(width * height).fill(-1);
  for (let y = Math.max(0, Math.floor(box.y1)); y < Math.min(height, Math.ceil(box.y2)); y++) {
    for (let x = Math.max(0, Math.floor(box.x1)); x < Math.min(width, Math.ceil(box.x2)); x++)
      fixed[y * width + x] = 0;
  }
  return fixed;
}

function ellipseIn({ width, height }: Features, box: Box): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (2 * (x + 0.5) - box.x1 - box.x2) / (box.x2 - box.x1);
      const v = (2 * (y + 0.5) - box.y1 - box.y2) / (box.y2 - box.y1);
      if (u * u + v * v < 1) mask[y * width + x] = 1;
    }
  }
  return mask;
}
