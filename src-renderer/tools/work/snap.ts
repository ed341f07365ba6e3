/** Things come to rest at the edges and middles of the canvas and of other layers. */
import type { Size, XY } from '../../canvas/view.ts';

export interface Guides {
  /** Where vertical and horizontal lines lie. */
  x: number[];
  y: number[];
}

interface Extent {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** How near (CSS pixels) something has to be. */
const REACH = 6;

export function extentOf(points: readonly XY[]): Extent {
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  return { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) };
}

/** The lines that a canvas and what lies on it offer. */
export function guidesOf(frame: Size, others: readonly Extent[]): Guides {
  const all = [{ x1: 0, y1: 0, x2: frame.width, y2: frame.height }, ...others];
  return {
    x: all.flatMap(({ x1, x2 }) => [x1, (x1 + x2) / 2, x2]),
    y: all.flatMap(({ y1, y2 }) => [y1, (y1 + y2) / 2, y2]),
  };
}

/** How far to go so that an edge or the middle of an extent comes to lie on a line; the lines that it then lies on. */
export function snap(extent: Extent, guides: Guides, px: number): { by: XY; lines: Guides } {
  const x = nearest([extent.x1, (extent.x1 + extent.x2) / 2, extent.x2], guides.x, px);
  const y = nearest([extent.y1, (extent.y1 + extent.y2) / 2, extent.y2], guides.y, px);
  return { by: { x: x.by, y: y.by }, lines: { x: x.lines, y: y.lines } };
}

function nearest(
  own: readonly number[],
  lines: readonly number[],
  px: number,
): { by: number; lines: number[] } {
  let by = 0;
  let best = REACH * px;
  for (const a of own)
    for (const line of lines)
      if (Math.abs(line - a) < best) {
        best = Math.abs(line - a);
        by = line - a;
      }
  if (best === REACH * px) return { by: 0, lines: [] };
  const met = lines.filter((line) => own.some((a) => Math.abs(a + by - line) < 0.01));
  return { by, lines: [...new Set(met)] };
}

/**
 * What is left to go so that a moved extent lies on whole pixels: it goes whole ways, and comes to rest at a line on its
 * pixels where it has whole ones. Anything between would be sampled anew, and softer for it.
 */
export function settle(before: Extent, after: Extent, lines: Guides): XY {
  const axis = (was: number, from: number, to: number, met: readonly number[]) => {
    if (!met.length) return Math.round(from - was) - (from - was);
    const whole = Math.abs(to - from - Math.round(to - from)) < 1e-6;
    return whole ? Math.floor(from + 1e-6) - from : 0;
  };
  return {
    x: axis(before.x1, after.x1, after.x2, lines.x),
    y: axis(before.y1, after.y1, after.y2, lines.y),
  };
}

export function drawGuides(
  context: CanvasRenderingContext2D,
  lines: Guides,
  frame: Size,
  px: number,
  colour: string,
) {
  context.beginPath();
  for (const x of lines.x) {
    context.moveTo(x, -frame.height);
    context.lineTo(x, 2 * frame.height);
  }
  for (const y of lines.y) {
    context.moveTo(-frame.width, y);
    context.lineTo(2 * frame.width, y);
  }
  context.lineWidth = px;
  context.strokeStyle = colour;
  context.stroke();
}
