/** For each patch that touches the hole, the known patch that it looks like. */
import type { Random } from './random.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Level } from './pyramid.ts';

/** Patches are squares of 7 pixels: the centre and this many to each side. */
export const patchRadius = 3;

/** What a pixel can be the centre of. */
export const kinds = { none: 0, source: 1, target: 2 } as const;

export interface Field {
  width: number;
  height: number;
  /** A pixel's kind: centre of a patch that is all known (source), that touches the hole (target), or of none. */
  kind: Uint8Array;
  /** The targets' indexes, in rows. */
  targets: Int32Array;
  /** The hole's pixels, in rows. */
  holes: Int32Array;
  /** For a target: the index of its source. */
  match: Int32Array;
  /** For a target: the sum of squared differences to its source. */
  cost: Int32Array;
  /** How far in x and y a source may be from its target. */
  reach: number;
  sources: number;
}

/** Patches stay inside the picture: near its border, a hole's pixels are covered by patches centred further in. */
export async function makeField(
  { width, height, unknown }: Level,
  reach: number,
  work: Work,
): Promise<Field> {
  const n = width * height;
  const touched = spread(unknown, width, height);
  await work.breathe();
  const kind = new Uint8Array(n);
  let targetCount = 0;
  let sources = 0;
  for (let y = patchRadius; y < height - patchRadius; y++)
    for (let x = patchRadius, i = y * width + x; x < width - patchRadius; x++, i++) {
      kind[i] = touched[i] ? kinds.target : kinds.source;
      if (touched[i]) targetCount++;
      else sources++;
    }
  await work.breathe();
  const targets = new Int32Array(targetCount);
  let holeCount = 0;
  for (let i = 0, k = 0; i < n; i++) {
    if (kind[i] === kinds.target) targets[k++] = i;
    if (unknown[i]) holeCount++;
  }
  const holes = new Int32Array(holeCount);
  for (let i = 0, k = 0; i < n; i++) if (unknown[i]) holes[k++] = i;
  const match = new Int32Array(n).fill(-1);
  return { width, height, kind, targets, holes, match, cost: new Int32Array(n), reach, sources };
}

/** Ones grown by the patch radius, in a square. */
function spread(ones: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(ones.length);
  const out = new Uint8Array(ones.length);
  const run = (from: Uint8Array, to: Uint8Array, start: number, step: number, length: number): void => {
    let last = -Infinity;
    for (let k = 0; k < length + patchRadius; k++) {
      if (k < length && from[start + k * step]) last = k;
      const centre = k - patchRadius;
      if (centre >= 0 && last >= centre - patchRadius) to[start + centre * step] = 1;
    }
  };
  for (let y = 0; y < height; y++) run(ones, rows, y * width, 1, width);
  for (let x = 0; x < width; x++) run(rows, out, x, width, height);
  return out;
}

/** A source near a target, at random; any source where there is none near. */
export function randomSource(field: Field, target: number, random: Random): number {
  const { width, height, kind, reach } = field;
  const x = target % width;
  const y = (target - x) / width;
  const x1 = Math.max(patchRadius, x - reach);
  const x2 = Math.min(width - patchRadius, x + reach + 1);
  const y1 = Math.max(patchRadius, y - reach);
  const y2 = Math.min(height - patchRadius, y + reach + 1);
  for (let attempt = 0; attempt < 32; attempt++) {
    const s = (y1 + random.below(y2 - y1)) * width + x1 + random.below(x2 - x1);
    if (kind[s] === kinds.source) return s;
  }
  const n = kind.length;
  for (let s = random.below(n), k = 0; k < n; k++, s = s + 1 === n ? 0 : s + 1)
    if (kind[s] === kinds.source) return s;
  throw new Error('a field without sources');
}

/** Starts each target with a random source. */
export function scatter(field: Field, random: Random): void {
  for (const t of field.targets) field.match[t] = randomSource(field, t, random);
}

/** Starts a field with the one found at half the size. */
export function refine(coarse: Field, fine: Field, random: Random): void {
  for (const t of fine.targets) {
    const x = t % fine.width;
    const y = (t - x) / fine.width;
    const near = nearestTarget(coarse, x >> 1, y >> 1);
    if (near >= 0) {
      const s = coarse.match[near]!;
      const dx = (s % coarse.width) - (near % coarse.width);
      const dy = Math.floor(s / coarse.width) - Math.floor(near / coarse.width);
      const sx = x + 2 * dx;
      const sy = y + 2 * dy;
      const found = sx >= 0 && sx < fine.width && sy >= 0 && sy < fine.height ? sy * fine.width + sx : -1;
      if (found >= 0 && fine.kind[found] === kinds.source) {
        fine.match[t] = found;
        continue;
      }
    }
    fine.match[t] = randomSource(fine, t, random);
  }
}

function nearestTarget({ width, height, kind }: Field, x: number, y: number): number {
  for (let r = 0; r <= 3; r++)
    for (let dy = -r; dy <= r; dy++)
      for (let dx = -r; dx <= r; dx++) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) !== r) continue;
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
        const i = (y + dy) * width + x + dx;
        if (kind[i] === kinds.target) return i;
      }
  return -1;
}
