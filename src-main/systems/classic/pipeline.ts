/** What the classic engine does in a host: files in, files out. */
import { join } from 'node:path';
import type * as z from 'zod';
import { collect } from '../../runtime/collect.ts';
import { encodeRle } from '../../contract/rle.ts';
import { sketchMask, type FileRef, type Task, type TaskInput } from '../../contract/index.ts';
import { cachedImage, makeCache } from '../../runtime/raster/cache.ts';
import { decodeMask } from '../../runtime/raster/decode.ts';
import { writeMask, writePng } from '../../runtime/raster/encode.ts';
import { boundsOf, type Mask, type Raster } from '../../runtime/raster/raster.ts';
import { cachedShrunk, shrinkMask } from '../../runtime/raster/shrink.ts';
import { partOf, type Work } from '../../runtime/work.ts';
import { applyEdit } from './edits/index.ts';
import { carry, edit, movement, prepare, preview, segment, type HostPart } from './index.ts';
import { carryMask, geometryOf } from './shape/carry.ts';
import { SURE } from './segment/finding.ts';
import {
  isNamed,
  looksFor,
  prepareSegmentation,
  previewClick,
  segmentNamed,
  segmentRegion,
  type Prepared,
  type SegmentPart,
} from './segment/index.ts';

type Pipeline<T extends Task> = (input: TaskInput<T>, work: Work) => Promise<z.input<T['output']>>;

/** Photos that clicks can be expected on. Few: each is a set of planes at working size. */
const prepared = makeCache<Prepared>(4, () => 1);

const underWay = new Map<string, Promise<Prepared>>();

/** The photo's features for segmentation, kept by the file's key. */
async function preparedFor(file: FileRef, image: Raster, work: Work): Promise<Prepared> {
  const { key } = file;
  if (key === undefined) return prepareSegmentation(image, work);
  // A click may come while the photo is still being prepared; if that work was cancelled, it is done here.
  for (let other = underWay.get(key); other; other = underWay.get(key)) await Promise.allSettled([other]);
  const known = prepared.get(key);
  if (known) return known;
  const making = prepareSegmentation(image, work).finally(() => underWay.delete(key));
  underWay.set(key, making);
  const made = await making;
  prepared.set(key, made);
  return made;
}

const runPrepare: Pipeline<typeof prepare> = async ({ image: file }, work) => {
  const image = await cachedImage(file, work);
  await preparedFor(file, image, work);
  return {};
};

const runPreview: Pipeline<typeof preview> = async ({ image: file, at, settled }, work) => {
  // the photo itself isn't needed: reading it would take longer than the answer may
  const known = file.key === undefined ? undefined : prepared.get(file.key);
  const features = known ?? (await preparedFor(file, await cachedImage(file, work), work));
  const found = await previewClick(features, at, settled, work);
  const mask = sketchMask.safeParse(encodeRle(found));
  return { mask: found.data.includes(255) && mask.success ? mask.data : null };
};

const runSegment: Pipeline<typeof segment> = async ({ image: file, parts, inverted, refine, out }, work) => {
  const image = await cachedImage(file, work);
  const prepare = partOf(work, 0, 0.6);
  const features = parts.some(looksFor) ? await preparedFor(file, image, prepare) : null;
  const decoded = await Promise.all(parts.map((p) => withMask(p, work)));
  const rest = partOf(work, 0.6, 0.95);
  const [named] = decoded;
  if (features && decoded.length === 1 && isNamed(named!)) {
    const { mask, sure, others } = await segmentNamed(image, features, named, inverted, rest, refine);
    const more: Written[] = [];
    for (const [n, other] of others.entries())
      more.push(await written(other, join(out, `other-${n + 1}.png`), work));
    return {
      ...(await written(mask, join(out, MASK), work)),
      doubt: sure < SURE ? { sure, others: more } : null,
    };
  }
  const mask = await segmentRegion(image, features, decoded, inverted, rest, refine);
  return written(mask, join(out, MASK), work);
};

const MASK = 'mask.png';

type Written = z.input<typeof carry.output>;

/** A mask as a file, with its box and its share of the picture. */
async function written(mask: Mask, path: string, work: Work): Promise<Written> {
  const { width, height } = mask;
  await writeMask(mask, path);
  work.progress(1, 1);
  const box = boundsOf(mask);
  const bounds = box && {
    x1: box.x1 / width,
    y1: box.y1 / height,
    x2: box.x2 / width,
    y2: box.y2 / height,
  };
  let sum = 0;
  for (const alpha of mask.data) sum += alpha;
  return { path, width, height, bounds, area: Math.min(1, sum / (255 * width * height)) };
}

async function withMask(p: HostPart, work: Work): Promise<SegmentPart> {
  if (p.kind !== 'mask') return p;
  return { kind: 'mask', mask: await decodeMask(p.file.path, work), sign: p.sign };
}

const runEdit: Pipeline<typeof edit> = async (
  { image: file, mask: maskFile, edit: command, seed, source, photo, free, by, out },
  work,
) => {
  const image = await cachedShrunk(file, by, work);
  const maskOf = async ({ path }: FileRef) => shrinkMask(await decodeMask(path, work), image, work);
  const mask = maskFile && (await maskOf(maskFile));
  const more = {
    seed,
    free,
    source: source ? await maskOf(source) : null,
    photo: photo ? await cachedImage(photo, work) : null,
  };
  collect();
  const result = await applyEdit(image, mask, command, more, partOf(work, 0, 0.9));
  collect();
  const path = join(out, 'edited.png');
  await writePng(result, path);
  work.progress(1, 1);
  return { path };
};

const runCarry: Pipeline<typeof carry> = async ({ mask: file, image, at, edit: command, out }, work) => {
  const picture = await cachedImage(image, work);
  const mask = await decodeMask(file.path, work);
  const region = at && (await decodeMask(at.path, work));
  const carried = await carryMask(mask, picture, region, command, partOf(work, 0, 0.9));
  return written(carried, join(out, MASK), work);
};

const runMovement: Pipeline<typeof movement> = async ({ image, at, edit: command }, work) => {
  const picture = await cachedImage(image, work);
  const geometry = await geometryOf(picture, at && (await decodeMask(at.path, work)), command, work);
  if (!geometry) throw new Error(`${command.command} moves nothing`);
  return { ...geometry, back: [...geometry.back] };
};

/** By task name; the names are those of `index.ts`. */
export const classicPipelines = {
  [prepare.name]: runPrepare,
  [preview.name]: runPreview,
  [segment.name]: runSegment,
  [edit.name]: runEdit,
  [carry.name]: runCarry,
  [movement.name]: runMovement,
};
