/** Telling a mask from a photo, before it is taken for one. */
import { sheetOf } from '../canvas/stack/draw.ts';
import type { Size } from '../canvas/view.ts';

/** Pixels that are looked at, on the longer side: a mask is flat enough to be known by a part of its pixels. */
const LOOKED_AT = 1024;
/** A soft edge has greys; of a mask nearly everything else is black or white. Levels of 255. */
const NEAR = 8;
const MOSTLY = 0.9;

/** The size that a PNG's header tells (PNG specification, 11.2.2), in pixels; `null`: it is no PNG. */
export function pngSize(head: Uint8Array): Size | null {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (head.length < 24 || signature.some((byte, i) => head[i] !== byte)) return null;
  const view = new DataView(head.buffer, head.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Whether RGBA pixels are those of a mask: grey, opaque, black and white but for soft edges, and both of them. */
export function looksLikeMask(rgba: Uint8ClampedArray): boolean {
  let [black, white] = [0, 0];
  for (let i = 0; i < rgba.length; i += 4) {
    const level = rgba[i]!;
    if (level !== rgba[i + 1] || level !== rgba[i + 2] || rgba[i + 3] !== 255) return false;
    if (level <= NEAR) black++;
    else if (level >= 255 - NEAR) white++;
  }
  return black > 0 && white > 0 && black + white >= (MOSTLY * rgba.length) / 4;
}

/** Whether a file is a black-and-white PNG of exactly this size. */
export async function isMaskOf(file: File, { width, height }: Size): Promise<boolean> {
  const size = pngSize(new Uint8Array(await file.slice(0, 24).arrayBuffer()));
  if (size?.width !== width || size.height !== height) return false;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return false;
  const scale = Math.min(1, LOOKED_AT / Math.max(width, height));
  const sheet = sheetOf(width * scale, height * scale);
  const context = sheet.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingEnabled = false; // what is between black and white is to be the mask's own
  context.drawImage(bitmap, 0, 0, sheet.width, sheet.height);
  bitmap.close();
  return looksLikeMask(context.getImageData(0, 0, sheet.width, sheet.height).data);
}

/** A mask as COCO JSON: never a photo. */
export const isJson = ({ name, type }: File): boolean => type === 'application/json' || /\.json$/i.test(name);
