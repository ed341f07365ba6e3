/** The arithmetic of placements: where a layer's pixels lie on its canvas. Both sides compute with it. */
import type { Placement } from './layers.ts';

export interface Extent {
  width: number;
  height: number;
}

/** (x, y) goes to (ax + cy + e, bx + dy + f): the order of canvas' `setTransform`. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Affine = [1, 0, 0, 1, 0, 0];

/** First `before`, then `after`. */
export function chained(before: Affine, after: Affine): Affine {
  const [a, b, c, d, e, f] = before;
  const [A, B, C, D, E, F] = after;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
}

/** The way back; the map must not be flat. */
export function undoing([a, b, c, d, e, f]: Affine): Affine {
  const det = a * d - b * c;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

export const applied = ([a, b, c, d, e, f]: Affine, x: number, y: number): { x: number; y: number } => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

/** From a layer's own pixels to the canvas'. Quarter turns are exact. */
export function affineOf(at: Placement | null, own: Extent, frame: Extent): Affine {
  if (!at) return [frame.width / own.width, 0, 0, frame.height / own.height, 0, 0];
  const radians = (at.degrees * Math.PI) / 180;
  const quarter = at.degrees % 90 === 0;
  const cos = quarter ? Math.round(Math.cos(radians)) : Math.cos(radians);
  const sin = quarter ? Math.round(Math.sin(radians)) : Math.sin(radians);
  const a = cos * at.scaleX;
  const b = sin * at.scaleX;
  const c = 0 - sin * at.scaleY; // never -0
  const d = cos * at.scaleY;
  return [
    a,
    b,
    c,
    d,
    at.x - (a * own.width + c * own.height) / 2,
    at.y - (b * own.width + d * own.height) / 2,
  ];
}

/** The placement of a map; what it shears is left out. */
export function placementOf(map: Affine, own: Extent): Placement {
  const [a, b, c, d] = map;
  const { x, y } = applied(map, own.width / 2, own.height / 2);
  const scaleX = Math.hypot(a, b) || 1e-4;
  const scaleY = (a * d - b * c) / scaleX || 1e-4;
  return { x, y, scaleX, scaleY, degrees: (Math.atan2(b, a) * 180) / Math.PI };
}

/**
 * In the middle at its own size, smaller where it wouldn't fit; its top left on a pixel's corner, so that at its own
 * size nothing of it is sampled anew.
 */
export function centredPlacement(own: Extent, frame: Extent): Placement {
  const scale = Math.min(1, frame.width / own.width, frame.height / own.height);
  const middle = (length: number, room: number) => Math.floor((room - length) / 2) + length / 2;
  return {
    x: middle(own.width * scale, frame.width),
    y: middle(own.height * scale, frame.height),
    scaleX: scale,
    scaleY: scale,
    degrees: 0,
  };
}

/** The corners of a layer on its canvas, clockwise from its own top left. */
export const cornersOf = (map: Affine, { width, height }: Extent) =>
  (
    [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ] as const
  ).map(([x, y]) => applied(map, x, y));

/** Whether a map leaves every pixel where it is. */
export const isIdentity = (map: Affine): boolean => map.every((v, i) => Math.abs(v - identity[i]!) < 1e-9);
