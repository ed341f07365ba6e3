/** How crooked a picture is, by the lines that were surely level or upright. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { horizonTilt } from './horizon.ts';
import { findLines, type Line } from './lines.ts';
import { rowsTilt } from './rows.ts';

/** Beyond this a picture was held like that on purpose. */
const most = 15;
const step = 0.05;
/** How exactly lines agree, in degrees. */
const spread = 0.35;
/** How much of all lines (by weight) has to agree, and how long these are together (longer sides of the picture). */
const agreeing = 0.3;
const enough = 0.6;
/** How much uprights may lean together at the sides, in degrees across the picture: a camera that looks up. */
const widestLean = 12;

interface Vote {
  degrees: number;
  length: number;
  /** -0.5..0.5 across the picture. */
  x: number;
  upright: boolean;
}

/**
 * By how many degrees the picture's lines lie clockwise of level and upright: turn it by minus this to straighten it.
 * 0 when nothing speaks clearly.
 */
export async function tiltOf(image: Raster, work: Work): Promise<number> {
  const rows = await rowsTilt(image, work);
  const lines = tiltBy(await findLines(image, work));
  // Rows are hardly ever wrong; where lines agree, they are more exact.
  if (rows && Math.abs(rows - lines) > 1) return rows;
  return lines || horizonTilt(image, work);
}

function tiltBy(lines: readonly Line[]): number {
  const votes: Vote[] = lines.map(({ degrees, length, x }) => {
    const upright = Math.abs(degrees) > 45;
    const off = upright ? degrees - Math.sign(degrees) * 90 : degrees;
    return { degrees: off, length, x: x - 0.5, upright };
  });
  let best = { score: 0, degrees: 0, lean: 0 };
  const level = votes.filter((v) => !v.upright);
  const upright = votes.filter((v) => v.upright);
  const levelScores = scores(level, 0);
  for (let lean = -widestLean; lean <= widestLean; lean += 2) {
    const all = scores(upright, lean);
    for (let k = 0; k < all.length; k++) {
      // Less lean explains the same with less.
      const score = (levelScores[k]! + all[k]!) * (1 - (0.4 * Math.abs(lean)) / widestLean);
      if (score > best.score) best = { score, degrees: k * step - most, lean };
    }
  }
  const leaning = votes.map((v) => ({ ...v, degrees: v.degrees - (v.upright ? best.lean * v.x : 0) }));
  const near = leaning.filter((v) => Math.abs(v.degrees - best.degrees) < 3 * spread);
  const weight = (list: Vote[]): number => list.reduce((sum, v) => sum + weightOf(v), 0);
  const length = near.reduce((sum, v) => sum + v.length, 0);
  const possible = leaning.filter((v) => Math.abs(v.degrees) <= most);
  if (length < enough || weight(near) < agreeing * weight(possible)) return 0;
  return near.reduce((sum, v) => sum + weightOf(v) * v.degrees, 0) / weight(near);
}

/** A long line tells more than its parts would. */
const weightOf = ({ length }: Vote): number => length ** 1.5;

/** For each tilt from -most to most: how much speaks for it, when uprights lean by `lean` degrees across the picture. */
function scores(votes: readonly Vote[], lean: number): Float64Array {
  const out = new Float64Array(Math.round((2 * most) / step) + 1);
  for (const vote of votes) {
    const degrees = vote.degrees - lean * vote.x;
    const from = Math.max(0, Math.ceil((degrees - 3 * spread + most) / step));
    const to = Math.min(out.length - 1, Math.floor((degrees + 3 * spread + most) / step));
    for (let k = from; k <= to; k++)
      out[k]! += weightOf(vote) * Math.exp(-0.5 * ((k * step - most - degrees) / spread) ** 2);
  }
  return out;
}
