/**
 * Thin things in a box: hair, fur, twigs. The outline of what wears them stays away from the box's sides, which were
 * drawn around their tips.
 */
import type { Work } from '../../../runtime/work.ts';
import { boxBlur } from '../box-blur.ts';
import type { Box } from './box.ts';
import type { Features } from './features.ts';

/** Half the side of the square that a thin thing stands out of, in pixels of the working size. */
const SURROUNDINGS = 3;
/** It stands out more than this share of what lies around the box, by so much, and by so many units of CIE Lab. */
const USUAL = 0.95;
const MORE = 1.5;
const LEAST = 3;
/** How far around the box one looks for what is usual, as a share of the root of its area. */
const AROUND = 0.2;

/** The share of thin things in each pixel of the search size, within a box (of that size); 0 elsewhere. */
export async function strandsIn(
  { planes }: Pick<Features, 'planes'>,
  search: { width: number; height: number },
  box: Box,
  work: Work,
): Promise<Float32Array> {
  const { width, height } = planes;
  const sx = width / search.width;
  const sy = height / search.height;
  const margin = AROUND * Math.sqrt((box.x2 - box.x1) * (box.y2 - box.y1));
  const x1 = Math.max(0, Math.floor(sx * (box.x1 - margin)));
  const y1 = Math.max(0, Math.floor(sy * (box.y1 - margin)));
  const x2 = Math.min(width, Math.ceil(sx * (box.x2 + margin)));
  const y2 = Math.min(height, Math.ceil(sy * (box.y2 + margin)));
  const size = { width: x2 - x1, height: y2 - y1 };
  const out = new Float32Array(search.width * search.height);
  if (size.width < 1 || size.height < 1) return out;
  const stands = new Float32Array(size.width * size.height);
  for (const plane of [planes.l, planes.a, planes.b]) {
    const part = new Float32Array(stands.length);
    for (let y = 0; y < size.height; y++)
      part.set(plane.subarray((y1 + y) * width + x1, (y1 + y) * width + x2), y * size.width);
    const mean = await boxBlur(part, size, SURROUNDINGS, work);
    for (let i = 0; i < part.length; i++) stands[i]! += (part[i]! - mean[i]!) ** 2;
  }
  const inBox = (x: number, y: number): boolean => {
    const [u, v] = [(x1 + x + 0.5) / sx, (y1 + y + 0.5) / sy];
    return u >= box.x1 && u < box.x2 && v >= box.y1 && v < box.y2;
  };
  const usual: number[] = [];
  for (let y = SURROUNDINGS; y < size.height - SURROUNDINGS; y++)
    for (let x = SURROUNDINGS; x < size.width - SURROUNDINGS; x++)
      if (!inBox(x, y)) usual.push(stands[y * size.width + x]!);
  usual.sort((a, b) => a - b);
  const limit = Math.max(LEAST, MORE * Math.sqrt(usual[Math.floor(USUAL * usual.length)] ?? 0)) ** 2;
  await work.breathe();
  const share = 1 / (sx * sy);
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++)
      if (stands[y * size.width + x]! > limit && inBox(x, y))
        out[Math.floor((y1 + y + 0.5) / sy) * search.width + Math.floor((x1 + x + 0.5) / sx)]! += share;
  await work.breathe();
  return out;
}
