/**
 * PatchMatch: Barnes, Shechtman, Finkelstein, Goldman, "PatchMatch: a randomized correspondence algorithm for
 * structural image editing", SIGGRAPH 2009. Good matches are handed on to neighbours and improved by random tries in
 * ever smaller surroundings.
 */
import type { Work } from '../../../runtime/work.ts';
import { kinds, patchRadius, type Field } from './field.ts';
import type { Level } from './pyramid.ts';
import type { Random } from './random.ts';

const side = 2 * patchRadius + 1;
const rowBytes = side * 4;

/** Targets between two breaths: a few milliseconds. */
const batch = 1024;

/** Sum of squared differences of two patches by their centres; anything not below `bound` once that is reached. */
function distance(features: Uint8Array, width: number, a: number, b: number, bound: number): number {
  const stride = width * 4;
  let i = (a - patchRadius * width - patchRadius) * 4;
  let j = (b - patchRadius * width - patchRadius) * 4;
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

/** Brings the costs up to date after the picture has changed. */
export async function rescore(level: Level, field: Field, work: Work): Promise<void> {
  const { targets, match, cost, width } = field;
  for (let k = 0; k < targets.length; k++) {
    const t = targets[k]!;
    cost[t] = distance(level.features, width, t, match[t]!, Infinity);
    if (k % batch === 0) await work.breathe();
  }
}

/** One pass over all targets, from the top left or, `backwards`, from the bottom right. Costs must be up to date. */
export async function improve(
  level: Level,
  field: Field,
  options: { backwards: boolean; random: Random },
  work: Work,
): Promise<void> {
  const count = field.targets.length;
  for (let start = 0; start < count; start += batch) {
    improveSome(level, field, options, start, Math.min(start + batch, count));
    await work.breathe();
  }
}

function improveSome(
  { features }: Level,
  { width, height, kind, targets, match, cost, reach }: Field,
  { backwards, random }: { backwards: boolean; random: Random },
  start: number,
  end: number,
): void {
  const step = backwards ? 1 : -1;
  for (let k = start; k < end; k++) {
    const t = targets[backwards ? targets.length - 1 - k : k]!;
    const tx = t % width;
    const ty = (t - tx) / width;
    let best = match[t]!;
    let bestCost = cost[t]!;

    for (let axis = 0; axis < 2 && bestCost > 0; axis++) {
      const shift = axis === 0 ? step : step * width;
      const neighbour = t + shift;
      if (kind[neighbour] !== kinds.target) continue;
      const s = match[neighbour]! - shift;
      if (s === best || kind[s] !== kinds.source) continue;
      const sx = s % width;
      if (Math.abs(sx - tx) > reach || Math.abs((s - sx) / width - ty) > reach) continue;
      const d = distance(features, width, t, s, bestCost);
      if (d < bestCost) {
        bestCost = d;
        best = s;
      }
    }

    for (let radius = reach; radius >= 1 && bestCost > 0; radius >>= 1) {
      const bx = best % width;
      const by = (best - bx) / width;
      const x1 = Math.max(bx - radius, tx - reach, patchRadius);
      const x2 = Math.min(bx + radius, tx + reach, width - 1 - patchRadius);
      const y1 = Math.max(by - radius, ty - reach, patchRadius);
      const y2 = Math.min(by + radius, ty + reach, height - 1 - patchRadius);
      if (x1 > x2 || y1 > y2) continue;
      const s = (y1 + random.below(y2 - y1 + 1)) * width + x1 + random.below(x2 - x1 + 1);
      if (kind[s] !== kinds.source) continue;
      const d = distance(features, width, t, s, bestCost);
      if (d < bestCost) {
        bestCost = d;
        best = s;
      }
    }
    match[t] = best;
    cost[t] = bestCost;
  }
}
