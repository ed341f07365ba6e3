/**
 * The sky: what is smooth from the upper rim down to the horizon. Shen and Wang, "Sky region detection in a single image
 * for autonomous ground robot navigation" (IJARS 2013): each threshold on the gradient draws a horizon; the best one
 * leaves sky and ground each as uniform as can be. What lies above it then tells what the sky looks like, and the sky
 * is followed by its looks around towers and below branches.
 */
import { StudioError } from '../../../contract/index.ts';
import type { Work } from '../../../runtime/work.ts';
import { gradientOf } from './boundary.ts';
import { components, tidy } from './distance.ts';
import type { Features, Prepared } from './features.ts';
import { blur } from './planes.ts';

/** Thresholds on the gradient (CIE Lab a pixel) that are tried. */
const THRESHOLDS = Array.from({ length: 24 }, (_, k) => 1.2 * 1.16 ** k);
/** How much more uniformity counts in the sky than on the ground (the paper's gamma). */
const SKY_COUNTS = 2;
/** Columns whose horizon lies nearer to the upper rim than this share of the height have no sky. */
const LEAST_DEPTH = 0.02;
/** A sky is at least this share of the picture, and reaches down so far on average. */
const LEAST_AREA = 0.03;
/** Looks farther from the sky's than this (squared, in usual distances of three channels) are not sky. */
const UNLIKE = 14;

const none = () =>
  new StudioError(
    'needs-region',
    'I see no sky in this picture.',
    'If there is one, click on it and say it again with “this”.',
  );

/** 1 where the sky is, at the working size. @throws StudioError `needs-region` where there is none */
export async function segmentSky({ fine }: Prepared, work: Work): Promise<Uint8Array> {
  const { width, height, planes } = fine;
  const gradient = gradientOf(planes, 1).size;
  await work.breathe();
  let best: Int32Array | undefined;
  let most = -Infinity;
  for (const threshold of THRESHOLDS) {
    const horizon = horizonOf(gradient, width, height, threshold);
    const value = uniformity(fine, horizon);
    if (value > most) [most, best] = [value, horizon];
    await work.breathe();
  }
  if (!best) throw none();
  const above = new Uint8Array(width * height);
  const depth = Math.max(2, Math.round(LEAST_DEPTH * height));
  for (let x = 0; x < width; x++)
    if (best[x]! >= depth) for (let y = 0; y < best[x]!; y++) above[y * width + x] = 1;
  const looks = looksOf(fine, above);
  if (!looks || !likeSky(looks)) throw none();
  const mask = await followed(fine, above, looks, work);
  const area = mask.reduce((sum, v) => sum + v, 0);
  let open = 0;
  for (let x = 0; x < width; x++) if (mask[Math.min(height - 1, 1) * width + x]) open++;
  if (area < LEAST_AREA * mask.length || open < 0.2 * width) throw none();
  return mask;
}

/** The first row of each column, from above, whose gradient exceeds the threshold. */
function horizonOf(gradient: Float32Array, width: number, height: number, threshold: number): Int32Array {
  return Int32Array.from({ length: width }, (_, x) => {
    let y = 0;
    while (y < height && gradient[y * width + x]! <= threshold) y++;
    return y;
  });
}

/** Equation 6 of the paper: large where the colours of sky and ground each vary little. */
function uniformity({ width, height, planes }: Features, horizon: Int32Array): number {
  const sums = [new Float64Array(10), new Float64Array(10)] as const;
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2) {
      const i = y * width + x;
      const s = sums[y < horizon[x]! ? 0 : 1];
      const [l, a, b] = [planes.l[i]!, planes.a[i]!, planes.b[i]!];
      [1, l, a, b, l * l, l * a, l * b, a * a, a * b, b * b].forEach((v, k) => (s[k]! += v));
    }
  const [sky, ground] = sums;
  const total = sky[0]! + ground[0]!;
  if (sky[0]! < LEAST_AREA * total || ground[0]! < 0.01 * total) return -Infinity;
  const [s, g] = [spreadOf(sky), spreadOf(ground)];
  return 1 / (SKY_COUNTS * s.volume + g.volume + SKY_COUNTS * s.widest + g.widest);
}

/** Determinant and largest eigenvalue of a covariance, on one scale (the paper's two terms). */
function spreadOf(s: Float64Array): { volume: number; widest: number } {
  const c = covariance(s);
  const [xx, xy, xz, yy, yz, zz] = c;
  const volume = xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz);
  let [x, y, z] = [1, 0.5, 0.5];
  let widest = 0;
  for (let k = 0; k < 12; k++) {
    [x, y, z] = [xx * x + xy * y + xz * z, xy * x + yy * y + yz * z, xz * x + yz * y + zz * z];
    widest = Math.hypot(x, y, z);
    if (widest > 0) [x, y, z] = [x / widest, y / widest, z / widest];
  }
  return { volume: Math.cbrt(Math.max(0, volume)), widest };
}

type Six = [xx: number, xy: number, xz: number, yy: number, yz: number, zz: number];

function covariance(s: Float64Array): Six {
  const n = s[0]!;
  const [l, a, b] = [s[1]! / n, s[2]! / n, s[3]! / n];
  return [
    s[4]! / n - l * l,
    s[5]! / n - l * a,
    s[6]! / n - l * b,
    s[7]! / n - a * a,
    s[8]! / n - a * b,
    s[9]! / n - b * b,
  ];
}

/** How a sky changes from the zenith to the horizon: colour as a line of the row, and what is left over. */
interface Looks {
  /** Value at the upper rim and its change over the height, of each plane. */
  start: number[];
  slope: number[];
  spread: number[];
  /** Of all of it. */
  mean: number[];
  /** Squared local contrast. */
  detail: number;
}

function looksOf({ width, height, planes }: Features, mask: Uint8Array): Looks | undefined {
  const all = [planes.l, planes.a, planes.b];
  let [n, t, tt] = [0, 0, 0];
  const [v, vt, vv] = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  let detail = 0;
  for (let i = width; i < mask.length; i++) {
    if (!mask[i]) continue;
    const at = Math.floor(i / width) / height;
    n++;
    t += at;
    tt += at * at;
    all.forEach((plane, c) => {
      v[c]! += plane[i]!;
      vt[c]! += plane[i]! * at;
      vv[c]! += plane[i]! ** 2;
    });
    detail += (planes.l[i]! - planes.l[i - width]!) ** 2;
  }
  if (n < LEAST_AREA * 0.5 * mask.length) return undefined;
  const turn = tt / n - (t / n) ** 2;
  const slope = v.map((sum, c) => (turn > 1e-5 ? (vt[c]! / n - (sum / n) * (t / n)) / turn : 0));
  const mean = v.map((sum) => sum / n);
  return {
    start: mean.map((m, c) => m - slope[c]! * (t / n)),
    slope,
    spread: mean.map((m, c) => Math.max(2, vv[c]! / n - m * m - slope[c]! ** 2 * turn)),
    mean,
    detail: detail / n,
  };
}

/**
 * Blue of any depth, the darker the bluer; bright and colourless, or a little blue, for clouds; warm, if it is smooth,
 * and glows and warms towards the horizon. A wall may be smooth, but it is seldom one of these.
 */
function likeSky({ start, mean, slope, spread, detail }: Looks): boolean {
  const [l, a, b] = mean as [number, number, number];
  if (detail > 30 || spread[0]! > 400) return false;
  const blue = b < -5 - 0.4 * Math.max(0, 35 - l) && a < 0.8 * -b + 4;
  const cloudy = l > 70 && Math.hypot(a, b) < 9 && b < 1.5 && a < 2;
  const glowing =
    slope[0]! > 15 && slope[2]! > 0 && start[2]! < 20 && l > 35 && b > 8 && a > -5 && detail < 2;
  return blue || cloudy || glowing;
}

/** What looks like the sky and is connected with it. */
async function followed(
  { width, height, planes }: Features,
  above: Uint8Array,
  { start, slope, spread }: Looks,
  work: Work,
): Promise<Uint8Array> {
  const all = [planes.l, planes.a, planes.b].map((plane) => blur(plane, width, height, 0.8));
  await work.breathe();
  const mask = new Uint8Array(above.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      let d = 0;
      for (let c = 0; c < 3; c++)
        d += (all[c]![i]! - start[c]! - slope[c]! * (y / height)) ** 2 / (c ? 1 : 2) / spread[c]!;
      mask[i] = planes.alpha[i]! >= 0.5 && d < UNLIKE * (above[i] ? 3 : 0.6) ? 1 : 0;
    }
    if ((y & 15) === 0) await work.breathe();
  }
  const { labels, sizes } = components(mask, width, height, 1);
  const seen = new Float64Array(sizes.length);
  for (let i = 0; i < mask.length; i++) if (above[i]) seen[labels[i]!]!++;
  for (let i = 0; i < mask.length; i++) if (mask[i] && seen[labels[i]!]! < 8) mask[i] = 0;
  tidy(mask, width, height, 0.004, []);
  return mask;
}
