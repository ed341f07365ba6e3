/**
 * Where the picture lies on screen. Scene coordinates are pixels of the upright picture at full resolution;
 * screen coordinates are CSS pixels from the canvas' top left: `screen = scene * scale + (x, y)`.
 */
export interface XY {
  x: number;
  y: number;
}
export interface Size {
  width: number;
  height: number;
}
export interface View extends XY {
  scale: number;
}

export const MAX_SCALE = 32;
const MOST_ENLARGED = 2;
/** CSS pixels kept free around a fitted picture: the tools lie at the left, zoom at the bottom. */
const ROOM = { left: 72, right: 24, top: 24, bottom: 64 };

/** The whole picture in the middle of the free room; small ones grow, but not beyond 200 %. */
export function fit(picture: Size, screen: Size, room = ROOM): View {
  const free = {
    width: Math.max(64, screen.width - room.left - room.right),
    height: Math.max(64, screen.height - room.top - room.bottom),
  };
  const scale = Math.min(free.width / picture.width, free.height / picture.height, MOST_ENLARGED);
  const { x, y } = centred(picture, free, scale);
  return { scale, x: x + room.left, y: y + room.top };
}

/** The picture's middle in the screen's middle at a scale. */
export function centred(picture: Size, screen: Size, scale: number): View {
  return {
    scale,
    x: (screen.width - picture.width * scale) / 2,
    y: (screen.height - picture.height * scale) / 2,
  };
}

/** Zooms by a factor so that the scene point under `at` (screen) stays there. */
export function zoomAt(view: View, at: XY, factor: number, minScale: number): View {
  const scale = Math.min(MAX_SCALE, Math.max(minScale, view.scale * factor));
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

/** Moves the picture by screen pixels, and keeps a part of it in sight. */
export function pan(view: View, by: XY, picture: Size, screen: Size, keep = 48): View {
  const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  return {
    scale: view.scale,
    x: clamp(view.x + by.x, keep - picture.width * view.scale, screen.width - keep),
    y: clamp(view.y + by.y, keep - picture.height * view.scale, screen.height - keep),
  };
}

/**
 * The view with its corner on a device pixel: at one device pixel a picture pixel (and at whole multiples of it) every
 * pixel is then shown as it is.
 */
export function onDevice({ scale, x, y }: View, ratio: number): View {
  const whole = (value: number) => Math.round(value * ratio) / ratio;
  return { scale, x: whole(x), y: whole(y) };
}

export const toScene = (view: View, at: XY): XY => ({
  x: (at.x - view.x) / view.scale,
  y: (at.y - view.y) / view.scale,
});

export const toScreen = (view: View, at: XY): XY => ({
  x: at.x * view.scale + view.x,
  y: at.y * view.scale + view.y,
});

/** Screen to the picture's own 0..1; outside the picture the numbers lie outside 0..1. */
export function toUnit(view: View, at: XY, picture: Size): XY {
  const scene = toScene(view, at);
  return { x: scene.x / picture.width, y: scene.y / picture.height };
}

export const clampUnit = ({ x, y }: XY): XY => ({
  x: Math.min(1, Math.max(0, x)),
  y: Math.min(1, Math.max(0, y)),
});

export const inside = ({ x, y }: XY): boolean => x >= 0 && x <= 1 && y >= 0 && y <= 1;
