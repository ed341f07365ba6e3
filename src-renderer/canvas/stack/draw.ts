/** Layers over each other on a 2D canvas: the same picture as an export, at the size of what is given. */
import type { BlendMode } from '../../../src-main/contract/layers.ts';
import { chained, type Affine, type Extent } from '../../../src-main/contract/placing.ts';

export interface DrawnLayer {
  /** With its mask in its alpha. */
  image: CanvasImageSource;
  /** What the picture has in its own pixels, however many `image` has. */
  size: Extent;
  map: Affine;
  opacity: number;
  blend: BlendMode;
}

export interface DrawnBundle {
  opacity: number;
  layers: readonly DrawnLayer[];
}

/** Lays bundles from the lowest to the topmost; `base` leads from the canvas' pixels to the context's. */
export function drawBundles(
  context: CanvasRenderingContext2D,
  bundles: readonly DrawnBundle[],
  base: Affine,
  smooth = true,
) {
  for (const { opacity, layers } of bundles) {
    if (!layers.length || opacity === 0) continue;
    const before = opacity < 1 ? copyOf(context.canvas) : null;
    for (const layer of layers) drawLayer(context, layer, base, smooth);
    if (before) fade(context, before, opacity);
  }
}

export function drawLayer(
  context: CanvasRenderingContext2D,
  { image, size, map, opacity, blend }: DrawnLayer,
  base: Affine,
  smooth: boolean,
) {
  if (opacity === 0) return;
  context.save();
  context.setTransform(...chained(map, base));
  context.globalAlpha = opacity;
  context.globalCompositeOperation = blend === 'normal' ? 'source-over' : blend;
  context.imageSmoothingEnabled = smooth;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, size.width, size.height);
  context.restore();
}

/** What has been drawn since `before`, by `opacity` only: the sum of both, weighed and premultiplied. */
function fade(context: CanvasRenderingContext2D, before: HTMLCanvasElement, opacity: number) {
  const after = copyOf(context.canvas);
  context.save();
  context.resetTransform();
  context.globalCompositeOperation = 'copy';
  context.globalAlpha = 1 - opacity;
  context.drawImage(before, 0, 0);
  context.globalCompositeOperation = 'lighter';
  context.globalAlpha = opacity;
  context.drawImage(after, 0, 0);
  context.restore();
}

export function sheetOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return canvas;
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = sheetOf(canvas.width, canvas.height);
  copy.getContext('2d')!.drawImage(canvas, 0, 0);
  return copy;
}

/** A picture with a mask (its luma: white is inside) in its alpha, as large as the picture is drawn. */
export function maskedImage(image: HTMLImageElement, mask: HTMLImageElement): HTMLCanvasElement {
  const { naturalWidth: width, naturalHeight: height } = image;
  const alpha = sheetOf(width, height);
  const context = alpha.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(mask, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  for (let i = 0; i < pixels.data.length; i += 4) pixels.data[i + 3] = pixels.data[i]!;
  context.putImageData(pixels, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.drawImage(image, 0, 0);
  return alpha;
}
