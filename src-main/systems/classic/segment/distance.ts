/** Distances on the pixel grid. */

/** Pixels [x1, x2) × [y1, y2). */
export interface Frame {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** The frame around what is set in a mask, `margin` wider on all sides as far as the picture goes; `null`: nothing is. */
export function frameOf(
  mask: Uint8Array,
  width: number,
  height: number,
  margin: (area: number) => number,
): (Frame & { area: number }) | null {
  let x1 = width;
  let x2 = 0;
  let y1 = height;
  let y2 = 0;
  let area = 0;
  for (let y = 0, i = 0; y < height; y++) {
    const before = area;
    for (let x = 0; x < width; x++, i++) {
      if (!mask[i]) continue;
      area++;
      if (x < x1) x1 = x;
      if (x >= x2) x2 = x + 1;
    }
    if (area === before) continue;
    if (y < y1) y1 = y;
    y2 = y + 1;
  }
  if (area === 0) return null;
  const m = Math.ceil(margin(area));
  return {
    area,
    x1: Math.max(0, x1 - m),
    y1: Math.max(0, y1 - m),
    x2: Math.min(width, x2 + m),
    y2: Math.min(height, y2 + m),
  };
}

/**
 * Positive inside a mask, negative outside, in pixels from its outline (half a pixel at the pixels beside it), within
 * 8 percent of Euclid's (chamfer 3-4, Borgefors 1986); ±Infinity when there is no outline. Of the pixels in `frame`,
 * row by row; right there when the frame holds all that is inside and the pixels beside it.
 */
export function signedDistance(
  mask: Uint8Array,
  width: number,
  height: number,
  frame: Frame = { x1: 0, y1: 0, x2: width, y2: height },
): Float32Array {
  const w = frame.x2 - frame.x1;
  const h = frame.y2 - frame.y1;
  // a rim that is never near anything saves a look at every pixel's place
  const stride = w + 2;
  const distance = new Float32Array(stride * (h + 2)).fill(Infinity);
  const side = new Uint8Array(stride * (h + 2)).fill(2);
  for (let y = 0; y < h; y++) {
    const from = (frame.y1 + y) * width + frame.x1;
    side.set(mask.subarray(from, from + w), (y + 1) * stride + 1);
  }
  for (let y = 1; y <= h; y++) sweep(distance, side, stride, y * stride + 1, y * stride + w + 1, 1);
  for (let y = h; y >= 1; y--) sweep(distance, side, stride, y * stride + w, y * stride, -1);
  const out = new Float32Array(w * h);
  for (let y = 0, i = 0; y < h; y++) {
    for (let o = (y + 1) * stride + 1; i < (y + 1) * w; i++, o++)
      out[i] = side[o] ? distance[o]! - 0.5 : 0.5 - distance[o]!;
  }
  return out;
}

/** Distance of each pixel to the nearest pixel that is set, as above; 0 for those, Infinity when none is. */
export const distanceTo = (set: Uint8Array, width: number, height: number): Float32Array =>
  signedDistance(set, width, height).map((d) => (d > 0 ? 0 : 0.5 - d));

/** One row of the chamfer, forwards (`step` 1) or backwards (-1): the way to the other side over known neighbours. */
function sweep(
  distance: Float32Array,
  side: Uint8Array,
  stride: number,
  from: number,
  to: number,
  step: 1 | -1,
): void {
  const above = -step * stride;
  for (let i = from; i !== to; i += step) {
    const mine = side[i]!;
    const other = 1 - mine;
    let v = distance[i]!;
    const a = (side[i - step] === other ? 0 : distance[i - step]!) + 1;
    const b = (side[i + above] === other ? 0 : distance[i + above]!) + 1;
    const c = (side[i + above - 1] === other ? 0 : distance[i + above - 1]!) + 4 / 3;
    const d = (side[i + above + 1] === other ? 0 : distance[i + above + 1]!) + 4 / 3;
    if (a < v) v = a;
    if (b < v) v = b;
    if (c < v) v = c;
    if (d < v) v = d;
    distance[i] = v;
  }
}

/** Numbers the connected parts (four neighbours) of the pixels equal to `value`: 1, 2 …; 0 for the others. */
export function components(
  mask: Uint8Array,
  width: number,
  height: number,
  value: number,
): { labels: Int32Array; sizes: number[] } {
  const labels = new Int32Array(width * height);
  const sizes = [0];
  const stack: number[] = [];
  for (let start = 0; start < mask.length; start++) {
    if (labels[start] || mask[start] !== value) continue;
    const label = sizes.length;
    let size = 0;
    labels[start] = label;
    stack.push(start);
    while (stack.length) {
      const i = stack.pop()!;
      size++;
      const x = i % width;
      const visit = (j: number): void => {
        if (labels[j] || mask[j] !== value) return;
        labels[j] = label;
        stack.push(j);
      };
      if (x > 0) visit(i - 1);
      if (x + 1 < width) visit(i + 1);
      if (i >= width) visit(i - width);
      if (i + width < mask.length) visit(i + width);
    }
    sizes.push(size);
  }
  return { labels, sizes };
}

/**
 * Removes parts smaller than `share` of the whole mask that hold no `keep` pixel, and fills holes smaller than
 * `share` of it. Changes the mask.
 */
export function tidy(
  mask: Uint8Array,
  width: number,
  height: number,
  share: number,
  keep: readonly number[],
): void {
  const inside = components(mask, width, height, 1);
  const area = inside.sizes.reduce((a, b) => a + b, 0);
  const kept = new Set(keep.map((i) => inside.labels[i]!));
  for (let i = 0; i < mask.length; i++) {
    const label = inside.labels[i]!;
    if (label && inside.sizes[label]! < share * area && !kept.has(label)) mask[i] = 0;
  }
  const outside = components(mask, width, height, 0);
  const open = new Set<number>();
  for (let x = 0; x < width; x++) open.add(outside.labels[x]!).add(outside.labels[(height - 1) * width + x]!);
  for (let y = 0; y < height; y++)
    open.add(outside.labels[y * width]!).add(outside.labels[y * width + width - 1]!);
  for (let i = 0; i < mask.length; i++) {
    const label = outside.labels[i]!;
    if (label && outside.sizes[label]! < share * area && !open.has(label)) mask[i] = 1;
  }
}
