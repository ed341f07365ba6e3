/** Rows of a picture as floats. */
import type { Raster } from '../../../runtime/raster/raster.ts';

/** What each value of a channel is worth as it is coded, 0..1. */
export const codes = (most: number): Float32Array =>
  Float32Array.from({ length: most + 1 }, (_, v) => v / most);

/** Fills a line with a row of the source, colours times alpha. */
export type ReadRow = (y: number, line: Float32Array) => void;

/** `values`: what each value of a channel is worth. */
export function rowReader(
  { width, channels, data }: Pick<Raster, 'width' | 'channels' | 'data'>,
  values: Float32Array,
): ReadRow {
  return (y, line) => {
    let i = y * width * channels;
    if (channels === 3) for (let k = 0; k < line.length; k++) line[k] = values[data[i++]!]!;
    else
      for (let k = 0; k < line.length; k += 4, i += 4) {
        const alpha = data[i + 3]! / (values.length - 1);
        for (let c = 0; c < 3; c++) line[k + c] = values[data[i + c]!]! * alpha;
        line[k + 3] = alpha;
      }
  };
}
