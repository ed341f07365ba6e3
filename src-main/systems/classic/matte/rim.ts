/**
 * Where the rim of a mask really runs, to a fraction of a pixel, and where it is hard: border matting (Rother,
 * Kolmogorov and Blake, "GrabCut", SIGGRAPH 2004, section 4). Across the line alpha is a ramp of some place and width;
 * both are chosen along the whole line at once so that they explain the colours and the place moves smoothly.
 */
import type { Work } from '../../../runtime/work.ts';
import { cheapestWay } from './cheapest-way.ts';
import { normalsOf, type Contour } from './contour.ts';
import { profilesOf, type Profiles } from './profile.ts';

export interface Rim extends Contour {
  /** Half the width of the ramp, in pixels. */
  width: Float32Array;
  /** 1 where a hard ramp explains the colours well, -1 where it doesn't, 0 where both sides look too much alike to tell. */
  hard: Float32Array;
}

/** Places of the ramp are tried this far apart, in pixels. */
const STEP = 0.25;
/** Half widths of a ramp: the first two are a hard edge's. */
const WIDTHS = [0.7, 1.3, 3, 6] as const;
const HARD = 2;
/** What moving along the line costs, and lying beside it, a pixel squared. */
const STIFF = 30;
const STAY = 1;
/** Errors above this (three axes, squared, in usual errors) say no more than that something else is there. */
const STRANGE = 12;
/** Least variance of a colour at a rim: what sampling blurs. */
const LEAST = 3e-4;
/** So far beyond the places tried, in pixels, a ramp has to explain colours, and colours tell how both sides look. */
const AROUND = 3;
const FAR = 7;
/** Second, the rim is looked for once more so far around what was found, with looks from nearer by. */
const CLOSER = 1;
const NEAR = 1.5;
/** Contrast from which on a fit says something, and the mean squared error of a good one. */
const CLEAR = 6;
const FITS = 4;

/** How far from the line colours are looked at when the rim may be `reach` pixels from it. */
export const farthest = (reach: number): number => reach + Math.max(reach, CLOSER) + FAR + 2;

/**
 * @param colour R, G, B in turn, 0..1, within `farthest(reach)` pixels of the line
 * @param inside whether a place, in pixels of the colours' size, lies in the mask
 * @param reach how far the rim may be from the line, in pixels
 */
export async function rimOf(
  line: Contour,
  colour: Float32Array,
  size: { width: number; height: number },
  inside: (x: number, y: number) => boolean,
  reach: number,
  work: Work,
): Promise<Rim> {
  const rough = await settle(line, colour, size, inside, reach, Math.max(NEAR, 0.75 * reach), work);
  return settle(rough, colour, size, inside, CLOSER, NEAR, work);
}

async function settle(
  line: Contour,
  colour: Float32Array,
  size: { width: number; height: number },
  inside: (x: number, y: number) => boolean,
  reach: number,
  from: number,
  work: Work,
): Promise<Rim> {
  const n = line.x.length;
  const profiles = await profilesOf(line, colour, size, inside, from, FAR + reach, work);
  const states = Math.round((2 * reach) / STEP) + 1;
  const costs = new Float32Array(n * states);
  const widths = new Uint8Array(n * states);
  const hard = new Float32Array(n * states);
  for (let k = 0; k < n; k++) {
    weigh(profiles, k, reach, states, line.border[k] === 1, costs, widths, hard);
    if ((k & 127) === 0) await work.breathe();
  }
  const chosen = await cheapestWay(costs, n, states, STIFF * STEP * STEP, work);
  const shift = smoothed(Float32Array.from(chosen, (s) => s * STEP - reach));
  const x = line.x.map((v, k) => v + shift[k]! * line.nx[k]!);
  const y = line.y.map((v, k) => v + shift[k]! * line.ny[k]!);
  return {
    x,
    y,
    ...normalsOf(x, y),
    border: line.border,
    width: Float32Array.from(chosen, (s, k) => WIDTHS[widths[k * states + s]!]!),
    hard: Float32Array.from(chosen, (s, k) => hard[k * states + s]!),
  };
}

/** What each place of the ramp costs at one place of the line, with its best width. */
function weigh(
  profiles: Profiles,
  k: number,
  reach: number,
  states: number,
  border: boolean,
  costs: Float32Array,
  widths: Uint8Array,
  hard: Float32Array,
): void {
  const from = -Math.min(reach + AROUND, profiles.outwards[k]!);
  const to = Math.min(reach + AROUND, profiles.inwards[k]!);
  const contrast = profiles.contrast[k]!;
  const seen = !border && contrast > 1e-6;
  const outside: number[] = [];
  const within: number[] = [];
  for (let t = from; t <= to && seen; t++) {
    outside.push(strangeness(profiles, k, t, 0));
    within.push(strangeness(profiles, k, t, 1));
  }
  for (let s = 0; s < states; s++) {
    const place = s * STEP - reach;
    const o = k * states + s;
    costs[o] = STAY * place * place;
    if (!seen) continue;
    let least = Infinity;
    let leastSoft = Infinity;
    for (let w = 0; w < WIDTHS.length; w++) {
      const slope = 0.5 / WIDTHS[w]!;
      let sum = 0;
      for (let t = from; t <= to; t++) {
        const a = 0.5 + slope * (t - place);
        if (a <= 0) sum += outside[t - from]!;
        else if (a >= 1) sum += within[t - from]!;
        else sum += strangeness(profiles, k, t, a);
      }
      if (w >= HARD) leastSoft = Math.min(leastSoft, sum);
      if (sum >= least) continue;
      least = sum;
      widths[o] = w;
    }
    costs[o]! += least;
    const fits = widths[o]! < HARD && least < leastSoft && least < FITS * (to - from + 1);
    hard[o] = contrast > CLEAR ? (fits ? 1 : -1) : 0;
  }
}

/** How badly a sample's colour goes with an alpha: squared, in usual errors of its three axes. */
function strangeness({ reach, samples, front, back }: Profiles, k: number, t: number, a: number): number {
  const i = 3 * (k * (2 * reach + 1) + t + reach);
  let error = 0;
  for (let c = 0; c < 3; c++) {
    const f = 6 * k + c;
    const off = samples[i + c]! - a * front[f]! - (1 - a) * back[f]!;
    error += (off * off) / (a * front[f + 3]! + (1 - a) * back[f + 3]! + LEAST);
  }
  return Math.min(STRANGE, error);
}

/** Without the steps. */
function smoothed(shift: Float32Array): Float32Array {
  const n = shift.length;
  const weights = [0.06, 0.24, 0.4, 0.24, 0.06];
  return shift.map((_, k) =>
    weights.reduce((sum, weight, j) => sum + weight * shift[(k + j - 2 + n) % n]!, 0),
  );
}
