/** Light of another colour, by chromatic adaptation. */

type Matrix = readonly (readonly [number, number, number])[];
type Vector = [number, number, number];

/** Linear sRGB to CIE XYZ, and back (IEC 61966-2-1). */
const toXyz: Matrix = [
  [0.4123907993, 0.3575843394, 0.1804807884],
  [0.2126390059, 0.7151686788, 0.0721923154],
  [0.0193308187, 0.1191947798, 0.9505321522],
];
const fromXyz: Matrix = [
  [3.2409699419, -1.5373831776, -0.4986107603],
  [-0.9692436363, 1.8759675015, 0.0415550574],
  [0.0556300797, -0.2039769589, 1.0569715142],
];
/** XYZ to the cone responses of CAT16 (Li et al., "Comprehensive color solutions: CAM16", 2017), and back. */
const toCones: Matrix = [
  [0.401288, 0.650173, -0.051461],
  [-0.250268, 1.204414, 0.045854],
  [-0.002079, 0.048952, 0.953127],
];
const fromCones: Matrix = [
  [1.86206786, -1.01125463, 0.14918677],
  [0.38752654, 0.62144744, -0.00897398],
  [-0.0158415, -0.03412294, 1.04996444],
];

const times = (m: Matrix, [x, y, z]: Vector): Vector =>
  m.map((row) => row[0] * x + row[1] * y + row[2] * z) as Vector;

/** Daylight's mired (a million over its kelvin) for sRGB's white. */
const white = 1e6 / 6504;

/** CIE 1960 (u, v) of daylight of a colour temperature given in mired (CIE 15: 4000 to 25000 K). */
function daylight(mired: number): [number, number] {
  const t = 1e6 / mired;
  const x =
    t < 7000
      ? -4.607e9 / t ** 3 + 2.9678e6 / t ** 2 + 99.11 / t + 0.244063
      : -2.0064e9 / t ** 3 + 1.9018e6 / t ** 2 + 247.48 / t + 0.23704;
  const y = -3 * x * x + 2.87 * x - 0.275;
  const d = -2 * x + 12 * y + 3;
  return [(4 * x) / d, (6 * y) / d];
}

/** Cone responses to a white of luminance 1. `temperature` and `tint` -1..1: warmer, more magenta. */
function conesOf(temperature: number, tint: number): Vector {
  const mired = white + 80 * temperature;
  const [u, v] = daylight(mired);
  const [u1, v1] = daylight(mired - 1);
  const [u2, v2] = daylight(mired + 1);
  // Across the curve of daylight; magenta lies below it.
  const length = Math.hypot(u2 - u1, v2 - v1);
  const off = 0.025 * tint;
  const [uu, vv] = [u + (off * (v2 - v1)) / length, v - (off * (u2 - u1)) / length];
  const d = 2 * uu - 8 * vv + 4;
  const [x, y] = [(3 * uu) / d, (2 * vv) / d];
  return times(toCones, [x / y, 1, (1 - x - y) / y]);
}

/** The matrix on linear RGB with these gains on the cones. */
function adaptation(gains: Vector): Float64Array {
  const out = new Float64Array(9);
  for (let c = 0; c < 3; c++) {
    const unit: Vector = [0, 0, 0];
    unit[c] = 1;
    const cones = times(toCones, times(toXyz, unit)).map((v, k) => v * gains[k]!) as Vector;
    times(fromXyz, times(fromCones, cones)).forEach((v, row) => (out[row * 3 + c] = v));
  }
  return out;
}

/**
 * The 3 × 3 matrix (rows first) on linear RGB that makes the light warmer (+) or cooler (−1..1 is 80 mired either
 * way) and more magenta (+) or greener. White keeps its luminance.
 */
export function whiteBalance(temperature: number, tint: number): Float64Array {
  const from = conesOf(0, 0);
  return adaptation(conesOf(temperature, tint).map((v, k) => v / from[k]!) as Vector);
}

/** The matrix that turns this light (linear RGB, luminance kept) into white. */
export function neutralise(light: Vector): Float64Array {
  const seen = times(toCones, times(toXyz, light));
  const target = times(toCones, times(toXyz, [1, 1, 1]));
  const level = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
  return adaptation(target.map((v, k) => (v * level) / seen[k]!) as Vector);
}

/** Multiplies linear light by a matrix, in place. */
export function turnLight(m: Float64Array, rgb: Float64Array): void {
  const r = rgb[0]!;
  const g = rgb[1]!;
  const b = rgb[2]!;
  rgb[0] = m[0]! * r + m[1]! * g + m[2]! * b;
  rgb[1] = m[3]! * r + m[4]! * g + m[5]! * b;
  rgb[2] = m[6]! * r + m[7]! * g + m[8]! * b;
}

/**
 * As `turnLight`, for light that a camera may have cut off: a channel that was full could have been any brighter, so it
 * is not let fall behind the others. Otherwise a lamp in warm light would turn blue.
 */
export function relight(m: Float64Array, rgb: Float64Array): void {
  const r = rgb[0]!;
  const g = rgb[1]!;
  const b = rgb[2]!;
  turnLight(m, rgb);
  const most = Math.max(rgb[0]!, rgb[1]!, rgb[2]!);
  for (let c = 0; c < 3; c++) {
    const cut = ((c === 0 ? r : c === 1 ? g : b) - 0.85) / 0.12;
    if (cut > 0) rgb[c]! += (most - rgb[c]!) * Math.min(1, cut);
  }
}
