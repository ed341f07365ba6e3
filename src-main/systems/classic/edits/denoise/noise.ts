/** How noisy a picture is. */
import { fullScale, type Raster } from '../../../../runtime/raster/raster.ts';
import type { Work } from '../../../../runtime/work.ts';
import type { Box } from '../apply.ts';
import { toFrequencies } from './dct.ts';
import { opponent, scales } from './planes.ts';

/** Deviations of the noise, 0..1: one for each scale, in it one for each plane. */
export type Noise = number[][];

/** Blocks that are looked at, at most. */
const most = 1500;

/**
 * From the high frequencies of the blocks that hold least of the low ones (Ponomarenko et al., "An automatic approach
 * to lossy compression of AVIRIS images", 2007): flat ones, where all that is fine is noise. Each scale is measured,
 * for the noise of a developed photo is coarser than its pixels.
 */
export async function measureNoise(image: Raster, box: Box, work: Work): Promise<Noise> {
  const out: Noise = [];
  for (let scale = 0; scale < scales; scale++) out.push(await measureScale(image, box, 1 << scale, work));
  // The mean of four pixels has at most their noise; more is texture.
  for (let scale = 1; scale < scales; scale++)
    out[scale] = out[scale]!.map((v, k) => Math.min(v, out[scale - 1]![k]!));
  return out;
}

async function measureScale(image: Raster, box: Box, factor: number, work: Work): Promise<number[]> {
  const { width, channels, data } = image;
  const side = 8 * factor;
  const [columns, rows] = [Math.floor((box.x2 - box.x1) / side), Math.floor((box.y2 - box.y1) / side)];
  const step = Math.max(1, Math.sqrt((columns * rows) / most));
  const found: { low: number; high: number }[][] = [[], [], []];
  const blocks = [new Float64Array(64), new Float64Array(64), new Float64Array(64)];
  const pixel = new Float64Array(3);
  const full = fullScale(image);
  const scale = 1 / full / (factor * factor);
  for (let v = 0; v < rows; v += step) {
    for (let u = 0; u < columns; u += step) {
      const [x, y] = [box.x1 + Math.floor(u) * side, box.y1 + Math.floor(v) * side];
      for (const block of blocks) block.fill(0);
      let cut = 0;
      for (let j = 0; j < side; j++)
        for (let i = 0; i < side; i++) {
          const at = ((y + j) * width + x + i) * channels;
          for (let c = 0; c < 3; c++) if (data[at + c] === 0 || data[at + c] === full) cut++;
          opponent(data[at]! * scale, data[at + 1]! * scale, data[at + 2]! * scale, pixel);
          const k = Math.floor(j / factor) * 8 + Math.floor(i / factor);
          for (let c = 0; c < 3; c++) blocks[c]![k]! += pixel[c]!;
        }
      // Where light was cut off, so was its noise.
      if (cut > 0.1 * side * side) continue;
      blocks.forEach((block, c) => found[c]!.push(energies(block)));
    }
    await work.breathe();
  }
  return found.map((of) => {
    if (!of.length) return 0;
    const flat = of.sort((a, b) => a.low - b.low).slice(0, Math.ceil(of.length / 4));
    const highs = flat.map((e) => e.high).sort((a, b) => a - b);
    return Math.sqrt(highs[highs.length >> 1] ?? 0);
  });
}

/** Mean squares of the low and of the high frequencies. */
function energies(block: Float64Array): { low: number; high: number } {
  toFrequencies(block);
  let [low, high, n] = [0, 0, 0];
  for (let j = 0; j < 8; j++)
    for (let i = 0; i < 8; i++) {
      const energy = block[j * 8 + i]! ** 2;
      if (i + j > 7) [high, n] = [high + energy, n + 1];
      else if (i + j > 0 && i + j < 5) low += energy;
    }
  return { low, high: high / n };
}
