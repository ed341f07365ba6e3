/**
 * How the colour of a layer meets the colour below it: the functions B(Cb, Cs) of "Compositing and Blending Level 1"
 * (W3C, https://www.w3.org/TR/compositing-1/, sections 9.1 and 10). All values are coded, 0..1.
 */
import { missingCase, type BlendMode } from '../../contract/index.ts';

/** One channel by itself: backdrop, source → colour. */
export type Channel = (b: number, s: number) => number;

/** All three at once, over what `source` holds. */
export type Colours = (backdrop: Float64Array, source: Float64Array) => void;

const multiply: Channel = (b, s) => b * s;
const screen: Channel = (b, s) => b + s - b * s;
const hardLight: Channel = (b, s) => (s <= 0.5 ? multiply(b, 2 * s) : screen(b, 2 * s - 1));
const dodge: Channel = (b, s) => (b === 0 ? 0 : s >= 1 ? 1 : Math.min(1, b / (1 - s)));
const burn: Channel = (b, s) => (b >= 1 ? 1 : s <= 0 ? 0 : 1 - Math.min(1, (1 - b) / s));

function softLight(b: number, s: number): number {
  if (s <= 0.5) return b - (1 - 2 * s) * b * (1 - b);
  const d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : Math.sqrt(b);
  return b + (2 * s - 1) * (d - b);
}

const luminosityOf = (r: number, g: number, b: number): number => 0.3 * r + 0.59 * g + 0.11 * b;

/** `colour` with a luminosity, brought back into gamut towards grey (SetLum and ClipColor there). */
function setLuminosity(colour: Float64Array, wanted: number): void {
  const difference = wanted - luminosityOf(colour[0]!, colour[1]!, colour[2]!);
  const r = colour[0]! + difference;
  const g = colour[1]! + difference;
  const b = colour[2]! + difference;
  const l = luminosityOf(r, g, b);
  const least = Math.min(r, g, b);
  const most = Math.max(r, g, b);
  const down = least < 0 ? l / (l - least) : 1;
  const up = most > 1 ? (1 - l) / (most - l) : 1;
  const k = down * up;
  colour[0] = l + (r - l) * k;
  colour[1] = l + (g - l) * k;
  colour[2] = l + (b - l) * k;
}

const spread = (c: Float64Array): number => Math.max(c[0]!, c[1]!, c[2]!) - Math.min(c[0]!, c[1]!, c[2]!);

/** `colour` with a saturation: its channels stretched from 0 to it (SetSat there). */
function setSaturation(colour: Float64Array, wanted: number): void {
  const least = Math.min(colour[0]!, colour[1]!, colour[2]!);
  const range = spread(colour);
  for (let c = 0; c < 3; c++) colour[c] = range > 0 ? ((colour[c]! - least) * wanted) / range : 0;
}

const lightOf = (c: Float64Array): number => luminosityOf(c[0]!, c[1]!, c[2]!);

/** A mode that takes each channel by itself, or `null`. */
export function channelOf(mode: BlendMode): Channel | null {
  switch (mode) {
    case 'normal':
      return (_, s) => s;
    case 'multiply':
      return multiply;
    case 'screen':
      return screen;
    case 'overlay':
      return (b, s) => hardLight(s, b);
    case 'darken':
      return Math.min;
    case 'lighten':
      return Math.max;
    case 'color-dodge':
      return dodge;
    case 'color-burn':
      return burn;
    case 'hard-light':
      return hardLight;
    case 'soft-light':
      return softLight;
    case 'difference':
      return (b, s) => Math.abs(b - s);
    case 'exclusion':
      return (b, s) => b + s - 2 * b * s;
    case 'hue':
    case 'saturation':
    case 'color':
    case 'luminosity':
      return null;
    default:
      return missingCase(mode);
  }
}

/** A mode that takes the colour as a whole. */
export function coloursOf(mode: 'hue' | 'saturation' | 'color' | 'luminosity'): Colours {
  switch (mode) {
    case 'hue':
      return (b, s) => {
        setSaturation(s, spread(b));
        setLuminosity(s, lightOf(b));
      };
    case 'saturation':
      return (b, s) => {
        const wanted = spread(s);
        s.set(b);
        setSaturation(s, wanted);
        setLuminosity(s, lightOf(b));
      };
    case 'color':
      return (b, s) => setLuminosity(s, lightOf(b));
    case 'luminosity':
      return (b, s) => {
        const wanted = lightOf(s);
        s.set(b);
        setLuminosity(s, wanted);
      };
  }
}
