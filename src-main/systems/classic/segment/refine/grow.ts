/** Moves a mask's outline outwards or inwards by Euclid's distance, and keeps its edge as soft as it was. */
import { boundsOf, type Mask } from '../../../../runtime/raster/raster.ts';
import type { Work } from '../../../../runtime/work.ts';

/** A soft edge is three outlines, each in the middle of a third of the scale; each moves by itself. */
const LEVELS = [43, 128, 213] as const;
const SHARE = 255 / LEVELS.length;
/** Farther than any way through a picture. */
const FAR = 65_535;

interface Frame {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/**
 * The mask with everything within `distance` pixels of it; below 0 without everything that near to what is outside.
 * The picture's border is no edge: a mask that reaches it does not come away from it.
 */
export async function grow(mask: Mask, distance: number, work: Work): Promise<Mask> {
  const { width, height, data } = mask;
  const out = { ...mask, data: data.slice() };
  const bounds = boundsOf(mask);
  if (!bounds || distance === 0) return out;
  const margin = distance > 0 ? Math.ceil(distance) + 2 : 1;
  const frame = {
    x1: Math.max(0, bounds.x1 - margin),
    y1: Math.max(0, bounds.y1 - margin),
    x2: Math.min(width, bounds.x2 + margin),
    y2: Math.min(height, bounds.y2 + margin),
  };
  const inside = distance > 0;
  const columns: Uint16Array[] = [];
  for (const level of LEVELS) columns.push(await columnDistances(mask, frame, level, inside, work));
  const span = frame.x2 - frame.x1;
  const rows = LEVELS.map(() => new Float64Array(span));
  const envelope = { at: new Int32Array(span), from: new Float64Array(span + 1) };
  for (let y = frame.y1; y < frame.y2; y++) {
    LEVELS.forEach((_, l) => {
      const start = (y - frame.y1) * span;
      rowDistances(columns[l]!.subarray(start, start + span), rows[l]!, envelope);
    });
    for (let x = 0, i = y * width + frame.x1; x < span; x++, i++) {
      let covered = 0;
      for (let l = 0; l < LEVELS.length; l++) {
        // Between the outlines of a soft edge the cover fades over as much as they are apart, else over a pixel.
        const apart = Math.abs(rows[Math.min(l + 1, LEVELS.length - 1)]![x]! - rows[Math.max(l - 1, 0)]![x]!);
        const steps = l > 0 && l < LEVELS.length - 1 ? 2 : 1;
        const fade = Math.max(1, apart / steps);
        covered += Math.min(1, Math.max(0, (Math.abs(distance) - rows[l]![x]!) / fade + 0.5));
      }
      const value = Math.round(SHARE * covered);
      out.data[i] = inside ? Math.max(data[i]!, value) : Math.min(data[i]!, 255 - value);
    }
    if ((y & 15) === 0) await work.breathe();
  }
  return out;
}

/** How far up or down the nearest pixel of a level lies (`inside`), or the nearest one below it; FAR for none. */
async function columnDistances(
  { width, data }: Mask,
  { x1, y1, x2, y2 }: Frame,
  level: number,
  inside: boolean,
  work: Work,
): Promise<Uint16Array> {
  const span = x2 - x1;
  const found = new Uint16Array(span * (y2 - y1));
  const sweep = async (from: number, to: number, step: 1 | -1): Promise<void> => {
    for (let y = from; y !== to; y += step) {
      const row = (y - y1) * span;
      const before = row - step * span;
      for (let x = 0, i = y * width + x1; x < span; x++, i++) {
        if (data[i]! >= level === inside) found[row + x] = 0;
        else {
          const near = y === from ? FAR : Math.min(FAR, found[before + x]! + 1);
          found[row + x] = step === 1 ? near : Math.min(near, found[row + x]!);
        }
      }
      if ((y & 31) === 0) await work.breathe();
    }
  };
  await sweep(y1, y2, 1);
  await sweep(y2 - 1, y1 - 1, -1);
  return found;
}

/**
 * Distances along a row from those along the columns: the lower envelope of parabolas (Felzenszwalb and Huttenlocher,
 * "Distance transforms of sampled functions", 2012).
 */
function rowDistances(
  columns: Uint16Array,
  out: Float64Array,
  { at, from }: { at: Int32Array; from: Float64Array },
): void {
  let last = -1;
  for (let x = 0; x < columns.length; x++) {
    const own = columns[x]!;
    if (own === FAR) continue;
    const height = own * own + x * x;
    let meets = -Infinity;
    while (last >= 0) {
      const other = at[last]!;
      meets = (height - columns[other]! ** 2 - other * other) / (2 * (x - other));
      if (meets > from[last]!) break;
      last--;
    }
    last++;
    at[last] = x;
    from[last] = last === 0 ? -Infinity : meets;
  }
  if (last < 0) return void out.fill(FAR);
  for (let x = 0, k = 0; x < columns.length; x++) {
    while (k < last && from[k + 1]! < x) k++;
    out[x] = Math.hypot(x - at[k]!, columns[at[k]!]!);
  }
}
