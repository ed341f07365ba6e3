/** Pictures for the canvas: a preview at once, the whole file when its pixels would show. */
import type { Media } from '../../src-main/contract/media.ts';

/** What Chromium can draw; the rest is shown by its preview at any zoom. */
const drawable: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/avif']);

export function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.decoding = 'async';
    image.addEventListener('load', () => {
      // A picture that decodes later would stall the first frame that draws it.
      image.decode().then(
        () => resolve(image),
        () => resolve(image),
      );
    });
    image.addEventListener('error', () => reject(new Error(`not shown: ${url.split('?')[0]}`)));
    image.src = url;
  });
}

/** Previews have at most this many pixels on their longer side. */
const PREVIEW = 2048;

/**
 * The hash of what to draw first, and of the full picture if it is worth loading later. A preview is not the picture,
 * also where it has as many pixels: it is packed with loss.
 */
export function sourcesOf(media: Media): { first: string; full: string | null } {
  const small = Math.max(media.width ?? Infinity, media.height ?? Infinity) <= PREVIEW;
  if (!media.preview || (small && drawable.has(media.type))) return { first: media.hash, full: null };
  return { first: media.preview, full: drawable.has(media.type) ? media.hash : null };
}

/** Whether one pixel of the drawn picture covers more than one device pixel. */
export const needsFull = (drawnWidth: number, sceneWidth: number, scale: number, ratio: number): boolean =>
  drawnWidth < sceneWidth && (scale * ratio * sceneWidth) / drawnWidth > 1.02;
