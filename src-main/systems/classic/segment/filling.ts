/**
 * Outlines that fill a box: a box was drawn around the whole of a thing, so its outline comes close to all four sides,
 * however weak its edges are there.
 *
 * After Lempitsky, Kohli, Rother and Sharp, "Image segmentation with a bounding box prior" (ICCV 2009): where the best
 * outline stays away from a side, it is made to pass the place near that side where that costs least.
 */
import type { Vocabulary } from './appearance.ts';
import type { Box } from './box.ts';
import { settle } from './hypotheses.ts';
import { bestOutline, FINE, type Outline, type Polar } from './polar.ts';

/** Boxes are looked into at the finer grid. */
const ANGLES = FINE.angles;
/** How near (in cells, of two percent each) to a side an outline touches it. */
const TOUCH = 3;
/** Angles between the places that are tried along a side. */
const STRIDE = 4;
/** How far (in cells) an outline may lie within the box. */
const DEPTH = 45;
/** Half-width, in cells, of the ring in which an oval's outline is looked for. */
const RING = 9;
/** Tilts of ovals: the correlation of x and y. */
const TILTS = [-0.6, -0.3, 0, 0.3, 0.6];
/** Stiffness of smooth outlines. */
const STIFF = 0.02;

/** For each angle, the last cell within the box. */
export function boxLimit(radii: Float32Array, box: Box): Uint16Array {
  const halfWidth = (box.x2 - box.x1) / 2;
  const halfHeight = (box.y2 - box.y1) / 2;
  return Uint16Array.from({ length: ANGLES }, (_, t) => {
    const { cos, sin } = direction(t);
    return cellAt(
      radii,
      Math.min(halfWidth / Math.max(1e-6, Math.abs(cos)), halfHeight / Math.max(1e-6, Math.abs(sin))),
    );
  });
}

const direction = (t: number): { cos: number; sin: number } => ({
  cos: Math.cos((t * 2 * Math.PI) / ANGLES),
  sin: Math.sin((t * 2 * Math.PI) / ANGLES),
});

const cellAt = (radii: Float32Array, r: number): number => {
  const j = radii.findIndex((radius) => radius > r);
  return Math.max(0, (j < 0 ? radii.length : j) - 1);
};

/** The side of a box that each angle meets: 0 right, 1 bottom, 2 left, 3 top. */
function sideOf(t: number, box: Box): number {
  const { cos, sin } = direction(t);
  const across = Math.abs(cos) * (box.y2 - box.y1) >= Math.abs(sin) * (box.x2 - box.x1);
  return across ? (cos > 0 ? 0 : 2) : sin > 0 ? 1 : 3;
}

/** Outlines around a box's middle that come near all four sides, from several starts. */
export function fillingOutlines(
  polar: Polar,
  words: Uint8Array,
  vocabulary: Vocabulary,
  box: Box,
): Outline[] {
  const limit = boxLimit(polar.radii, box);
  const deep = (t: number): readonly [number, number] => [Math.max(0, limit[t]! - DEPTH), limit[t]!];
  const found: Outline[] = [];
  for (const tilt of TILTS) {
    const oval = ovalIn(polar.radii, box, tilt);
    const near = (t: number): readonly [number, number] => [
      Math.max(0, oval[t]! - RING),
      Math.min(limit[t]!, oval[t]! + RING),
    ];
    const start = bestOutline(polar, { range: near, stiff: STIFF });
    if (!start) continue;
    const pinned = touching(polar, limit, box, near, start);
    found.push(pinned.outline);
    const { range } = pinned;
    found.push(settle(polar, words, vocabulary, { path: oval, cost: 1 }, range, 2, STIFF));
  }
  for (const stiff of [0, STIFF]) {
    const start = bestOutline(polar, { range: deep, stiff });
    if (!start) continue;
    const { outline, range } = touching(polar, limit, box, deep, start);
    found.push(outline, settle(polar, words, vocabulary, outline, range, 2, stiff));
  }
  return found;
}

interface Touching {
  outline: Outline;
  /** Cells allowed at each angle so that it keeps touching. */
  range: (t: number) => readonly [number, number];
}

/** Makes an outline touch the sides that it stays away from, one after the other. */
function touching(
  polar: Polar,
  limit: Uint16Array,
  box: Box,
  range: Touching['range'],
  start: Outline,
): Touching {
  const sides = Uint8Array.from({ length: ANGLES }, (_, t) => sideOf(t, box));
  let best: Touching = { outline: start, range };
  for (const side of [0, 1, 2, 3]) {
    const { outline, range: before } = best;
    if (outline.path.some((j, t) => sides[t] === side && j >= limit[t]! - TOUCH)) continue;
    let next: Touching | null = null;
    for (let pin = 0; pin < ANGLES; pin += STRIDE) {
      if (sides[pin] !== side) continue;
      const pinned: Touching['range'] = (t) => (t === pin ? [limit[t]! - TOUCH, limit[t]!] : before(t));
      const found = bestOutline(polar, { range: pinned, stiff: STIFF });
      if (found && (!next || found.cost < next.outline.cost)) next = { outline: found, range: pinned };
    }
    if (next) best = next;
  }
  return best;
}

/** The cells of an ellipse in the box that touches its sides, tilted towards one diagonal or the other. */
function ovalIn(radii: Float32Array, box: Box, tilt: number): Uint16Array {
  return Uint16Array.from({ length: ANGLES }, (_, t) => {
    const { cos, sin } = direction(t);
    const u = (2 * cos) / (box.x2 - box.x1);
    const v = (2 * sin) / (box.y2 - box.y1);
    return cellAt(radii, Math.sqrt((1 - tilt * tilt) / (u * u - 2 * tilt * u * v + v * v)));
  });
}
