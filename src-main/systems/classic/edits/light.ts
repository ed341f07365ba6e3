/**
 * Between the numbers of a file and light. All profiles are treated with sRGB's curve and primaries: exact for sRGB,
 * the same curve for Display P3, and near enough for the other RGB spaces that photographs come in.
 */
import type { Raster } from '../../../runtime/raster/raster.ts';

/** Coded 0..1 to linear light 0..1 (IEC 61966-2-1). */
export const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);

/** Linear light 0..1 to coded 0..1. */
const toCoded = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

/** Relative luminance of linear light. */
export const luminance = (r: number, g: number, b: number): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

const eight = Float32Array.from({ length: 256 }, (_, i) => toLinear(i / 255));
let sixteen: Float32Array | undefined;

/** Linear light for each value that a channel of this picture can have. */
export function linearTable(raster: Pick<Raster, 'data'>): Float32Array {
  if (!(raster.data instanceof Uint16Array)) return eight;
  return (sixteen ??= Float32Array.from({ length: 65_536 }, (_, i) => toLinear(i / 65_535)));
}

const steps = 16_384;
/** Indexed by the square root of light, so that the dark end is as fine as the bright one. */
const codes = Float32Array.from({ length: steps + 2 }, (_, i) => toCoded((i / steps) ** 2));

/** `toCoded` from a table, for every pixel of a picture; the value is first limited to 0..1. */
export function coded(light: number): number {
  if (!(light > 0)) return 0;
  if (light >= 1) return 1;
  const at = Math.sqrt(light) * steps;
  const i = at | 0;
  return codes[i]! + (codes[i + 1]! - codes[i]!) * (at - i);
}

const lights = Float32Array.from({ length: 4097 }, (_, i) => toLinear(i / 4096));

/** `toLinear` from a table, for every pixel of a picture; the value is first limited to 0..1. */
export function linearOf(code: number): number {
  if (!(code > 0)) return 0;
  if (code >= 1) return 1;
  const i = (code * 4096) | 0;
  return lights[i]! + (lights[i + 1]! - lights[i]!) * (code * 4096 - i);
}

/** Coded luminance 0..1 of linear light: how bright it looks. */
export const toneOf = (rgb: Float64Array): number => coded(luminance(rgb[0]!, rgb[1]!, rgb[2]!));

/**
 * Brings linear light into 0..1 without changing its luminance (as far as that can be shown) or its hue: towards grey
 * until every channel fits. Cutting channels off one by one would turn orange into yellow.
 */
export function fit(rgb: Float64Array): void {
  const r = rgb[0]!;
  const g = rgb[1]!;
  const b = rgb[2]!;
  const most = r > g ? (r > b ? r : b) : g > b ? g : b;
  const least = r < g ? (r < b ? r : b) : g < b ? g : b;
  if (most <= 1 && least >= 0) return;
  const grey = luminance(r, g, b);
  if (grey >= 1 || grey <= 0) {
    rgb.fill(grey >= 1 ? 1 : 0);
    return;
  }
  let keep = 1;
  if (most > 1) keep = (1 - grey) / (most - grey);
  if (least < 0) keep = Math.min(keep, grey / (grey - least));
  for (let c = 0; c < 3; c++) rgb[c] = grey + (rgb[c]! - grey) * keep;
}

const rootSteps = 16_384;
const mostRoot = 1.2;
/** Cube roots of 0..1.2, indexed by the square root, so that the dark end is as fine as the bright one. */
const roots = Float32Array.from({ length: rootSteps + 2 }, (_, i) =>
  Math.cbrt((i / rootSteps) ** 2 * mostRoot),
);
const rootScale = rootSteps / Math.sqrt(mostRoot);

function cubeRoot(v: number): number {
  if (!(v >= 0 && v < mostRoot)) return Math.cbrt(v);
  const at = Math.sqrt(v) * rootScale;
  const i = at | 0;
  return roots[i]! + (roots[i + 1]! - roots[i]!) * (at - i);
}

/** A perceptual space with lightness and two colour axes: Ottosson, "A perceptual color space for image processing", 2020. */
export function toOklab(r: number, g: number, b: number, out: Float64Array): void {
  const l = cubeRoot(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = cubeRoot(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = cubeRoot(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  out[0] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  out[1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  out[2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
}

/** `v ** 3` would be a call of `pow`. */
const cube = (v: number): number => v * v * v;

/** OKLab to linear light; beyond 0..1 where the colour can't be shown. */
export function fromOklab(lightness: number, a: number, b: number, out: Float64Array): void {
  const l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
  const m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
  const s = cube(lightness - 0.0894841775 * a - 1.291485548 * b);
  out[0] = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  out[1] = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  out[2] = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
}
