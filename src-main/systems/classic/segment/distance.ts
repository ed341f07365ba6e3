/** Distances on the pixel grid. */

/**
 * Distance of each pixel to the nearest pixel that is set, in pixels (chamfer 3-4, within 8 percent of Euclid's);
 * Infinity when none is set.
 */
export function distanceTo(set: Uint8Array, width: number, height: number): Float32Array {
  // a rim of Infinity around the picture saves a look at every pixel's place
  const stride = width + 2;
  const d = new Float32Array(stride * (height + 2)).fill(Infinity);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width, o = (y + 1) * stride + 1; x < width; x++, i++, o++) if (set[i]) d[o] = 0;
  }
  sweep(d, stride, stride + 1, d.length - stride - 1, 1);
  sweep(d, stride, d.length - stride - 2, stride, -1);
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    out.set(d.subarray((y + 1) * stride + 1, (y + 1) * stride + 1 + width), y * width);
  return out;
}

/** One pass of the chamfer, forwards (`step` 1) or backwards (-1). */
function sweep(d: Float32Array, stride: number, from: number, to: number, step: 1 | -1): void {
  const across = 4 / 3;
  const above = -step * stride;
  for (let i = from; i !== to; i += step) {
    let v = d[i]!;
    if (v === 0) continue;
    const column = i % stride;
    if (column === 0 || column === stride - 1) continue;
    const a = d[i - step]! + 1;
    const b = d[i + above]! + 1;
    const c = d[i + above - 1]! + across;
    const e = d[i + above + 1]! + across;
    if (a < v) v = a;
    if (b < v) v = b;
    if (c < v) v = c;
    if (e < v) v = e;
    d[i] = v;
  }
}

/** Positive inside a mask, negative outside, in pixels from its outline (half a pixel at the pixels beside it). */
export function signedDistance(mask: Uint8Array, width: number, height: number): Float32Array {
  const out = distanceTo(mask, width, height);
  const inside = distanceTo(
    mask.map((v) => (v ? 0 : 1)),
    width,
    height,
  );
  for (let i = 0; i < out.length; i++) out[i] = mask[i] ? inside[i]! - 0.5 : 0.5 - out[i]!;
  return out;
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
