import type { Work } from '../../../runtime/work.ts';
import { kinds, numbered, patchRadius, sourceOf, type Field } from './field.ts';
import { places } from './hole.ts';
import type { Level } from './pyramid.ts';
import type { Random } from './random.ts';

/** Sources compared for one pixel: all there are on a usual coarsest level, a random choice on larger ones. */
const mostTried = 3000;

/**
 * The first guess at the coarsest level, layer by layer from the hole's rim inwards ("onion peel", Newson et al. 2014,
 * section 3.4): a patch is compared only where the picture is known or filled by now, so that lines grow into the
 * hole from both sides instead of being taken for noise on a guessed background.
 */
export async function peel(level: Level, field: Field, random: Random, work: Work): Promise<void> {
  const { features, width, height } = level;
  const { match } = field;
  const unknown = level.places.map((place) => Number(place === places.hole));
  const targets = numbered(field);
  const sources = someSources(field, random);
  for (let left = [...field.holes]; left.length;) {
    const layer = left.filter((p) => touchesKnown(unknown, width, height, p));
    for (const p of layer) {
      const x = Math.min(width - 1 - patchRadius, Math.max(patchRadius, p % width));
      const y = Math.min(height - 1 - patchRadius, Math.max(patchRadius, Math.floor(p / width)));
      const centre = y * width + x;
      const offsets = knownOffsets(unknown, width, centre);
      let best = sources[0]!;
      let least = Infinity;
      for (const s of sources) {
        const cost = partialDistance(features, centre * 4, s * 4, offsets, least);
        if (cost < least) {
          least = cost;
          best = s;
        }
      }
      if (targets[centre]! >= 0) match[targets[centre]!] = sourceOf(best, 0);
      const from = (best + p - centre) * 4;
      features.copyWithin(p * 4, from, from + 4);
      await work.breathe();
    }
    for (const p of layer) unknown[p] = 0;
    left = left.filter((p) => unknown[p]);
  }
}

function someSources({ kind, sources }: Field, random: Random): Int32Array {
  const all = new Int32Array(sources);
  for (let i = 0, k = 0; i < kind.length; i++) if (kind[i] === kinds.source) all[k++] = i;
  if (all.length <= mostTried) return all;
  for (let k = 0; k < mostTried; k++) {
    const other = k + random.below(all.length - k);
    [all[k], all[other]] = [all[other]!, all[k]!];
  }
  return all.slice(0, mostTried);
}

function touchesKnown(unknown: Uint8Array, width: number, height: number, p: number): boolean {
  const x = p % width;
  const y = (p - x) / width;
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++)
      if (x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height && !unknown[p + dy * width + dx])
        return true;
  return false;
}

/** The bytes of a patch that can be compared, as offsets from its centre's. */
function knownOffsets(unknown: Uint8Array, width: number, centre: number): Int32Array {
  const offsets: number[] = [];
  for (let dy = -patchRadius; dy <= patchRadius; dy++)
    for (let dx = -patchRadius; dx <= patchRadius; dx++)
      if (!unknown[centre + dy * width + dx]) offsets.push((dy * width + dx) * 4);
  return Int32Array.from(offsets);
}

function partialDistance(f: Uint8Array, a: number, b: number, offsets: Int32Array, bound: number): number {
  let sum = 0;
  for (let k = 0; k < offsets.length && sum < bound; k++) {
    const i = a + offsets[k]!;
    const j = b + offsets[k]!;
    sum +=
      (f[i]! - f[j]!) ** 2 +
      (f[i + 1]! - f[j + 1]!) ** 2 +
      (f[i + 2]! - f[j + 2]!) ** 2 +
      (f[i + 3]! - f[j + 3]!) ** 2;
  }
  return sum;
}
