/** The arithmetic of the crop frame. All in pixels of the canvas. */
import type { Size, XY } from '../../canvas/view.ts';
import type { CropBox } from './state.ts';

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The largest frame of the canvas' own aspect without blank corners once the picture is turned: what straightening leaves. */
export function roomOf({ width, height }: Size, degrees: number): CropBox {
  const [cos, sin] = [Math.abs(Math.cos(radians(degrees))), Math.abs(Math.sin(radians(degrees)))];
  const share = 1 / (cos + sin * Math.max(width / height, height / width));
  const [w, h] = [width * share, height * share];
  return { x1: (width - w) / 2, y1: (height - h) / 2, x2: (width + w) / 2, y2: (height + h) / 2 };
}

/** The largest box of an aspect in the middle of the room. */
export function shaped(room: CropBox, aspect: number): CropBox {
  const [w, h] = [room.x2 - room.x1, room.y2 - room.y1];
  const width = Math.min(w, h * aspect);
  const height = width / aspect;
  const [x, y] = [(room.x1 + room.x2) / 2, (room.y1 + room.y2) / 2];
  return { x1: x - width / 2, y1: y - height / 2, x2: x + width / 2, y2: y + height / 2 };
}

/** The frame moved into the room, smaller where it doesn't fit. */
export function within(box: CropBox, room: CropBox): CropBox {
  const scale = Math.min(1, (room.x2 - room.x1) / (box.x2 - box.x1), (room.y2 - room.y1) / (box.y2 - box.y1));
  const [w, h] = [(box.x2 - box.x1) * scale, (box.y2 - box.y1) * scale];
  const x1 = Math.min(room.x2 - w, Math.max(room.x1, (box.x1 + box.x2 - w) / 2));
  const y1 = Math.min(room.y2 - h, Math.max(room.y1, (box.y1 + box.y2 - h) / 2));
  return { x1, y1, x2: x1 + w, y2: y1 + h };
}

const LEAST = 4;

/** A frame after a side or a corner was dragged to a place; the opposite one stays. */
export function stretched(
  box: CropBox,
  side: { x: number; y: number },
  to: XY,
  aspect: number | null,
  room: CropBox,
): CropBox {
  const clamp = (v: number, low: number, high: number) => Math.min(high, Math.max(low, v));
  const next = { ...box };
  if (side.x < 0) next.x1 = clamp(to.x, room.x1, box.x2 - LEAST);
  if (side.x > 0) next.x2 = clamp(to.x, box.x1 + LEAST, room.x2);
  if (side.y < 0) next.y1 = clamp(to.y, room.y1, box.y2 - LEAST);
  if (side.y > 0) next.y2 = clamp(to.y, box.y1 + LEAST, room.y2);
  if (aspect === null) return next;
  // The side that is held decides; what has none grows about the middle.
  let width = next.x2 - next.x1;
  let height = next.y2 - next.y1;
  if (side.x && (!side.y || width / height > aspect)) height = width / aspect;
  else width = height * aspect;
  const most = (from: number, to_: number, sign: number, middle: number, low: number, high: number) =>
    sign < 0 ? to_ - low : sign > 0 ? high - from : 2 * Math.min(middle - low, high - middle);
  const middle = { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 };
  const fit = Math.min(
    1,
    most(box.x1, box.x2, side.x, middle.x, room.x1, room.x2) / width,
    most(box.y1, box.y2, side.y, middle.y, room.y1, room.y2) / height,
  );
  [width, height] = [width * fit, height * fit];
  const x1 = side.x < 0 ? box.x2 - width : side.x > 0 ? box.x1 : middle.x - width / 2;
  const y1 = side.y < 0 ? box.y2 - height : side.y > 0 ? box.y1 : middle.y - height / 2;
  return { x1, y1, x2: x1 + width, y2: y1 + height };
}

/** The frame's corners in the picture as it is, before it is turned; in 0..1, clockwise from the top left. */
export function cornersBefore(box: CropBox, { width, height }: Size, degrees: number): [number, number][] {
  const [cos, sin] = [Math.cos(radians(-degrees)), Math.sin(radians(-degrees))];
  const unit = (v: number) => Math.min(1, Math.max(0, v));
  return (
    [
      [box.x1, box.y1],
      [box.x2, box.y1],
      [box.x2, box.y2],
      [box.x1, box.y2],
    ] as const
  ).map(([x, y]) => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    return [
      unit((width / 2 + cos * dx - sin * dy) / width),
      unit((height / 2 + sin * dx + cos * dy) / height),
    ];
  });
}
