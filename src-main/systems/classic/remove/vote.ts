/** From matched patches back to pixels: every hole pixel lies in up to 49 patches, and each has an opinion. */
import type { Work } from '../../../runtime/work.ts';
import { patchRadius, shifted, type Field } from './field.ts';
import { depths, unit } from './hole.ts';
import type { Level } from './pyramid.ts';

const side = 2 * patchRadius + 1;
const patchSize = side * side;
const batch = 1024;

/** How much each target is trusted: what is near the known is surer (Wexler et al. 2007). */
export async function confidences(level: Level, { targets }: Field, work: Work): Promise<Float32Array> {
  const distance = await depths(level.places, level.width, work);
  const powers = Float32Array.from({ length: 60 * unit + 1 }, (_, d) => 1.3 ** (-d / unit));
  const trust = new Float32Array(targets.length);
  for (let k = 0; k < targets.length; k++) trust[k] = powers[Math.min(distance[targets[k]!]!, 60 * unit)]!;
  await work.breathe();
  return trust;
}

/**
 * The targets around one hole pixel after another. Hole pixels come in rows, so it is enough to know where the targets
 * of 7 rows are.
 */
class Around {
  /** The targets whose patches hold the pixel, and what each of them would copy there. */
  readonly target = new Int32Array(patchSize);
  readonly source = new Int32Array(patchSize);
  count = 0;
  readonly #field: Field;
  readonly #stride: number;
  readonly #table: Int32Array;
  /** The next row to be read into the table. */
  #next = 0;

  constructor(field: Field) {
    this.#field = field;
    this.#stride = field.width + 2 * patchRadius;
    this.#table = new Int32Array(side * this.#stride).fill(-1);
  }

  /** Finds the targets around a pixel that doesn't come before the last one. */
  look(pixel: number): void {
    const { width, height, match } = this.#field;
    const x = pixel % width;
    const y = (pixel - x) / width;
    const last = Math.min(height - 1, y + patchRadius);
    for (this.#next = Math.max(this.#next, y - patchRadius); this.#next <= last; this.#next++)
      this.#read(this.#next);
    let count = 0;
    for (let row = Math.max(0, y - patchRadius); row <= last; row++) {
      const start = (row % side) * this.#stride + x;
      const rows = (y - row) * width;
      for (let k = 0; k < side; k++) {
        const target = this.#table[start + k]!;
        if (target < 0) continue;
        this.target[count] = target;
        this.source[count++] = shifted(match[target]!, patchRadius - k, rows);
      }
    }
    this.count = count;
  }

  #read(y: number): void {
    const { width, rows, targets } = this.#field;
    const start = (y % side) * this.#stride;
    this.#table.fill(-1, start, start + this.#stride);
    for (let k = rows[y]!; k < rows[y + 1]!; k++)
      this.#table[start + patchRadius + targets[k]! - y * width] = k;
  }
}

/**
 * The weighted mean of all opinions (the M step of Wexler, Shechtman, Irani, "Space-time completion of video", 2007).
 * Finds structure well, but loses detail: the last rounds copy instead.
 */
export async function average(level: Level, field: Field, trust: Float32Array, work: Work): Promise<void> {
  const { features } = level;
  const { holes, cost } = field;
  const around = new Around(field);
  for (let k = 0; k < holes.length; k++) {
    if (k % batch === 0) await work.breathe();
    around.look(holes[k]!);
    let total = 0;
    let r = 0;
    let g = 0;
    let b = 0;
    let t = 0;
    for (let n = 0; n < around.count; n++) {
      const target = around.target[n]!;
      const doubt = cost[target]! / 196 + 4;
      const weight = trust[target]! / (doubt * doubt);
      const s = (around.source[n]! >> 1) * 4;
      total += weight;
      r += weight * features[s]!;
      g += weight * features[s + 1]!;
      b += weight * features[s + 2]!;
      t += weight * features[s + 3]!;
    }
    if (!total) continue;
    const o = holes[k]! * 4;
    features[o] = r / total + 0.5;
    features[o + 1] = g / total + 0.5;
    features[o + 2] = b / total + 0.5;
    features[o + 3] = t / total + 0.5;
  }
}

/**
 * The opinion with the most weight behind it, for each of `field.holes`: a source whose pixel is to be copied.
 * Neighbours that agree copy a connected piece, so detail is kept as it was.
 */
export async function elect(field: Field, work: Work): Promise<Int32Array> {
  const { holes, cost } = field;
  const opinion = new Float32Array(cost.length);
  for (let k = 0; k < cost.length; k++) opinion[k] = 1 / (cost[k]! / 196 + 4);
  await work.breathe();
  const chosen = new Int32Array(holes.length);
  const candidates = new Int32Array(patchSize);
  const weights = new Float64Array(patchSize);
  const around = new Around(field);
  for (let k = 0; k < holes.length; k++) {
    if (k % batch === 0) await work.breathe();
    around.look(holes[k]!);
    let count = 0;
    let last = 0;
    for (let n = 0; n < around.count; n++) {
      const s = around.source[n]!;
      let c = last; // neighbours mostly agree
      if (n === 0 || candidates[c] !== s) for (c = 0; c < count && candidates[c] !== s;) c++;
      last = c;
      if (c === count) {
        candidates[c] = s;
        weights[c] = 0;
        count++;
      }
      weights[c]! += opinion[around.target[n]!]!;
    }
    let best = 0;
    for (let c = 1; c < count; c++) if (weights[c]! > weights[best]!) best = c;
    chosen[k] = candidates[best]!;
  }
  return chosen;
}

/** Copies the elected pixels into the picture. */
export async function copyElected(
  { features }: Level,
  { holes }: Field,
  chosen: Int32Array,
  work: Work,
): Promise<void> {
  for (let k = 0; k < chosen.length; k++) {
    if (k % batch === 0) await work.breathe();
    const from = (chosen[k]! >> 1) * 4;
    features.copyWithin(holes[k]! * 4, from, from + 4);
  }
}
