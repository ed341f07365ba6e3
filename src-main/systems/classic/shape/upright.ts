/** How a camera was held, by where the upright lines of a picture meet. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { findLines, type Line } from './lines.ts';
import type { Projective } from './projective.ts';

/** How far a camera is taken to be tilted (up or down) and turned about its axis at most, in degrees. */
const mostPitch = 32;
const mostRoll = 12;
/** Lines further from upright than this (degrees) belong to something else. */
const mostLean = 40;
/** How exactly lines meet, in degrees. */
const spread = 0.5;
/** How long the lines that agree are together (longer sides of the picture), and their share of all by weight. */
const enough = 0.6;
const agreeing = 0.35;
/** What the furthest pitch or roll must explain better than none: less explains the same with less. */
const dearer = 0.3;

interface Ray {
  /** The line's middle and direction in the plane at the lens' focal length. */
  x: number;
  y: number;
  cos: number;
  sin: number;
  length: number;
  /** A long line tells more than its parts would. */
  weight: number;
}

interface Pose {
  pitch: number;
  roll: number;
}

/**
 * The turn of the camera after which what is upright is upright in the picture, as a 3 × 3 rotation by rows (Hartley and
 * Zisserman, "Multiple View Geometry", section 8.6: a vanishing point is the direction of its lines). `null` where the
 * picture has too few upright lines that agree.
 * @param lens the focal length, in longer sides of the picture
 */
export async function uprightBy(image: Raster, lens: number, work: Work): Promise<Projective | null> {
  const rays = raysOf(await findLines(image, work), image, lens);
  const coarse = await bestPose(rays, { pitch: 0, roll: 0 }, mostPitch, mostRoll, 0.5, work);
  const pose = await bestPose(rays, coarse, 0.5, 0.5, 0.05, work);
  const near = rays.filter((ray) => Math.abs(offBy(ray, directionOf(pose))) < 2 * spread);
  const sum = (list: readonly Ray[], of: (ray: Ray) => number) => list.reduce((s, ray) => s + of(ray), 0);
  const clear =
    sum(near, (ray) => ray.length) >= enough &&
    sum(near, (ray) => ray.weight) >= agreeing * sum(rays, (ray) => ray.weight);
  return clear ? toUpright(directionOf(pose)) : null;
}

function raysOf(lines: readonly Line[], { width, height }: Raster, lens: number): Ray[] {
  const focal = lens * Math.max(width, height);
  return lines
    .filter(({ degrees }) => Math.abs(degrees) > 90 - mostLean)
    .map(({ x, y, degrees, length }) => ({
      x: ((x - 0.5) * width) / focal,
      y: ((y - 0.5) * height) / focal,
      cos: Math.cos((degrees * Math.PI) / 180),
      sin: Math.sin((degrees * Math.PI) / 180),
      length,
      weight: length ** 1.5,
    }));
}

type Direction = readonly [x: number, y: number, z: number];

/** Where down is, for a camera held so. */
function directionOf({ pitch, roll }: Pose): Direction {
  const [p, r] = [(pitch * Math.PI) / 180, (roll * Math.PI) / 180];
  return [Math.sin(r) * Math.cos(p), Math.cos(r) * Math.cos(p), Math.sin(p)];
}

/** By how many degrees a line misses the point where all lines of a direction meet. */
function offBy({ x, y, cos, sin }: Ray, [dx, dy, dz]: Direction): number {
  const [u, v] = [dx - x * dz, dy - y * dz];
  return (Math.atan((cos * v - sin * u) / (cos * u + sin * v)) * 180) / Math.PI;
}

/** The pose about `middle` that explains the most, on a grid of `step` degrees. */
async function bestPose(
  rays: readonly Ray[],
  middle: Pose,
  pitches: number,
  rolls: number,
  step: number,
  work: Work,
): Promise<Pose> {
  let best = { score: 0, pose: middle };
  for (let a = -pitches; a <= pitches; a += step) {
    for (let b = -rolls; b <= rolls; b += step) {
      const pose = { pitch: middle.pitch + a, roll: middle.roll + b };
      const direction = directionOf(pose);
      let score = 0;
      for (const ray of rays) score += ray.weight * Math.exp(-0.5 * (offBy(ray, direction) / spread) ** 2);
      score *= 1 - dearer * (Math.abs(pose.pitch) / mostPitch + Math.abs(pose.roll) / mostRoll);
      if (score > best.score) best = { score, pose };
    }
    await work.breathe();
  }
  return best.pose;
}

/** The shortest turn that brings a direction to (0, 1, 0): I + [v]× + [v]×² / (1 + c), v = d × (0, 1, 0), c = d·(0, 1, 0). */
function toUpright([x, y, z]: Direction): Projective {
  const k = 1 / (1 + y);
  return [1 - x * x * k, -x, -x * z * k, x, y, z, -x * z * k, -z, 1 - z * z * k];
}
