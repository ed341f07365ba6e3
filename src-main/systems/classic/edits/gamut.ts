/** Which colours can be shown, and changing chroma without leaving them. In OKLab. */
import { fromOklab } from './light.ts';

const hues = 256;
const lightnesses = 64;
let table: Float32Array | undefined;

/** 0..4 around the circle, growing with the angle of (a, b): cheaper than the angle itself. */
function turnOf(a: number, b: number): number {
  if (b >= 0) return a >= 0 ? (a + b > 0 ? b / (a + b) : 0) : 1 - a / (b - a);
  return a < 0 ? 2 + b / (a + b) : 3 + a / (a - b);
}

/** The largest chroma that sRGB's primaries can show, by bisection, for each lightness (rows) and hue. */
function makeTable(): Float32Array {
  const out = new Float32Array((lightnesses + 1) * (hues + 1));
  const rgb = new Float64Array(3);
  const shown = (l: number, a: number, b: number): boolean => {
    fromOklab(l, a, b, rgb);
    return rgb.every((v) => v >= 0 && v <= 1);
  };
  for (let j = 1; j < lightnesses; j++)
    for (let i = 0; i <= hues; i++) {
      const turn = (4 * (i % hues)) / hues;
      const [u, v] = [Math.abs((turn % 4) - 2) - 1, 1 - Math.abs(turn - 1)];
      const [x, y] = [u, turn <= 2 ? v : -(1 - Math.abs(turn - 3))];
      const length = Math.hypot(x, y);
      let [low, high] = [0, 0.4];
      for (let k = 0; k < 14; k++) {
        const chroma = (low + high) / 2;
        const l = j / lightnesses;
        if (shown(l, (chroma * x) / length, (chroma * y) / length)) low = chroma;
        else high = chroma;
      }
      out[j * (hues + 1) + i] = low;
    }
  return out;
}

/** The largest chroma that can be shown at this lightness (0..1) and the hue of (a, b). */
export function mostChroma(lightness: number, a: number, b: number): number {
  table ??= makeTable();
  if (!(lightness > 0) || lightness >= 1) return 0;
  const y = lightness * lightnesses;
  const x = (turnOf(a, b) * hues) / 4;
  const j = Math.min(lightnesses - 1, y | 0);
  const i = Math.min(hues - 1, x | 0);
  const at = j * (hues + 1) + i;
  const u = x - i;
  const v = y - j;
  const top = table[at]! + (table[at + 1]! - table[at]!) * u;
  const below = table[at + hues + 1]! + (table[at + hues + 2]! - table[at + hues + 1]!) * u;
  return top + (below - top) * v;
}

/** `Math.hypot` guards against overflow, which costs more than all the rest of a pixel. */
export const chromaOf = (lab: Float64Array): number => Math.sqrt(lab[1]! * lab[1]! + lab[2]! * lab[2]!);

/**
 * Multiplies the chroma of `lab`. What grows approaches the most that can be shown and never passes it, so that
 * neighbouring colours stay apart; 1 changes nothing.
 */
export function scaleChroma(lab: Float64Array, factor: number): void {
  const chroma = chromaOf(lab);
  let ratio = Math.max(0, factor);
  if (factor > 1 && chroma > 1e-6) {
    const room = mostChroma(lab[0]!, lab[1]!, lab[2]!) - chroma;
    const wanted = chroma * (factor - 1);
    const grown = room > 1e-6 ? (room * wanted) / (room + wanted) : 0;
    ratio = 1 + grown / chroma;
  }
  lab[1]! *= ratio;
  lab[2]! *= ratio;
}
