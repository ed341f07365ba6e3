/** Scaling upright: rows and columns one after the other, which gives what `warp.ts` does for less. */
import { blankLike, fullScale, type Raster } from '../../../runtime/raster/raster.ts';
import type { Kernel as Threaded } from '../../../runtime/threads/kernel.ts';
import type { Work } from '../../../runtime/work.ts';
import { crew } from '../crew.ts';
import { coded, linearTable } from '../edits/light.ts';
import { limitsOf } from './limits.ts';
import { stretch } from './projective.ts';
import { codes, rowReader, type ReadRow } from './read-row.ts';
import { plain, scaleRows, sharp, tapsOf } from './taps.ts';
import { shrinking, warpRaster } from './warp.ts';

interface Size {
  width: number;
  height: number;
}

/**
 * The picture at exactly this size, of the same depth, channels and profile. Shrinking averages light; enlarging
 * sharpens a little, and stays between the values of the source's nearest pixels: no rings beside edges. Against
 * plain Lanczos on photographs that were halved before, that is some 0.25 dB nearer to the truth.
 */
export async function scaleRaster(source: Raster, size: Size, work: Work): Promise<Raster> {
  const { width, height, channels, data } = source;
  const back = stretch(width / size.width, height / size.height);
  const larger = size.width >= width && size.height >= height;
  if (channels === 4 && !larger)
    return warpRaster(source, back, { x1: 0, y1: 0, x2: size.width, y2: size.height }, work);
  const light = !larger && Math.sqrt(back[0] * back[4]) >= shrinking;
  const out = blankLike(source, size);
  const rows = tapsOf(height, size.height, larger ? sharp : plain);
  await crew.run(
    scaling,
    { width, height, channels, deep: fullScale(source) > 255, size, larger, light },
    {
      count: Math.ceil(size.height / band),
      slow: size.width * band > 65_536,
      input(part) {
        const to = Math.min(size.height, (part + 1) * band);
        // A row more on either side, for the values around the nearest pixels.
        const top = Math.max(0, rows.first[part * band]! - 1);
        const end = Math.min(height, rows.first[to - 1]! + rows.count + 1);
        const line = width * channels;
        return { from: part * band, to, top, data: data.slice(top * line, end * line) };
      },
      output: (part, done) => out.data.set(done.data, part * band * size.width * channels),
    },
    work,
  );
  return out;
}

/** Rows of the result that are made at a time. */
const band = 128;

interface Scaling extends Pick<Raster, 'width' | 'height' | 'channels'> {
  deep: boolean;
  size: Size;
  larger: boolean;
  light: boolean;
}

/** Rows `from` to `to` of the result, by the source's rows from `top` on. */
interface Rows {
  from: number;
  to: number;
  top: number;
  data: Raster['data'];
}

export const scaling: Threaded<Scaling, Rows, { data: Raster['data'] }> = {
  name: 'scale',
  make(params) {
    const { channels, deep, size, larger, light } = params;
    const most = deep ? 65_535 : 255;
    const length = size.width * channels;
    const kernel = larger ? sharp : plain;
    const taps = {
      columns: tapsOf(params.width, size.width, kernel),
      rows: tapsOf(params.height, size.height, kernel),
    };
    return ({ from, to, top, data }, check) => {
      const out = deep ? new Uint16Array((to - from) * length) : new Uint8Array((to - from) * length);
      const values = light ? linearTable({ data }) : codes(most);
      const read = rowReader({ ...params, data }, values);
      const rowAt: ReadRow = (y, line) => read(y - top, line);
      const give = larger ? fitted(params, rowAt, out, from) : shrunk(out, from * length, light, most);
      scaleRows(params, taps, rowAt, from, to, (y, row) => {
        check();
        give(y, row);
      });
      return { data: out };
    };
  },
};

type Give = (y: number, row: Float32Array) => void;

const shrunk =
  (out: Raster['data'], start: number, light: boolean, most: number): Give =>
  (y, row) => {
    for (let i = 0, o = y * row.length - start; i < row.length; i++, o++) {
      const v = row[i]! > 0 ? Math.min(1, row[i]!) : 0;
      out[o] = (light ? coded(v) : v) * most + 0.5;
    }
  };

/** Between the values of the source's nearest pixels. */
function fitted(source: Scaling, read: ReadRow, out: Raster['data'], from: number): Give {
  const { channels, size, deep } = source;
  const most = deep ? 65_535 : 255;
  const limits = limitsOf(source, read);
  return (y, row) => {
    const { least, highest } = limits(Math.floor(((y + 0.5) * source.height) / size.height));
    for (let x = 0, i = 0, o = (y - from) * row.length; x < size.width; x++, o += channels) {
      const near = Math.floor(((x + 0.5) * source.width) / size.width) * channels;
      for (let c = 0; c < channels; c++, i++)
        row[i] = Math.min(highest[near + c]!, Math.max(least[near + c]!, row[i]!));
      const alpha = channels === 4 ? row[i - 1]! : 1;
      if (!(alpha > 0)) continue;
      for (let c = 0; c < 3; c++) out[o + c] = Math.min(1, row[i - channels + c]! / alpha) * most + 0.5;
      if (channels === 4) out[o + 3] = alpha * most + 0.5;
    }
  };
}
