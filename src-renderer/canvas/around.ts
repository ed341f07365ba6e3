export interface UnitBox {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/**
 * A square (in pixels) of the picture around a box, with some air, inside the picture where it fits.
 * Everything in 0..1; `aspect` is the picture's width over its height.
 */
export function cropAround(box: UnitBox, aspect: number, air = 0.35) {
  // In units of the picture's height, so that a square is a square.
  const width = (box.x2 - box.x1) * aspect;
  const height = box.y2 - box.y1;
  const side = Math.min(Math.max(width, height, 0.12) * (1 + air), aspect, 1);
  const place = (middle: number, size: number, whole: number) =>
    Math.min(Math.max(middle - size / 2, 0), whole - size);
  const x = place(((box.x1 + box.x2) / 2) * aspect, side, aspect);
  const y = place((box.y1 + box.y2) / 2, side, 1);
  return { x: x / aspect, y, width: side / aspect, height: side };
}
