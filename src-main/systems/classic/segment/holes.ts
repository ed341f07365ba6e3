/**
 * Holes through an object: whole regions of the photo's tree that it encloses, that look like what surrounds it and
 * nothing like itself, and whose rim is an edge. An outline seen from one place can't have them.
 */
import { overlap, smoothed } from './appearance.ts';
import type { Prepared } from './features.ts';
import { frameOf, signedDistance } from './distance.ts';
import { Tally } from './moves.ts';
import { regionMask } from './tree.ts';

/** A hole is at least this share of the object, with what it takes away; smaller ones are left to the looks. */
const SMALLEST = 0.03;
const LARGEST = 0.6;
/** How alike a hole and the surroundings are, and a hole and the rest of the object (Bhattacharyya). */
const LIKE_OUTSIDE = 0.75;
const LIKE_INSIDE = 0.5;

/** The object (1 inside, at the search size) without its holes: the same array when it has none. */
export function withoutHoles(mask: Uint8Array, { coarse, tree }: Prepared): Uint8Array {
  const { width, height, words, vocabulary } = coarse;
  const { leaf, area, first, last } = tree;
  const ringOf = (size: number): number => Math.max(6, 0.45 * Math.sqrt(size));
  const frame = frameOf(mask, width, height, (size) => ringOf(size) + 1);
  if (!frame) return mask;
  const signed = signedDistance(mask, width, height, frame);
  const ring = ringOf(frame.area);
  const around = new Float64Array(vocabulary.count);
  const inside = new Tally(tree);
  const atRim = new Tally(tree);
  for (let y = frame.y1, o = 0; y < frame.y2; y++) {
    for (let x = frame.x1, i = y * width + x; x < frame.x2; x++, i++, o++) {
      const d = signed[o]!;
      if (d > 0) inside.add(leaf[i]!, 1);
      else if (d < -1 && d > -ring) around[words[i]!]! += 1;
      // what reaches the picture's edge may go on beyond it
      const ends = x === 0 || y === 0 || x === width - 1 || y === height - 1;
      if (d > 0 && (d < 1.5 || ends)) atRim.add(leaf[i]!, 1);
    }
  }
  inside.close();
  atRim.close();
  const outside = smoothed(vocabulary, around);
  let holes = mask;
  // the largest first: what lies within a hole is gone with it
  const enclosed = Array.from(area.keys())
    .filter((r) => area[r]! > SMALLEST * frame.area && area[r]! < LARGEST * frame.area)
    .filter((r) => inside.of(r) === area[r] && atRim.of(r) === 0)
    .sort((a, b) => area[b]! - area[a]! || a - b);
  const taken: number[] = [];
  for (const r of enclosed) {
    if (taken.some((t) => first[r]! >= first[t]! && last[r]! <= last[t]!)) continue;
    const region = regionMask(tree, r);
    const hole = new Float64Array(vocabulary.count);
    const rest = new Float64Array(vocabulary.count);
    for (let i = 0; i < mask.length; i++) if (mask[i]) (region[i] ? hole : rest)[words[i]!]! += 1;
    const looks = smoothed(vocabulary, hole);
    if (overlap(looks, outside) < LIKE_OUTSIDE || overlap(looks, smoothed(vocabulary, rest)) > LIKE_INSIDE)
      continue;
    taken.push(r);
    holes = holes.map((m, i) => (region[i] ? 0 : m));
  }
  return holes;
}
