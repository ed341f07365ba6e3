/**
 * Pictures of the states of the history, drawn once each when they come into sight: what the canvas showed then, laid
 * from the previews of its layers as the canvas itself lays them.
 */
import { canvasSize } from '../../src-main/contract/stack.ts';
import type { PastCanvas } from '../../src-main/contract/document.ts';
import type { Studio } from '../../src-main/contract/studio.ts';
import { loadImage } from '../canvas/pictures.ts';
import { drawBundles, maskedImage, sheetOf } from '../canvas/stack/draw.ts';
import { sceneOf } from '../canvas/stack/scene.ts';
import { thumbOf } from '../state/select.ts';

/** Twice the size that they are shown at, for fine screens. */
const BOX = { width: 96, height: 72 };
/** Pictures that are kept; the ones drawn longest ago go first. */
const KEPT = 300;

/** Addresses of pictures by project, entry and when that was: its picture never changes. `null`: there was nothing. */
const known = new Map<string, string | null>();
let last: Promise<unknown> = Promise.resolve();

/** The address of an entry's picture if it was drawn before; `undefined`: it wasn't. */
export const drawnAt = (key: string): string | null | undefined => known.get(key);

/** Draws an entry's picture; one after the other, so that a long history doesn't hold the page up. */
export function drawAt(studio: Studio, key: string, entry: number): Promise<string | null> {
  const picture = last.then(async () => {
    const before = drawnAt(key);
    if (before !== undefined) return before;
    const past = await studio.project.shownAt({ entry });
    const url = past.ok && past.value ? await draw(studio, past.value) : null;
    known.set(key, url);
    if (known.size > KEPT) forgetOldest();
    return url;
  });
  last = picture.catch(() => undefined);
  return picture;
}

function forgetOldest(): void {
  const [key, url] = known.entries().next().value!;
  known.delete(key);
  if (url) URL.revokeObjectURL(url);
}

async function draw(studio: Studio, past: PastCanvas): Promise<string | null> {
  const { canvas, media } = past;
  if (canvas.kind !== 'image') {
    const thumb = thumbOf(media.find((m) => m.hash === canvas.source));
    if (!thumb) return null;
    const image = await loadImage(studio.mediaUrl(thumb));
    const fit = scaleFor({ width: image.naturalWidth, height: image.naturalHeight });
    const sheet = sheetOf(image.naturalWidth * fit, image.naturalHeight * fit);
    sheet.getContext('2d')!.drawImage(image, 0, 0, sheet.width, sheet.height);
    return addressOf(sheet);
  }
  const size = canvasSize(past, canvas);
  const scale = scaleFor(size);
  const sheet = sheetOf(size.width * scale, size.height * scale);
  const scene = sceneOf(past, canvas, null, { url: studio.mediaUrl, onError: () => undefined });
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

const scaleFor = ({ width, height }: { width: number; height: number }): number =>
  Math.min(1, BOX.width / width, BOX.height / height);

const addressOf = (sheet: HTMLCanvasElement): Promise<string | null> =>
  new Promise((resolve) => sheet.toBlob((blob) => resolve(blob && URL.createObjectURL(blob)), 'image/png'));
