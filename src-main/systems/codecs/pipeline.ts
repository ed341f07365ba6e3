/** Reading and writing media files. */
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type * as z from 'zod';
import { unwrap, type TaskInput } from '../../contract/index.ts';
import { decodeRle, encodeRle } from '../../contract/rle.ts';
import { decodeImage, decodeMask } from '../../runtime/raster/decode.ts';
import * as encode from '../../runtime/raster/encode.ts';
import type { Work } from '../../runtime/work.ts';
import { coloursOf } from './colours.ts';
import { probeImage } from './image.ts';
import type * as declared from './index.ts';
import { colourAt } from './colour.ts';
import { fitMask } from './fit-mask.ts';
import { damaged, empty, heic, refuse, svg, unknown } from './refuse.ts';
import { sniff, sniffLength } from './sniff.ts';

type Out<T extends { output: z.ZodType }> = Promise<z.input<T['output']>>;

async function probe(
  { file, out }: TaskInput<typeof declared.probe>,
  work: Work,
): Out<typeof declared.probe> {
  const { head, bytes } = await headOf(file.path);
  if (bytes === 0) throw empty();
  if (wavEndsEarly(head, bytes)) throw damaged();
  await mkdir(out, { recursive: true });
  const kind = sniff(head);
  switch (kind) {
    case 'unknown':
      throw unknown();
    case 'svg':
      throw svg();
    case 'heic':
      throw heic();
    case 'clip': {
      // The decoders for clips are 60 MB of native code that a photo doesn't need.
      const { probeClip } = await import('./clip.ts');
      return probeClip(file.path, out, work);
    }
    default:
      return probeImage(kind, file, out, work);
  }
}

async function encodeImage(
  { file, out, format, quality }: TaskInput<typeof declared.encodeImage>,
  work: Work,
): Out<typeof declared.encodeImage> {
  const raster = await decodeImage(file.path, { signal: work.signal });
  work.progress(1, 2);
  await mkdir(dirname(out), { recursive: true });
  await encode.writeImage(raster, out, format, quality);
  work.signal.throwIfAborted();
  work.progress(2, 2);
  return { path: out };
}

async function readMask(
  { file }: TaskInput<typeof declared.readMask>,
  work: Work,
): Out<typeof declared.readMask> {
  return encodeRle(await decodeMask(file.path, { signal: work.signal }));
}

async function writeMask({ rle, out }: TaskInput<typeof declared.writeMask>): Out<typeof declared.writeMask> {
  const mask = unwrap(decodeRle(rle));
  if (mask.data.length === 0) throw refuse('This mask has no pixels.', 'Its size must be at least 1 × 1.');
  await mkdir(dirname(out), { recursive: true });
  await encode.writeMask(mask, out);
  const inside = mask.data.reduce((sum, value) => sum + (value > 127 ? 1 : 0), 0);
  return { path: out, area: inside / mask.data.length };
}

const colours = async ({ file }: TaskInput<typeof declared.colours>): Out<typeof declared.colours> => ({
  colours: await coloursOf(file.path),
});

async function headOf(path: string): Promise<{ head: Uint8Array; bytes: number }> {
  const handle = await open(path);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw refuse('This is not a file.', 'Choose a picture, a clip or a sound.');
    const head = new Uint8Array(Math.min(sniffLength, stat.size));
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return { head: head.subarray(0, bytesRead), bytes: stat.size };
  } finally {
    await handle.close();
  }
}

/** A WAV says how long it is; 0 and the largest number mean that its writer didn't know. */
function wavEndsEarly(head: Uint8Array, bytes: number): boolean {
  if (head.length < 12 || String.fromCharCode(...head.subarray(0, 4)) !== 'RIFF') return false;
  if (String.fromCharCode(...head.subarray(8, 12)) !== 'WAVE') return false;
  const said = new DataView(head.buffer, head.byteOffset).getUint32(4, true);
  return said !== 0 && said < 0xffff_ff00 && said + 8 > bytes + 1;
}

export const codecsPipelines = {
  'codecs.probe': probe,
  'codecs.encodeImage': encodeImage,
  'codecs.readMask': readMask,
  'codecs.colours': colours,
  'codecs.writeMask': writeMask,
  'codecs.colourAt': colourAt,
  'codecs.fitMask': fitMask,
};
