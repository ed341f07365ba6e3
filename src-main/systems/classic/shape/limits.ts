/** What values lie around each pixel of a row. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { ReadRow } from './read-row.ts';

interface Limits {
  least: Float32Array;
  highest: Float32Array;
}

/** For a row of the source, the smallest and the greatest value among 3 × 3 pixels, a value a channel. */
export function limitsOf(
  source: Pick<Raster, 'width' | 'height' | 'channels'>,
  readRow: ReadRow,
): (y: number) => Limits {
  const { width, height, channels } = source;
  const line = new Float32Array(width * channels);
  const down: Limits = { least: new Float32Array(line.length), highest: new Float32Array(line.length) };
  const out: Limits = { least: new Float32Array(line.length), highest: new Float32Array(line.length) };
  let known = -1;
  return (y) => {
    if (y === known) return out;
    known = y;
    down.least.fill(Infinity);
    down.highest.fill(-Infinity);
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      readRow(v, line);
      for (let i = 0; i < line.length; i++) {
        const value = line[i]!;
        if (value < down.least[i]!) down.least[i] = value;
        if (value > down.highest[i]!) down.highest[i] = value;
      }
    }
    for (let i = 0; i < line.length; i++) {
      const before = i >= channels ? i - channels : i;
      const after = i + channels < line.length ? i + channels : i;
      out.least[i] = Math.min(down.least[before]!, down.least[i]!, down.least[after]!);
      out.highest[i] = Math.max(down.highest[before]!, down.highest[i]!, down.highest[after]!);
    }
    return out;
  };
}
