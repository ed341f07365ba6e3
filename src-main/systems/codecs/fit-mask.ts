/** A mask that was made elsewhere, as large as the picture that it is meant for. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import type { TaskInput } from '../../contract/index.ts';
import { decodeMask } from '../../runtime/raster/decode.ts';
import { writeMask } from '../../runtime/raster/encode.ts';
import { blankMask, type Mask } from '../../runtime/raster/raster.ts';
import sharp from '../../runtime/raster/sharp.ts';
import { partOf, type Work } from '../../runtime/work.ts';
import { blend, drawPolygon } from '../classic/segment/shapes.ts';
import { readCoco } from './coco.ts';
import type * as declared from './index.ts';
import { empty, refuse } from './refuse.ts';

interface Size {
  width: number;
  height: number;
}

export async function fitMask(
  { file, width, height, out }: TaskInput<typeof declared.fitMask>,
  work: Work,
): Promise<z.input<(typeof declared.fitMask)['output']>> {
  const size = { width, height };
  const bytes = await readFile(file.path, { signal: work.signal });
  if (!bytes.length) throw empty();
  const isJson = /^\s*[[{]/.test(bytes.toString('utf8', 0, 64).replace(/^\ufeff/, ''));
  const mask = isJson
    ? await fromCoco(bytes.toString('utf8').replace(/^\ufeff/, ''), size, work)
    : await fitted(await decodeMask(file.path, { signal: work.signal }), size);
  work.progress(3, 4);
  const path = join(out, 'mask.png');
  await writeMask(mask, path);
  work.progress(4, 4);
  return { path };
}

async function fromCoco(text: string, size: Size, work: Work): Promise<Mask> {
  const { width, height, planes, polygons } = readCoco(text);
  checkShape({ width, height }, size);
  const mask = blankMask(size.width, size.height);
  for (const plane of planes) blend(mask, await fitted(plane, size), '+');
  for (const polygon of polygons) {
    const points = polygon.map(([x, y]): [number, number] => [x / width, y / height]);
    blend(mask, await drawPolygon(points, size.width, size.height, partOf(work, 0, 0.5)), '+');
  }
  return mask;
}

/** @throws StudioError 'bad-input' where the shapes differ by more than rounding */
function checkShape(from: Size, to: Size): void {
  // Each side may have been rounded by a pixel when one was scaled to the other.
  const slack = 1 / Math.min(from.width, from.height) + 1 / Math.min(to.width, to.height);
  const ratio = (from.width * to.height) / (from.height * to.width);
  if (Math.abs(Math.log(ratio)) <= Math.max(0.005, slack)) return;
  throw refuse(
    `The mask is ${from.width} × ${from.height} pixels, the picture ${to.width} × ${to.height}: their shapes differ.`,
    'Use a mask that was made for this picture, at any scale, but not cropped.',
  );
}

async function fitted(mask: Mask, size: Size): Promise<Mask> {
  if (mask.width === size.width && mask.height === size.height) return mask;
  checkShape(mask, size);
  const { data } = await sharp(mask.data, {
    raw: { width: mask.width, height: mask.height, channels: 1 },
    limitInputPixels: false,
  })
    .resize({ ...size, fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ...size, data: new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength) };
}
