/**
 * One part of a selection drawn to the pixel while the rest stays as it is. Looks are learned around that part alone:
 * what holds elsewhere in the picture needn't hold here (Bai, Wang, Simons and Sapiro, "Video SnapCut", SIGGRAPH 2009).
 */
import type { Work } from '../../../runtime/work.ts';
import { cutBand } from './cut.ts';
import { frameOf, signedDistance } from './distance.ts';
import type { Features } from './features.ts';

/** Around a part, out to this share of the root of its area, looks are learned. */
const AROUND = 0.6;

export interface LocalCut {
  /** How far the part's outline may move, in pixels. */
  band: number;
  hold: number;
  smooth: number;
  /** 1 and -1 where somebody said what a pixel is. */
  said: Int8Array;
}

/**
 * What a selection (1 inside) becomes when a part is added to it (`+`) or taken away (`-`), the part's outline moved to
 * where the picture has it. Nothing is taken away by adding, nothing added by taking away, and nothing changes farther
 * than `band` from the part. `open`: 1 where it may change.
 */
export async function cutPart(
  features: Features,
  before: Uint8Array,
  part: Uint8Array,
  open: Uint8Array,
  sign: '+' | '-',
  { band, hold, smooth, said }: LocalCut,
  work: Work,
): Promise<Uint8Array> {
  const { width, height } = features;
  const value = sign === '+' ? 1 : 0;
  const frame = frameOf(part, width, height, (area) => Math.max(band, 8, AROUND * Math.sqrt(area)) + 1);
  if (!frame) return before.slice();
  const ring = Math.max(8, AROUND * Math.sqrt(frame.area));
  const signed = signedDistance(part, width, height, frame);
  const start = before.slice();
  const fixed = Int8Array.from(before, (v) => (v ? 1 : -1));
  const counted = new Uint8Array(before.length);
  for (let y = frame.y1, o = 0; y < frame.y2; y++) {
    for (let x = frame.x1, i = y * width + x; x < frame.x2; x++, i++, o++) {
      if (part[i]) start[i] = value;
      if (signed[o]! > -ring) counted[i] = 1;
      if (open[i] && signed[o]! > -band) fixed[i] = said[i]!;
    }
  }
  return cutBand(features, start, { band, hold, looks: 1, smooth, fixed, counted }, work);
}
