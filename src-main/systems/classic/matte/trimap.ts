/**
 * Where alpha is to be worked out: a narrow line along hard edges, and as far from the outline as single hairs, fur or
 * blur reach, which shows in colours that belong to the other side.
 */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { distanceTo, signedDistance } from '../segment/distance.ts';
import { boxBlur } from '../box-blur.ts';
import { looksOf, shareOf, type Looks, type Share } from './looks.ts';
import { readBand } from './band.ts';
import { HARD } from './rims.ts';

export interface Trimap {
  width: number;
  height: number;
  /** Pixels from the outline, positive inside. */
  signed: Float32Array;
  /** 1 where alpha is unknown. */
  unknown: Uint8Array;
  /** 1 where it is because colours cross the outline there, rather than for being next to it. */
  wide: Uint8Array;
  looks: Looks;
}

/** Half the width of the band that is always unknown, in pixels. */
const NARROW = 1.6;
/** A colour that is at least this much the other side's has crossed the outline … */
const CROSSED = 0.15;
/** … if that is this many usual errors, and not farther off the line between both looks than this. */
const SURE = 2.5;
const OFF = 4;
/** What has crossed entirely and is thicker than twice this, in pixels, is a thing of its own of the same colour. */
const THIN = 4.5;
const ENTIRELY = 0.6;
/** What stands out this much from its surroundings is thin … */
const RIDGE = 0.1;
/** … and so much of the surroundings being thin makes hair, of the inside having crossed makes blur. */
const HAIRY = 0.06;
const BLURRED = 0.03;
/**
 * Between single hairs a rim may be hard, and so may be one of tips that are close together, if neither is the hardest:
 * then hair goes out from this share of it, or gaps are this share of its inside.
 */
const SURELY = 0.8;
const ALL_ALONG = 0.7;
const DENSE = 0.25;
/** What of it is looked at, in pixels to both sides; what share of ridges beside a place makes it a root. */
const ALONG = 30;
const ROOTED = 0.03;
/** Inwards structures are followed by this share of the way outwards: gaps in hair, not holes in things. */
const INWARDS = 0.3;

/** How far structures are followed from the outline, in pixels, for an object of this area. */
const reachOf = (area: number): number => Math.min(48, Math.max(6, 0.3 * Math.sqrt(area)));

/**
 * @param mask 1 inside, at any size of the photo's shape
 * @param hardness how hard the nearest rim is, 0..1, a number a pixel of the mask
 */
export async function trimapOf(
  mask: Uint8Array,
  size: { width: number; height: number },
  image: Raster,
  hardness: Float32Array,
  work: Work,
): Promise<Trimap> {
  const { width, height } = size;
  const signed = signedDistance(mask, width, height);
  await work.breathe();
  let area = 0;
  for (let i = 0; i < mask.length; i++) area += mask[i]!;
  const reach = reachOf(Math.min(area, mask.length - area));
  const depth = 1.5 * reach;
  const colour = await sampled(image, size, signed, depth, work);
  const looks = await looksOf(colour, signed, size, depth, work);
  const crossing = await crossingOf(colour, signed, size, reach, looks, work);
  const crossed = await structures(crossing, hardness, signed, size, work);
  const { unknown, wide } = grow(crossed, signed, width, height);
  await work.breathe();
  return { width, height, signed, unknown, wide, looks };
}

/** How much of each pixel's colour is the other side's, 0..1; 0 where that isn't sure. */
async function crossingOf(
  colour: Float32Array,
  signed: Float32Array,
  { width, height }: { width: number; height: number },
  reach: number,
  looks: Looks,
  work: Work,
): Promise<Float32Array> {
  const crossing = new Float32Array(signed.length);
  const share: Share = { alpha: 0, backError: 0, frontError: 0, off: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (signed[i]! > INWARDS * reach || signed[i]! < -reach) continue;
      shareOf(looks, x, y, colour, i, share);
      const inside = signed[i]! > 0;
      const value = inside ? 1 - share.alpha : share.alpha;
      const error = inside ? share.frontError : share.backError;
      if (value > CROSSED + SURE * error && share.off < OFF) crossing[i] = value;
    }
    if ((y & 15) === 0) await work.breathe();
  }
  return crossing;
}

/**
 * What of it is hair or blur. Hair is thin: it stands out from what is around it. Blur softens both sides of the
 * outline. What does neither is a shadow or another thing of a similar colour; a thick thing, one of the same; and
 * behind a hard rim it is what that rim hides a part of.
 */
async function structures(
  crossing: Float32Array,
  hardness: Float32Array,
  signed: Float32Array,
  size: { width: number; height: number },
  work: Work,
): Promise<Uint8Array> {
  const { width, height } = size;
  const thick = thickParts(
    Uint8Array.from(crossing, (c) => (c > ENTIRELY ? 1 : 0)),
    width,
    height,
  );
  await work.breathe();
  const around = await boxBlur(crossing, size, 3, work);
  const ridges = crossing.map((c, i) => (c - around[i]! > RIDGE && !thick[i] ? 1 : 0));
  const thin = await boxBlur(ridges, size, 6, work);
  const strands = await strandsAlong(ridges, signed, size, work);
  const softInside = await boxBlur(
    crossing.map((c, i) => (c > 0 && signed[i]! > 0 ? 1 : 0)),
    size,
    12,
    work,
  );
  return Uint8Array.from(crossing, (c, i) => {
    if (c === 0 || thick[i]) return 0;
    const hair = signed[i]! > 0 ? thin[i]! > DENSE : strands[i]! > ALL_ALONG;
    if (hardness[i]! >= (hair ? SURELY : HARD)) return 0;
    return thin[i]! > HAIRY || softInside[i]! > BLURRED ? 1 : 0;
  });
}

/** The share of the outline around each place from which something thin goes outwards. */
async function strandsAlong(
  ridges: Float32Array,
  signed: Float32Array,
  size: { width: number; height: number },
  work: Work,
): Promise<Float32Array> {
  const beside = ridges.map((r, i) => (signed[i]! < -1.2 && signed[i]! > -6 ? r : 0));
  const roots = await boxBlur(beside, size, 3, work);
  const outline = signed.map((d) => (d < 0 && d > -1 ? 1 : 0));
  const all = await boxBlur(outline, size, ALONG, work);
  const rooted = await boxBlur(
    outline.map((on, i) => (on && roots[i]! > ROOTED ? 1 : 0)),
    size,
    ALONG,
    work,
  );
  return rooted.map((r, i) => (all[i]! > 1e-6 ? r / all[i]! : 0));
}

/** The parts of a set that a disc of radius `THIN` fits into, and their fringe. */
function thickParts(set: Uint8Array, width: number, height: number): Uint8Array {
  const open = distanceTo(
    set.map((v) => 1 - v),
    width,
    height,
  );
  const cores = distanceTo(
    Uint8Array.from(open, (d) => (d > THIN ? 1 : 0)),
    width,
    height,
  );
  return Uint8Array.from(cores, (d) => (d < THIN + 3 ? 1 : 0));
}

/** Follows what has crossed from the outline outwards and inwards, over gaps of a pixel, and a pixel around it. */
function grow(
  crossed: Uint8Array,
  signed: Float32Array,
  width: number,
  height: number,
): { unknown: Uint8Array; wide: Uint8Array } {
  const unknown = new Uint8Array(crossed.length);
  const wide = new Uint8Array(crossed.length);
  const queue: number[] = [];
  for (let i = 0; i < unknown.length; i++)
    if (Math.abs(signed[i]!) < NARROW) {
      unknown[i] = 1;
      queue.push(i);
    }
  while (queue.length) {
    const i = queue.pop()!;
    const x = i % width;
    const y = (i - x) / width;
    for (let v = Math.max(0, y - 2); v <= Math.min(height - 1, y + 2); v++)
      for (let u = Math.max(0, x - 2); u <= Math.min(width - 1, x + 2); u++) {
        const j = v * width + u;
        if (!crossed[j] || wide[j]) continue;
        wide[j] = 1;
        queue.push(j);
      }
  }
  const seeds = wide.slice();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!seeds[y * width + x]) continue;
      for (let v = Math.max(0, y - 2); v <= Math.min(height - 1, y + 2); v++)
        for (let u = Math.max(0, x - 2); u <= Math.min(width - 1, x + 2); u++) wide[v * width + u] = 1;
    }
  for (let i = 0; i < unknown.length; i++) unknown[i]! |= wide[i]!;
  return { unknown, wide };
}

/** The photo's colours at the mask's size, near the outline. */
async function sampled(
  image: Raster,
  { width, height }: { width: number; height: number },
  signed: Float32Array,
  depth: number,
  work: Work,
): Promise<Float32Array> {
  const near = new Uint8Array(signed.length);
  for (let i = 0; i < near.length; i++) if (Math.abs(signed[i]!) <= depth) near[i] = 1;
  return readBand(image, { width, height }, near, work);
}
