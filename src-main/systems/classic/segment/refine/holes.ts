/** Fills what a mask encloses. */
import type { Mask } from '../../../../runtime/raster/raster.ts';
import type { Work } from '../../../../runtime/work.ts';

/** How far beyond a hole its soft rim reaches. */
const RIM = 2;

/** Everything outside (at most half covered) that no way of four-neighbours leads to from the border becomes inside. */
export async function fillHoles(mask: Mask, work: Work): Promise<Mask> {
  const { width, height, data } = mask;
  const open = await reached(mask, work);
  const out = data.slice();
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (data[i]! > 127 || open[i]) continue;
      for (let v = Math.max(0, y - RIM); v <= Math.min(height - 1, y + RIM); v++)
        for (let u = Math.max(0, x - RIM); u <= Math.min(width - 1, x + RIM); u++)
          if (!open[v * width + u]) out[v * width + u] = 255;
    }
    if ((y & 31) === 0) await work.breathe();
  }
  return { ...mask, data: out };
}

/** 1 for what is outside and connected with the border: whole runs of a row at a time. */
async function reached({ width, height, data }: Mask, work: Work): Promise<Uint8Array> {
  const open = new Uint8Array(data.length);
  const waiting: number[] = [];
  const free = (i: number): boolean => data[i]! <= 127 && !open[i];
  for (let x = 0; x < width; x++) waiting.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) waiting.push(y * width, y * width + width - 1);
  for (let seed = waiting.pop(); seed !== undefined; seed = waiting.pop()) {
    if (!free(seed)) continue;
    const start = seed - (seed % width);
    let from = seed;
    let to = seed;
    while (from > start && free(from - 1)) from--;
    while (to + 1 < start + width && free(to + 1)) to++;
    open.fill(1, from, to + 1);
    for (const shift of [-width, width]) {
      const row = start + shift;
      if (row < 0 || row >= data.length) continue;
      for (let i = from + shift; i <= to + shift; i++)
        if (free(i) && (i === from + shift || !free(i - 1))) waiting.push(i);
    }
    await work.breathe();
  }
  return open;
}
