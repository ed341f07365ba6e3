/** COCO JSON: run lengths by themselves, or a file of annotations as pycocotools reads them. */
import * as z from 'zod';
import { MAX_PIXELS, decodeRle, type MaskPlane } from '../../contract/rle.ts';
import { rle, unwrap } from '../../contract/index.ts';
import { refuse } from './refuse.ts';

const ring = z.array(z.number()).min(6);
const segmentation = z.union([rle, z.array(ring).min(1)]);
const annotation = z.looseObject({ image_id: z.unknown().optional(), segmentation });
const picture = z.looseObject({ id: z.unknown(), width: z.int().min(1), height: z.int().min(1) });
const dataset = z.looseObject({
  images: z.array(picture).optional(),
  annotations: z.array(annotation).min(1),
});

export type Polygon = [x: number, y: number][];
/** Masks are united; polygons are in pixels of `width` × `height`. */
export interface CocoMask {
  width: number;
  height: number;
  planes: MaskPlane[];
  polygons: Polygon[];
}

const hint =
  'Use run lengths, {"size":[height,width],"counts":…}, or a COCO file with images and annotations.';

/** @throws StudioError 'bad-input' with what is wrong */
export function readCoco(text: string): CocoMask {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refuse('This is no JSON.', hint);
  }
  const alone = rle.safeParse(json);
  if (alone.success) return fromMasks([alone.data]);
  const one = annotation.safeParse(json);
  const all = dataset.safeParse(one.success ? { annotations: [one.data] } : json);
  if (!all.success) throw refuse('This JSON holds no mask of COCO’s kind.', hint);
  const { images = [], annotations } = all.data;
  const ids = new Set(annotations.map((a) => JSON.stringify(a.image_id)));
  if (ids.size > 1)
    throw refuse(
      `This file has the masks of ${ids.size} pictures.`,
      'Save the annotations of one picture, and load those.',
    );
  const runs = annotations.flatMap((a) => (Array.isArray(a.segmentation) ? [] : [a.segmentation]));
  const rings = annotations.flatMap((a) => (Array.isArray(a.segmentation) ? a.segmentation : []));
  const size =
    images.find((p) => ids.has(JSON.stringify(p.id))) ?? (images.length === 1 ? images[0] : undefined);
  if (rings.length && !size && !runs.length)
    throw refuse('This file has outlines, and doesn’t say how large their picture is.', hint);
  const found = runs.length ? fromMasks(runs) : { width: size!.width, height: size!.height, planes: [] };
  return { ...found, polygons: rings.map(pairs) };
}

function fromMasks(runs: z.infer<typeof rle>[]): CocoMask {
  const [height, width] = runs[0]!.size;
  if (runs.some(({ size }) => size[0] !== height || size[1] !== width))
    throw refuse('The masks in this file are of different sizes.', hint);
  if (!width || !height || width * height > MAX_PIXELS) throw refuse('This mask has no usable size.', hint);
  return { width, height, planes: runs.map((run) => unwrap(decodeRle(run))), polygons: [] };
}

const pairs = (numbers: readonly number[]): Polygon =>
  Array.from({ length: numbers.length >> 1 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!]);
