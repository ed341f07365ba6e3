/** Composing in a host: files in, files out. */
import { join } from 'node:path';
import type * as z from 'zod';
import type { Task, TaskInput } from '../../contract/index.ts';
import { collect } from '../../runtime/collect.ts';
import { decodeImage, decodeMask } from '../../runtime/raster/decode.ts';
import { writeMask, writePng } from '../../runtime/raster/encode.ts';
import { boundsOf } from '../../runtime/raster/raster.ts';
import { partOf, type Work } from '../../runtime/work.ts';
import { warpMask } from '../classic/shape/warp.ts';
import { flattenLayers, projective } from './flatten.ts';
import { flatten, ontoLayer } from './index.ts';

type Pipeline<T extends Task> = (input: TaskInput<T>, work: Work) => Promise<z.input<T['output']>>;

const runFlatten: Pipeline<typeof flatten> = async ({ size, bundles, out }, work) => {
  const raster = await flattenLayers(
    bundles.map(({ opacity, blend, layers }) => ({
      opacity,
      blend,
      layers: layers.map(({ file, mask, ...look }) => ({
        ...look,
        // Not from the cache: ten photographs would push out what is being worked on.
        read: () => decodeImage(file.path, work),
        readMask: mask && (() => decodeMask(mask.path, work)),
      })),
    })),
    size,
    partOf(work, 0, 0.9),
  );
  collect();
  const path = join(out, 'flat.png');
  await writePng(raster, path);
  work.progress(1, 1);
  return { path };
};

const runOntoLayer: Pipeline<typeof ontoLayer> = async ({ mask: file, map, size, out }, work) => {
  const mask = await decodeMask(file.path, work);
  const box = { x1: 0, y1: 0, x2: size.width, y2: size.height };
  // From the layer's pixels to the canvas' is the way back for what lies on the canvas.
  const there = await warpMask(mask, projective(map), box, work);
  const path = join(out, 'mask.png');
  await writeMask(there, path);
  const found = boundsOf(there);
  let sum = 0;
  for (const alpha of there.data) sum += alpha;
  return {
    path,
    ...size,
    bounds: found && {
      x1: found.x1 / size.width,
      y1: found.y1 / size.height,
      x2: found.x2 / size.width,
      y2: found.y2 / size.height,
    },
    area: Math.min(1, sum / (255 * size.width * size.height)),
  };
};

/** By task name; the names are those of `index.ts`. */
export const composePipelines = {
  [flatten.name]: runFlatten,
  [ontoLayer.name]: runOntoLayer,
};
