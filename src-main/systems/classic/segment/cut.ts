/**
 * The outline drawn to the pixel: a minimum cut in a band around what is known so far, repeated while looks and
 * outline improve each other (GrabCut, Rother, Kolmogorov and Blake 2004; in a band, Lombaert et al. 2005).
 */
import type { Work } from '../../../runtime/work.ts';
import { evidence, smoothed } from './appearance.ts';
import { frameOf, signedDistance } from './distance.ts';
import { minimumCut, NEIGHBOURS, type Grid } from './maxflow.ts';
import type { Features } from './features.ts';

export const DX = [-1, 0, 1, -1, 1, -1, 0, 1];
export const DY = [-1, -1, -1, 0, 0, 1, 1, 1];

export interface CutOptions {
  /** Half the band's width in pixels. */
  band: number;
  /** How strongly the outline is held where it is (0: free within the band). */
  hold: number;
  /** How much looks count. */
  looks: number;
  /** How much a ragged outline costs. */
  smooth: number;
  /** -1 must stay outside, 1 must stay inside, 0 open; as large as the mask. */
  fixed?: Int8Array;
  /** What else speaks for a pixel (log of odds), added to how it looks; as large as the mask. */
  prior?: Float32Array;
  /** 1 where looks are learned (everywhere); as large as the mask. */
  counted?: Uint8Array;
}

/** One cut. `mask` is 1 inside; the result is a new mask. */
export async function cutBand(
  features: Features,
  mask: Uint8Array,
  options: CutOptions,
  work: Work,
): Promise<Uint8Array> {
  const { width, height, words, vocabulary } = features;
  const { band, hold, looks, smooth, fixed, prior, counted } = options;
  const ringOf = (area: number): number => Math.max(8, 0.6 * Math.sqrt(area));
  const frame = frameOf(mask, width, height, (area) => Math.max(band, ringOf(area)) + 1);
  if (!frame) return mask.slice();
  const ring = ringOf(frame.area);
  const signed = signedDistance(mask, width, height, frame);
  const inside = new Float64Array(vocabulary.count);
  // what is far away counts, too, but little
  const outside = Float64Array.from(features.counts, (count) => (counted ? 0 : 0.1 * count));
  const far = counted ? 0 : 0.1;
  const index = new Int32Array(width * height).fill(-1);
  const pixels: number[] = [];
  const distances: number[] = [];
  for (let y = frame.y1, o = 0; y < frame.y2; y++) {
    for (let x = frame.x1, i = y * width + x; x < frame.x2; x++, i++, o++) {
      const d = signed[o]!;
      const word = words[i]!;
      if (!counted || counted[i]) {
        if (d > 1) inside[word]! += 1;
        else if (d < -1 && -d < ring) outside[word]! += 1 - far;
        if (d >= -1) outside[word]! -= far;
      }
      if (Math.abs(d) < band && !fixed?.[i]) {
        index[i] = pixels.length;
        pixels.push(i);
        distances.push(d);
      }
    }
  }
  for (let w = 0; w < outside.length; w++) outside[w] = Math.max(0, outside[w]!); // rounding
  await work.breathe();
  const table = evidence(smoothed(vocabulary, inside), smoothed(vocabulary, outside), 3);
  const grid: Grid = {
    nodes: pixels.length,
    neighbour: new Int32Array(pixels.length * NEIGHBOURS).fill(-1),
    capacity: new Float32Array(pixels.length * NEIGHBOURS),
    terminal: new Float32Array(pixels.length),
  };
  for (let n = 0; n < pixels.length; n++) {
    const i = pixels[n]!;
    const x = i % width;
    const y = (i - x) / width;
    const d = distances[n]! / band;
    let terminal = looks * table[words[i]!]! + hold * d * Math.abs(d) + (prior ? prior[i]! : 0);
    for (let k = 0; k < NEIGHBOURS; k++) {
      const u = x + DX[k]!;
      const v = y + DY[k]!;
      if (u < 0 || v < 0 || u >= width || v >= height) continue;
      const j = v * width + u;
      const weight = smooth * likeness(features, i, j, k);
      const m = index[j]!;
      if (m >= 0) {
        grid.neighbour[n * 8 + k] = m;
        grid.capacity[n * 8 + k] = weight;
      } else {
        terminal += (fixed?.[j] || (mask[j] ? 1 : -1)) > 0 ? weight : -weight;
      }
    }
    grid.terminal[n] = terminal;
  }
  await work.breathe();
  const side = await minimumCut(grid, work);
  const out = mask.slice();
  if (fixed) for (let i = 0; i < out.length; i++) if (fixed[i]) out[i] = fixed[i]! > 0 ? 1 : 0;
  for (let n = 0; n < pixels.length; n++) out[pixels[n]!] = side[n]!;
  return out;
}

/** 0..1: how alike two neighbours are, measured against how much their surroundings vary; less across corners. */
function likeness(features: Features, i: number, j: number, k: number): number {
  const { planes, contrast } = features;
  const dl = planes.l[i]! - planes.l[j]!;
  const da = planes.a[i]! - planes.a[j]!;
  const db = planes.b[i]! - planes.b[j]!;
  const d = dl * dl + da * da + db * db;
  const near = Math.exp(-d / (contrast[i]! + contrast[j]!));
  return k === 0 || k === 2 || k === 5 || k === 7 ? near * Math.SQRT1_2 : near;
}
