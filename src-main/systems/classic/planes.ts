/** Planes whose rows any thread can make. */
import type { Kernel } from '../../runtime/threads/kernel.ts';
import type { Work } from '../../runtime/work.ts';
import { crew } from './crew.ts';

interface Rows {
  from: number;
  to: number;
}

/** Answers with rows `from` to `to` (excluded) of each of its planes. */
export type PlaneKernel<P> = Kernel<P, Rows, Float32Array[]>;

/** @param rows how many a part has: 50 ms or less */
export async function makePlanes<P>(
  kernel: PlaneKernel<P>,
  params: P,
  { width, height }: { width: number; height: number },
  rows: number,
  work: Work,
): Promise<Float32Array[]> {
  const planes: Float32Array[] = [];
  await crew.run(
    kernel,
    params,
    {
      count: Math.ceil(height / rows),
      input: (part) => ({ from: part * rows, to: Math.min(height, (part + 1) * rows) }),
      output: (part, done) =>
        done.forEach((plane, k) =>
          (planes[k] ??= new Float32Array(width * height)).set(plane, part * rows * width),
        ),
    },
    work,
  );
  return planes;
}
