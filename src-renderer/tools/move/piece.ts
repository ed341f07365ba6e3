/** What is selected, cut out of its layer for looking at while it is moved. */
import { chained } from '../../../src-main/contract/placing.ts';
import { loadImage } from '../../canvas/pictures.ts';
import { sheetOf } from '../../canvas/stack/draw.ts';
import type { Stage } from '../../canvas/stage.ts';
import { studio } from '../../transport/studio.ts';

export interface Piece {
  image: HTMLCanvasElement;
  /** Where it lies, in pixels of the canvas. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** At most this many pixels on its longer side. */
const LONGEST = 1024;

/** `null` when a picture can't be loaded. `bounds`: in 0..1 of the canvas. */
export async function pieceOf(
  stage: Stage,
  layer: string,
  mask: string,
  bounds: { x1: number; y1: number; x2: number; y2: number },
): Promise<Piece | null> {
  const alpha = await loadImage(studio().mediaUrl(mask)).catch(() => null);
  const found = stage.stack.imageOf(layer);
  if (!found || !alpha) return null;
  const { width: w, height: h } = stage.picture;
  const [x, y] = [bounds.x1 * w, bounds.y1 * h];
  const [width, height] = [(bounds.x2 - bounds.x1) * w, (bounds.y2 - bounds.y1) * h];
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const sheet = sheetOf(width * scale, height * scale);
  const context = sheet.getContext('2d', { willReadFrequently: true })!;
  context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
  context.drawImage(alpha, 0, 0, w, h);
  const pixels = context.getImageData(0, 0, sheet.width, sheet.height);
  for (let i = 0; i < pixels.data.length; i += 4) pixels.data[i + 3] = pixels.data[i]!;
  context.putImageData(pixels, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.setTransform(...chained(found.layer.map, [scale, 0, 0, scale, -x * scale, -y * scale]));
  context.drawImage(found.image, 0, 0, found.layer.size.width, found.layer.size.height);
  return { image: sheet, x, y, width, height };
}
