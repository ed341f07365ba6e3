/**
 * The matting Laplacian: Levin, Lischinski and Weiss, "A closed-form solution to natural image matting" (PAMI 2008).
 * In each window of 3 × 3 pixels alpha is taken as linear in the colour; the Laplacian sums how badly it isn't.
 */
import type { Work } from '../../../runtime/work.ts';

/** Entries of a row: the neighbours up to two pixels away. */
export const STENCIL = 25;
const CENTRE = 12;

/** Rows of the Laplacian for the unknown pixels, in the order of `pixels`. */
export interface Laplacian {
  pixels: Int32Array;
  /** `STENCIL` numbers a row; entry (dy + 2) × 5 + dx + 2 is the neighbour at (dx, dy). */
  rows: Float32Array;
  /** Places of the neighbours relative to a pixel. */
  offsets: Int32Array;
}

/**
 * @param colour R, G, B in turn, 0..1, within two pixels of the unknown ones
 * @param unknown 1 where alpha is looked for; never in the outermost two pixels
 * @param epsilon how far, in squared colour (0..1), windows may stray from a line before it counts
 */
export async function laplacianOf(
  colour: Float32Array,
  { width, height }: { width: number; height: number },
  unknown: Uint8Array,
  epsilon: number,
  work: Work,
): Promise<Laplacian> {
  const index = new Int32Array(width * height).fill(-1);
  let count = 0;
  for (let i = 0; i < index.length; i++) if (unknown[i]) index[i] = count++;
  const pixels = new Int32Array(count);
  const rows = new Float32Array(count * STENCIL);
  const window = Int32Array.from({ length: 9 }, (_, k) => (Math.floor(k / 3) - 1) * width + (k % 3) - 1);
  // where entry (i, j) of a window goes in the row of its pixel i
  const slots = Int32Array.from({ length: 81 }, (_, n) => {
    const [i, j] = [Math.floor(n / 9), n % 9];
    const dy = Math.floor(j / 3) - Math.floor(i / 3);
    return (dy + 2) * 5 + (j % 3) - (i % 3) + 2;
  });
  const own = new Int32Array(9);
  const centred = new Float64Array(27);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const c = y * width + x;
      if (index[c]! >= 0) pixels[index[c]!] = c;
      let any = false;
      for (let k = 0; k < 9; k++) {
        own[k] = index[c + window[k]!]!;
        if (own[k]! >= 0) any = true;
      }
      if (any) addWindow(colour, c, window, own, slots, epsilon, centred, rows);
    }
    if ((y & 7) === 0) await work.breathe();
  }
  const offsets = Int32Array.from(
    { length: STENCIL },
    (_, k) => (Math.floor(k / 5) - 2) * width + (k % 5) - 2,
  );
  return { pixels, rows, offsets };
}

function addWindow(
  colour: Float32Array,
  centre: number,
  window: Int32Array,
  own: Int32Array,
  slots: Int32Array,
  epsilon: number,
  centred: Float64Array,
  rows: Float32Array,
): void {
  let m0 = 0;
  let m1 = 0;
  let m2 = 0;
  for (let k = 0; k < 9; k++) {
    const o = 3 * (centre + window[k]!);
    m0 += centred[3 * k] = colour[o]!;
    m1 += centred[3 * k + 1] = colour[o + 1]!;
    m2 += centred[3 * k + 2] = colour[o + 2]!;
  }
  m0 /= 9;
  m1 /= 9;
  m2 /= 9;
  let s00 = epsilon;
  let s01 = 0;
  let s02 = 0;
  let s11 = epsilon;
  let s12 = 0;
  let s22 = epsilon;
  for (let k = 0; k < 27; k += 3) {
    const r = (centred[k]! -= m0);
    const g = (centred[k + 1]! -= m1);
    const b = (centred[k + 2]! -= m2);
    s00 += (r * r) / 9;
    s01 += (r * g) / 9;
    s02 += (r * b) / 9;
    s11 += (g * g) / 9;
    s12 += (g * b) / 9;
    s22 += (b * b) / 9;
  }
  const i00 = s11 * s22 - s12 * s12;
  const i01 = s02 * s12 - s01 * s22;
  const i02 = s01 * s12 - s02 * s11;
  const i11 = s00 * s22 - s02 * s02;
  const i12 = s01 * s02 - s00 * s12;
  const i22 = s00 * s11 - s01 * s01;
  const scale = 1 / (9 * (s00 * i00 + s01 * i01 + s02 * i02));
  for (let i = 0; i < 9; i++) {
    if (own[i]! < 0) continue;
    const r = centred[3 * i]!;
    const g = centred[3 * i + 1]!;
    const b = centred[3 * i + 2]!;
    const v0 = scale * (i00 * r + i01 * g + i02 * b);
    const v1 = scale * (i01 * r + i11 * g + i12 * b);
    const v2 = scale * (i02 * r + i12 * g + i22 * b);
    const row = own[i]! * STENCIL;
    for (let j = 0; j < 9; j++) {
      const alike = 1 / 9 + v0 * centred[3 * j]! + v1 * centred[3 * j + 1]! + v2 * centred[3 * j + 2]!;
      rows[row + slots[9 * i + j]!]! -= alike;
    }
    rows[row + CENTRE]! += 1;
  }
}
