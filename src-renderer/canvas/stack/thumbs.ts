/** Small pictures of what a canvas shows, laid from the previews of its layers as the canvas itself lays them. */
import type { PastCanvas } from '../../../src-main/contract/document.ts';
import { canvasSize } from '../../../src-main/contract/stack.ts';
import { thumbOf } from '../../state/select.ts';
import { loadImage } from '../pictures.ts';
import { drawBundles, maskedImage, sheetOf } from './draw.ts';
import { sceneOf } from './scene.ts';

type Url = (hash: string) => string;
interface Box {
  width: number;
  height: number;
}

/** Pictures that were drawn, by what they show; the ones drawn longest ago go first. */
export class Thumbs {
  readonly #kept: number;
  /** Their addresses; `null`: there was nothing to draw. */
  readonly #known = new Map<string, string | null>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(kept: number) {
    this.#kept = kept;
  }

  /** The address of a picture if it was drawn before; `undefined`: it wasn't. */
  known(key: string): string | null | undefined {
    return this.#known.get(key);
  }

  /** Draws a picture; one after the other, so that many of them don't hold the page up. */
  draw(key: string, make: () => Promise<string | null>): Promise<string | null> {
    const picture = this.#last.then(async () => {
      const before = this.#known.get(key);
      if (before !== undefined) return before;
      const url = await make();
      this.#known.set(key, url);
      if (this.#known.size > this.#kept) this.#forgetOldest();
      return url;
    });
    this.#last = picture.catch(() => undefined);
    return picture;
  }

  #forgetOldest(): void {
    const [key, url] = this.#known.entries().next().value!;
    this.#known.delete(key);
    if (url) URL.revokeObjectURL(url);
  }
}

/** The address of a picture of a canvas that fits into `box` (pixels); `null`: it has none. */
export async function drawThumb(past: PastCanvas, box: Box, url: Url): Promise<string | null> {
  const { canvas, media } = past;
  const scaleFor = ({ width, height }: Box) => Math.min(1, box.width / width, box.height / height);
  if (canvas.kind !== 'image') {
    const thumb = thumbOf(media.find((m) => m.hash === canvas.source));
    if (!thumb) return null;
    const image = await loadImage(url(thumb));
    const fit = scaleFor({ width: image.naturalWidth, height: image.naturalHeight });
    const sheet = sheetOf(image.naturalWidth * fit, image.naturalHeight * fit);
    sheet.getContext('2d')!.drawImage(image, 0, 0, sheet.width, sheet.height);
    return addressOf(sheet);
  }
  const size = canvasSize(past, canvas);
  const scale = scaleFor(size);
  const sheet = sheetOf(size.width * scale, size.height * scale);
  const scene = sceneOf(past, canvas, null, { url, onError: () => undefined });
  const bundles = await Promise.all(
    scene.bundles.map(async ({ layers, ...group }) => ({
      ...group,
      layers: await Promise.all(
        layers.map(async ({ source, ...layer }) => {
          const [image, mask] = await Promise.all([
            loadImage(source.first),
            source.mask && loadImage(source.mask),
          ]);
          return { ...layer, image: mask ? maskedImage(image, mask, source.exact) : image };
        }),
      ),
    })),
  );
  drawBundles(sheet.getContext('2d')!, bundles, [scale, 0, 0, scale, 0, 0]);
  return addressOf(sheet);
}

const addressOf = (sheet: HTMLCanvasElement): Promise<string | null> =>
  new Promise((resolve) => sheet.toBlob((blob) => resolve(blob && URL.createObjectURL(blob)), 'image/png'));
