/**
 * Straight lines in a picture: regions of pixels whose gradients agree, and the rectangles around them. After Grompone
 * von Gioi, Jakubowicz, Morel, Randall, "LSD: a line segment detector", 2010, with a length and a density in place of
 * its number of false alarms.
 */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { greyPlane, type Plane } from './grey.ts';

export interface Line {
  /** The middle, in 0..1 of the picture. */
  x: number;
  y: number;
  /** Clockwise from the horizontal, in degrees, -90..90. */
  degrees: number;
  /** As a share of the picture's longer side. */
  length: number;
}

/** The longer side that lines are looked for at. */
const side = 1024;
/** Gradients of one line differ by at most this. */
const tolerance = Math.PI / 8;
/** Weaker gradients (of 255) have no direction to speak of: grey levels are whole numbers. */
const weakest = 2 / Math.sin(tolerance);
/** The shortest line (share of the longer side), and how densely pixels fill a line's rectangle. */
const shortest = 0.025;
/** Pixels a line has at least: noise has shorter ones everywhere. */
const fewest = 12;
const dense = 0.6;

/** All lines of the picture, in no particular order. */
export async function findLines(image: Raster, work: Work): Promise<Line[]> {
  const grey = await greyPlane(image, side, work);
  const { width, height, data } = grey;
  smooth(data, width, 1, height, width);
  smooth(data, height, width, width, 1);
  const { angle, strength } = await gradients(grey, work);
  const longer = Math.max(width, height);
  const least = Math.max(fewest, shortest * longer);
  const lines: Line[] = [];
  const used = new Uint8Array(width * height);
  const region = new Int32Array(width * height);
  for (const [n, start] of byStrength(strength).entries()) {
    if (n % 256 === 0) await work.breathe();
    if (used[start]) continue;
    const count = grow(start, grey, angle, strength, used, region);
    if (count < least) continue;
    const line = rectangle(region.subarray(0, count), width, strength);
    if (line.length < least || line.density < dense) continue;
    lines.push({
      x: (line.x + 1) / width,
      y: (line.y + 1) / height,
      degrees: line.degrees,
      length: line.length / longer,
    });
  }
  return lines;
}

/** A quarter, a half, a quarter along each of `count` runs of `length` values. */
function smooth(data: Float32Array, length: number, step: number, count: number, next: number): void {
  for (let k = 0; k < count; k++) {
    let before = data[k * next]!;
    for (let i = 0, p = k * next; i < length; i++, p += step) {
      const here = data[p]!;
      const after = i + 1 < length ? data[p + step]! : here;
      data[p] = (before + 2 * here + after) / 4;
      before = here;
    }
  }
}

/** The direction along the line at the middle of four pixels, and how strong the gradient is (0: too weak). */
async function gradients({ width, height, data }: Plane, work: Work) {
  const angle = new Float32Array(width * height);
  const strength = new Float32Array(width * height);
  for (let y = 0; y + 1 < height; y++) {
    for (let x = 0, i = y * width; x + 1 < width; x++, i++) {
      const falling = data[i + width + 1]! - data[i]!;
      const rising = data[i + 1]! - data[i + width]!;
      const gx = (falling + rising) / 2;
      const gy = (falling - rising) / 2;
      const norm = Math.hypot(gx, gy);
      if (norm < weakest) continue;
      strength[i] = norm;
      angle[i] = Math.atan2(gx, -gy);
    }
    await work.breathe();
  }
  return { angle, strength };
}

/** The indexes of what has a gradient, the strongest first (by 1024 steps). */
function byStrength(strength: Float32Array): Int32Array {
  const steps = 1024;
  let most = 0;
  for (const s of strength) if (s > most) most = s;
  const bin = (s: number): number => steps - 1 - Math.floor((s / most) * (steps - 1));
  const starts = new Int32Array(steps + 1);
  for (const s of strength) if (s) starts[bin(s) + 1]!++;
  for (let k = 0; k < steps; k++) starts[k + 1]! += starts[k]!;
  const order = new Int32Array(starts[steps]!);
  for (let i = 0; i < strength.length; i++) if (strength[i]) order[starts[bin(strength[i]!)]!++] = i;
  return order;
}

/** Collects the neighbours of a pixel that go the same way; marks them as used, returns how many. */
function grow(
  start: number,
  { width, height }: Plane,
  angle: Float32Array,
  strength: Float32Array,
  used: Uint8Array,
  region: Int32Array,
): number {
  let count = 1;
  region[0] = start;
  used[start] = 1;
  let cos = Math.cos(angle[start]!);
  let sin = Math.sin(angle[start]!);
  for (let k = 0; k < count; k++) {
    const along = Math.atan2(sin, cos);
    const x = region[k]! % width;
    const y = Math.floor(region[k]! / width);
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const i = v * width + u;
        if (used[i] || !strength[i]) continue;
        let off = Math.abs(angle[i]! - along);
        if (off > Math.PI) off = 2 * Math.PI - off;
        if (off > tolerance) continue;
        used[i] = 1;
        region[count++] = i;
        cos += Math.cos(angle[i]!);
        sin += Math.sin(angle[i]!);
      }
  }
  return count;
}

/** The rectangle around a region along its main axis; pixels count by the strength of their gradient. */
function rectangle(region: Int32Array, width: number, strength: Float32Array) {
  let [sum, x, y] = [0, 0, 0];
  for (const i of region) {
    const s = strength[i]!;
    sum += s;
    x += s * (i % width);
    y += s * Math.floor(i / width);
  }
  x /= sum;
  y /= sum;
  let [xx, yy, xy] = [0, 0, 0];
  for (const i of region) {
    const s = strength[i]!;
    const dx = (i % width) - x;
    const dy = Math.floor(i / width) - y;
    xx += s * dx * dx;
    yy += s * dy * dy;
    xy += s * dx * dy;
  }
  const along = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(along), Math.sin(along)];
  let [from, to, low, high] = [0, 0, 0, 0];
  for (const i of region) {
    const dx = (i % width) - x;
    const dy = Math.floor(i / width) - y;
    const t = dx * cos + dy * sin;
    const n = dy * cos - dx * sin;
    from = Math.min(from, t);
    to = Math.max(to, t);
    low = Math.min(low, n);
    high = Math.max(high, n);
  }
  const length = to - from + 1;
  return {
    x,
    y,
    length,
    degrees: (along * 180) / Math.PI,
    density: region.length / (length * (high - low + 1)),
  };
}
