/** A mask as it is drawn: a tint and an outline, made once a mask. */
import type { SketchMask } from '../../src-main/contract/region.ts';
import { decodeRle } from '../../src-main/contract/rle.ts';
import { ink } from '../theme/theme.ts';
import { traceContours } from './contour.ts';
import { loadImage } from './pictures.ts';

export interface MaskDrawing {
  hash: string;
  /** The tint, `scale` times as large as the picture. */
  tint: HTMLCanvasElement;
  /** The outline in pixels of the tint. */
  outline: Path2D;
  /** The tint's pixels for one of the picture. */
  scale: number;
}

/** Masks are looked at through at most this many pixels on their longer side; edits use the full one. */
const LONGEST = 1280;
const TINT = 0.42;
const PREVIEW_TINT = 0.2;

const drawn = new Map<string, Promise<MaskDrawing>>();
const KEPT = 12;

/** Draws a mask of the store; the last few are kept. Rejects when it can't be loaded. */
export function drawMask(hash: string, url: string): Promise<MaskDrawing> {
  const known = drawn.get(hash);
  if (known) return known;
  const promise = make(hash, url);
  drawn.set(hash, promise);
  promise.catch(() => drawn.delete(hash));
  for (const key of drawn.keys()) if (drawn.size > KEPT) drawn.delete(key);
  return promise;
}

async function make(hash: string, url: string): Promise<MaskDrawing> {
  const image = await loadImage(url);
  const scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
  const width = Math.max(1, Math.round(image.naturalWidth * scale));
  const height = Math.max(1, Math.round(image.naturalHeight * scale));
  const tint = document.createElement('canvas');
  tint.width = width;
  tint.height = height;
  const context = tint.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const inside = Uint8Array.from({ length: width * height }, (_, i) => data[4 * i]!);
  paintTint(context, inside, TINT);
  return { hash, tint, outline: pathOf(traceContours(inside, width, height)), scale };
}

/** What a click would select, lightly; `null` when the mask can't be read. */
export function drawPreview(mask: SketchMask): Pick<MaskDrawing, 'tint' | 'outline'> | null {
  const read = decodeRle(mask);
  if (!read.ok) return null;
  const { width, height, data } = read.value;
  const tint = document.createElement('canvas');
  tint.width = width;
  tint.height = height;
  paintTint(tint.getContext('2d')!, data, PREVIEW_TINT);
  return { tint, outline: roundedPathOf(traceContours(data, width, height)) };
}

function paintTint(context: CanvasRenderingContext2D, inside: Uint8Array, strength: number) {
  const { width, height } = context.canvas;
  const pixels = context.createImageData(width, height);
  const [r, g, b] = ink.accentRgb;
  for (let i = 0, p = 0; i < inside.length; i++, p += 4) {
    pixels.data[p] = r;
    pixels.data[p + 1] = g;
    pixels.data[p + 2] = b;
    pixels.data[p + 3] = inside[i]! * strength;
  }
  context.putImageData(pixels, 0, 0);
}

/** Through the middles of the loops' sides, round at their corners: a coarse mask's stairs don't show. */
function roundedPathOf(loops: Float32Array[]): Path2D {
  const path = new Path2D();
  for (const loop of loops) {
    const count = loop.length / 2;
    const x = (i: number) => loop[2 * (i % count)]!;
    const y = (i: number) => loop[2 * (i % count) + 1]!;
    path.moveTo((x(0) + x(1)) / 2, (y(0) + y(1)) / 2);
    for (let i = 1; i <= count; i++)
      path.quadraticCurveTo(x(i), y(i), (x(i) + x(i + 1)) / 2, (y(i) + y(i + 1)) / 2);
    path.closePath();
  }
  return path;
}

function pathOf(loops: Float32Array[]): Path2D {
  const path = new Path2D();
  for (const loop of loops) {
    path.moveTo(loop[0]!, loop[1]!);
    for (let i = 2; i < loop.length; i += 2) path.lineTo(loop[i]!, loop[i + 1]!);
    path.closePath();
  }
  return path;
}
