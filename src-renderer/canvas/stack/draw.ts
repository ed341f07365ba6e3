/**
 * Layers over each other on a 2D canvas: the same picture as an export, at the size of what is given. A canvas usually
 * keeps colours times alpha in 8 bits; one of half floats keeps faint colours, too (see `isSteep`).
 */
import type { BlendMode, GroupBlend } from '../../../src-main/contract/layers.ts';
import { chained, type Affine, type Extent } from '../../../src-main/contract/placing.ts';

export interface DrawnLayer {
  /** With its mask in its alpha. */
  image: HTMLImageElement | HTMLCanvasElement;
  /** What the picture has in its own pixels, however many `image` has. */
  size: Extent;
  map: Affine;
  opacity: number;
  blend: BlendMode;
}

export interface DrawnBundle {
  opacity: number;
  blend: GroupBlend;
  layers: readonly DrawnLayer[];
}

/** Lays bundles from the lowest to the topmost; `base` leads from the canvas' pixels to the context's. */
export function drawBundles(
  context: CanvasRenderingContext2D,
  bundles: readonly DrawnBundle[],
  base: Affine,
  smooth = true,
) {
  for (const { opacity, blend, layers } of bundles) {
    if (!layers.length || opacity === 0) continue;
    if (blend === 'pass-through') {
      const before = opacity < 1 ? copyOf(context) : null;
      for (const layer of layers) drawLayer(context, layer, base, smooth);
      if (before) fade(context, before, opacity);
      continue;
    }
    const together = contextLike(context);
    for (const layer of layers) drawLayer(together, layer, base, smooth);
    context.save();
    context.resetTransform();
    context.globalAlpha = opacity;
    context.globalCompositeOperation = operationOf(blend);
    context.drawImage(together.canvas, 0, 0);
    context.restore();
  }
}

/**
 * Modes that make much of a difference that is rounded away where colours times alpha are kept in 8 bits: where they
 * meet half transparent pixels, only half floats are right.
 */
const steep: ReadonlySet<GroupBlend> = new Set(['color-dodge', 'color-burn', 'hue', 'saturation']);
export const isSteep = (
  bundles: readonly { blend: GroupBlend; layers: readonly { blend: BlendMode }[] }[],
): boolean =>
  bundles.some(({ blend, layers }) => steep.has(blend) || layers.some((layer) => steep.has(layer.blend)));

const operationOf = (blend: BlendMode): GlobalCompositeOperation =>
  blend === 'normal' ? 'source-over' : blend;

/** From this enlargement on (device pixels to one of a picture) pixels are shown as squares. */
export const SQUARES_FROM = 2;

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
  context.globalCompositeOperation = operationOf(blend);
  context.imageSmoothingEnabled = smooth;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, size.width, size.height);
  context.restore();
}

/** What has been drawn since `before`, by `opacity` only: the sum of both, weighed and premultiplied. */
function fade(context: CanvasRenderingContext2D, before: HTMLCanvasElement, opacity: number) {
  const after = copyOf(context);
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

/** How many pixels a drawn picture is wide. */
export const widthOf = (image: DrawnLayer['image']): number =>
  image instanceof HTMLImageElement ? image.naturalWidth : image.width;

export function sheetOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return canvas;
}

/** A blank context of a size. `exact`: of half floats, where the browser has them. */
export function contextOf(width: number, height: number, exact: boolean): CanvasRenderingContext2D {
  const settings = { colorType: exact ? 'float16' : 'unorm8' };
  return sheetOf(width, height).getContext('2d', settings as CanvasRenderingContext2DSettings)!;
}

function contextLike(context: CanvasRenderingContext2D): CanvasRenderingContext2D {
  const { colorType } = context.getContextAttributes() as { colorType?: string };
  return contextOf(context.canvas.width, context.canvas.height, colorType === 'float16');
}

function copyOf(context: CanvasRenderingContext2D): HTMLCanvasElement {
  const copy = contextLike(context);
  copy.drawImage(context.canvas, 0, 0);
  return copy.canvas;
}

/** A picture with a mask (its luma: white is inside) in its alpha, as large as the picture is drawn. */
export function maskedImage(
  image: HTMLImageElement,
  mask: HTMLImageElement,
  exact: boolean,
): HTMLCanvasElement {
  const { naturalWidth: width, naturalHeight: height } = image;
  const alpha = sheetOf(width, height);
  const context = alpha.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(mask, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  for (let i = 0; i < pixels.data.length; i += 4) pixels.data[i + 3] = pixels.data[i]!;
  context.putImageData(pixels, 0, 0);
  const made = exact ? contextOf(width, height, true) : context;
  if (exact) made.drawImage(alpha, 0, 0);
  made.globalCompositeOperation = 'source-in';
  made.drawImage(image, 0, 0);
  return made.canvas;
}
