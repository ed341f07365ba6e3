/**
 * `node test/quality/segmenter.ts`: answers requests, one a line of JSON: `{ photo, parts, out }` writes the mask of a
 * region's parts on a photo to a file, then its line comes back. Photos stay prepared, as in the studio.
 */
import { createInterface } from 'node:readline';
import { decodeImage } from '../../src-main/runtime/raster/decode.ts';
import { writeMask } from '../../src-main/runtime/raster/encode.ts';
import { makeWork } from '../../src-main/runtime/work.ts';
import {
  prepareSegmentation,
  segmentRegion,
  type SegmentPart,
} from '../../src-main/systems/classic/segment/index.ts';

interface Request {
  photo: string;
  parts: SegmentPart[];
  out: string;
}

const work = () => makeWork(new AbortController().signal);

async function prepare(path: string) {
  const image = await decodeImage(path);
  return { path, image, prepared: await prepareSegmentation(image, work()) };
}

let photo: Awaited<ReturnType<typeof prepare>> | undefined;
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as Request;
  if (photo?.path !== request.photo) photo = await prepare(request.photo);
  const mask = await segmentRegion(photo.image, photo.prepared, request.parts, false, work());
  await writeMask(mask, request.out);
  console.log(line);
}
