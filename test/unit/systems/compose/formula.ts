/** Compositing written a second time, pixel by pixel and in whole colours, after the text of the W3C's draft. */
import type { BlendMode } from '../../../../src-main/contract/index.ts';

export type Colour = [number, number, number];
export interface Dot {
  colour: Colour;
  alpha: number;
}

const lum = ([r, g, b]: Colour) => 0.3 * r + 0.59 * g + 0.11 * b;
const sat = (c: Colour) => Math.max(...c) - Math.min(...c);

function clip(c: Colour): Colour {
  const l = lum(c);
  const n = Math.min(...c);
  const x = Math.max(...c);
  let out = c;
  if (n < 0) out = out.map((v) => l + ((v - l) * l) / (l - n)) as Colour;
  if (x > 1) out = out.map((v) => l + ((v - l) * (1 - l)) / (x - l)) as Colour;
  return out;
}
const setLum = (c: Colour, l: number): Colour => clip(c.map((v) => v + l - lum(c)) as Colour);

function setSat(c: Colour, s: number): Colour {
  const order = [0, 1, 2].sort((i, j) => c[i]! - c[j]!) as [number, number, number];
  const [min, mid, max] = order;
  const out: Colour = [0, 0, 0];
  if (c[max]! > c[min]!) {
    out[mid] = ((c[mid]! - c[min]!) * s) / (c[max]! - c[min]!);
    out[max] = s;
  }
  return out;
}

const each = (b: Colour, s: Colour, f: (b: number, s: number) => number): Colour =>
  [f(b[0], s[0]), f(b[1], s[1]), f(b[2], s[2])] as Colour;

const multiply = (b: number, s: number) => b * s;
const screen = (b: number, s: number) => 1 - (1 - b) * (1 - s);
const hard = (b: number, s: number) => (s <= 0.5 ? multiply(b, 2 * s) : screen(b, 2 * s - 1));

export function blended(mode: BlendMode, b: Colour, s: Colour): Colour {
  switch (mode) {
    case 'normal':
      return s;
    case 'multiply':
      return each(b, s, multiply);
    case 'screen':
      return each(b, s, screen);
    case 'overlay':
      return each(b, s, (x, y) => hard(y, x));
    case 'darken':
      return each(b, s, (x, y) => (x < y ? x : y));
    case 'lighten':
      return each(b, s, (x, y) => (x > y ? x : y));
    case 'color-dodge':
      return each(b, s, (x, y) => (x === 0 ? 0 : y === 1 ? 1 : Math.min(1, x / (1 - y))));
    case 'color-burn':
      return each(b, s, (x, y) => (x === 1 ? 1 : y === 0 ? 0 : 1 - Math.min(1, (1 - x) / y)));
    case 'hard-light':
      return each(b, s, hard);
    case 'soft-light':
      return each(b, s, (x, y) => {
        if (y <= 0.5) return x - (1 - 2 * y) * x * (1 - x);
        const d = x <= 0.25 ? ((16 * x - 12) * x + 4) * x : Math.sqrt(x);
        return x + (2 * y - 1) * (d - x);
      });
    case 'difference':
      return each(b, s, (x, y) => Math.abs(x - y));
    case 'exclusion':
      return each(b, s, (x, y) => x + y - 2 * x * y);
    case 'hue':
      return setLum(setSat(s, sat(b)), lum(b));
    case 'saturation':
      return setLum(setSat(b, sat(s)), lum(b));
    case 'color':
      return setLum(s, lum(b));
    case 'luminosity':
      return setLum(b, lum(s));
  }
}

/** Source over backdrop, with premultiplied sums. */
export function composed(below: Dot, above: Dot, mode: BlendMode): Dot {
  const mixed = blended(mode, below.colour, above.colour);
  const source = above.colour.map((v, i) => (1 - below.alpha) * v + below.alpha * mixed[i]!);
  const alpha = above.alpha + below.alpha * (1 - above.alpha);
  const colour = source.map((v, i) =>
    alpha ? (above.alpha * v + (1 - above.alpha) * below.alpha * below.colour[i]!) / alpha : 0,
  ) as Colour;
  return { colour, alpha };
}
