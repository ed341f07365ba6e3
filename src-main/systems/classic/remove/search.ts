/**
 * PatchMatch: Barnes, Shechtman, Finkelstein, Goldman, "PatchMatch: a randomized correspondence algorithm for
 * structural image editing", SIGGRAPH 2009. Good matches are handed on to neighbours and improved by random tries in
 * ever smaller surroundings.
 */
import type { Work } from '../../../runtime/work.ts';
import { kinds, patchRadius, shifted, sourceOf, type Field } from './field.ts';
import type { Level } from './pyramid.ts';
import type { Random } from './random.ts';

const side = 2 * patchRadius + 1;
const rowBytes = side * 4;

/** Targets between two breaths: a few milliseconds. */
const batch = 1024;

export interface Search {
  random: Random;
  /** How far from the best source so far the random tries begin, in pixels. */
  reach: number;
  /** Whether mirrored sources are tried too. */
  mirrors: boolean;
}

/** Sum of squared differences of a patch and a source; anything not below `bound` once that is reached. */
export function distance(
  features: Uint8Array,
  width: number,
  target: number,
  source: number,
  bound: number,
): number {
  const corner = patchRadius * width + patchRadius;
  if (source & 1) return mirroredDistance(features, width, target, source >> 1, bound);
  const stride = width * 4;
  let i = (target - corner) * 4;
  let j = ((source >> 1) - corner) * 4;
  let sum = 0;
  for (let row = 0; row < side; row++) {
    for (let k = 0; k < rowBytes; k += 4) {
      const d0 = features[i + k]! - features[j + k]!;
      const d1 = features[i + k + 1]! - features[j + k + 1]!;
      const d2 = features[i + k + 2]! - features[j + k + 2]!;
      const d3 = features[i + k + 3]! - features[j + k + 3]!;
      sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    }
    if (sum >= bound) return sum;
    i += stride;
    j += stride;
  }
  return sum;
}

function mirroredDistance(
  f: Uint8Array,
  width: number,
  target: number,
  pixel: number,
  bound: number,
): number {
  const stride = width * 4;
  let i = (target - patchRadius * width - patchRadius) * 4;
  let j = (pixel - patchRadius * width + patchRadius) * 4;
  let sum = 0;
  for (let row = 0; row < side; row++) {
    for (let k = 0; k < rowBytes; k += 4) {
      const d0 = f[i + k]! - f[j - k]!;
      const d1 = f[i + k + 1]! - f[j - k + 1]!;
      const d2 = f[i + k + 2]! - f[j - k + 2]!;
      const d3 = f[i + k + 3]! - f[j - k + 3]!;
      sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    }
    if (sum >= bound) return sum;
    i += stride;
    j += stride;
  }
  return sum;
}

/** Brings the costs up to date after the picture has changed. */
export async function rescore(
  level: Level,
  { targets, match, cost, width }: Field,
  work: Work,
): Promise<void> {
  for (let k = 0; k < targets.length; k++) {
    cost[k] = distance(level.features, width, targets[k]!, match[k]!, Infinity);
    if (k % batch === 0) await work.breathe();
  }
}

/** One pass over all targets, from the top left or, `backwards`, from the bottom right. Costs must be up to date. */
export async function improve(
  level: Level,
  field: Field,
  search: Search,
  backwards: boolean,
  work: Work,
): Promise<void> {
  const count = field.targets.length;
  for (let start = 0; start < count; start += batch) {
    improveSome(level.features, field, search, backwards, start, Math.min(start + batch, count));
    await work.breathe();
  }
}

function improveSome(
  features: Uint8Array,
  field: Field,
  { random, reach, mirrors }: Search,
  backwards: boolean,
  start: number,
  end: number,
): void {
  const { width, height, kind, targets, match, cost, reach: most } = field;
  const step = backwards ? 1 : -1;
  const beside = backwards ? field.below : field.above;
  for (let n = start; n < end; n++) {
    const k = backwards ? targets.length - 1 - n : n;
    const t = targets[k]!;
    const tx = t % width;
    const ty = (t - tx) / width;
    let best = match[k]!;
    let bestCost = cost[k]!;

    for (let axis = 0; axis < 2 && bestCost > 0; axis++) {
      const neighbour = axis === 0 ? (targets[k + step] === t + step ? k + step : -1) : beside[k]!;
      if (neighbour < 0) continue;
      const s =
        axis === 0 ? shifted(match[neighbour]!, -step, 0) : shifted(match[neighbour]!, 0, -step * width);
      if (s === best || kind[s >> 1] !== kinds.source) continue;
      const d = distance(features, width, t, s, bestCost);
      if (d < bestCost) {
        bestCost = d;
        best = s;
      }
    }

    for (let radius = reach; radius >= 1 && bestCost > 0; radius >>= 1) {
      const pixel = best >> 1;
      const bx = pixel % width;
      const by = (pixel - bx) / width;
      const x1 = Math.max(bx - radius, tx - most, patchRadius);
      const x2 = Math.min(bx + radius, tx + most, width - 1 - patchRadius);
      const y1 = Math.max(by - radius, ty - most, patchRadius);
      const y2 = Math.min(by + radius, ty + most, height - 1 - patchRadius);
      if (x2 < x1 || y2 < y1) continue; // the best so far is out of reach itself
      const s = (y1 + random.below(y2 - y1 + 1)) * width + x1 + random.below(x2 - x1 + 1);
      if (kind[s] !== kinds.source) continue;
      const turn = mirrors && random.below(4) === 0 ? 1 : 0;
      const source = sourceOf(s, (best & 1) ^ turn);
      const d = distance(features, width, t, source, bestCost);
      if (d < bestCost) {
        bestCost = d;
        best = source;
      }
    }
    match[k] = best;
    cost[k] = bestCost;
  }
}
