/** From matched patches back to pixels: every hole pixel lies in up to 49 patches, and each has an opinion. */
import type { Work } from '../../../runtime/work.ts';
import { kinds, patchRadius, type Field } from './field.ts';
import { depths } from './hole.ts';
import type { Level } from './pyramid.ts';

const batch = 1024;

/** How much a patch is trusted by its depth in the hole: what is near the known is surer (Wexler et al. 2007). */
export async function confidences(level: Level, work: Work): Promise<Float32Array> {
  const distance = await depths(level.unknown, level.width, work);
  return distance.map((d) => 1.3 ** -Math.min(d, 60));
}

/**
 * The weighted mean of all opinions (the M step of Wexler, Shechtman, Irani, "Space-time completion of video", 2007).
 * Finds structure well, but loses detail: the last rounds copy instead.
 */
export async function average(level: Level, field: Field, trust: Float32Array, work: Work): Promise<void> {
  const { features } = level;
  const { width, height, kind, holes, match, cost } = field;
  for (let k = 0; k < holes.length; k++) {
    if (k % batch === 0) await work.breathe();
    const p = holes[k]!;
    const x = p % width;
    const y = (p - x) / width;
    let total = 0;
    let r = 0;
    let g = 0;
    let b = 0;
    let t = 0;
    for (let dy = -patchRadius; dy <= patchRadius; dy++) {
      if (y + dy < 0 || y + dy >= height) continue;
      for (let dx = -patchRadius; dx <= patchRadius; dx++) {
        if (x + dx < 0 || x + dx >= width) continue;
        const shift = dy * width + dx;
        const centre = p + shift;
        if (kind[centre] !== kinds.target) continue;
        const doubt = cost[centre]! / 196 + 4;
        const weight = trust[centre]! / (doubt * doubt);
        const s = (match[centre]! - shift) * 4;
        total += weight;
        r += weight * features[s]!;
        g += weight * features[s + 1]!;
        b += weight * features[s + 2]!;
        t += weight * features[s + 3]!;
      }
    }
    if (!total) continue;
    const o = p * 4;
    features[o] = r / total + 0.5;
    features[o + 1] = g / total + 0.5;
    features[o + 2] = b / total + 0.5;
    features[o + 3] = t / total + 0.5;
  }
}

/**
 * The opinion with the most weight behind it, for each of `field.holes`: an index of the pixel to copy. Neighbours
 * that agree copy a connected piece, so detail is kept as it was.
 */
export async function elect(field: Field, work: Work): Promise<Int32Array> {
  const { width, height, kind, holes, match, cost } = field;
  const chosen = new Int32Array(holes.length);
  const candidates = new Int32Array(49);
  const weights = new Float64Array(49);
  for (let k = 0; k < holes.length; k++) {
    if (k % batch === 0) await work.breathe();
    const p = holes[k]!;
    const x = p % width;
    const y = (p - x) / width;
    let count = 0;
    for (let dy = -patchRadius; dy <= patchRadius; dy++) {
      if (y + dy < 0 || y + dy >= height) continue;
      for (let dx = -patchRadius; dx <= patchRadius; dx++) {
        if (x + dx < 0 || x + dx >= width) continue;
        const shift = dy * width + dx;
        const centre = p + shift;
        if (kind[centre] !== kinds.target) continue;
        const s = match[centre]! - shift;
        const weight = 1 / (cost[centre]! / 196 + 4);
        let c = 0;
        while (c < count && candidates[c] !== s) c++;
        if (c === count) {
          candidates[c] = s;
          weights[c] = 0;
          count++;
        }
        weights[c]! += weight;
      }
    }
    let best = 0;
    for (let c = 1; c < count; c++) if (weights[c]! > weights[best]!) best = c;
    chosen[k] = candidates[best]!;
  }
  return chosen;
}

/** Copies the elected pixels into the picture. */
export function copyElected(level: Level, field: Field, chosen: Int32Array): void {
  const { features } = level;
  for (let k = 0; k < chosen.length; k++)
    features.copyWithin(field.holes[k]! * 4, chosen[k]! * 4, chosen[k]! * 4 + 4);
}
