/** Outlines as a pen draws them. */
import { letGo } from '../../../runtime/collect.ts';
import type { Work } from '../../../runtime/work.ts';
import { evenBlur } from '../box-blur.ts';
import { alongFlow, type Flow } from './flow.ts';

/**
 * How much darker each place is than its surroundings, followed along the edges so that lines hold together: the
 * flow-based difference of Gaussians (Kang, Lee, Chui, "Flow-based image abstraction", 2009; Winnemöller, Kyprianidis,
 * Olsen, "XDoG", 2012). Positive where ink belongs; smooth, so that it can be enlarged and cut off then.
 */
export async function inkOf(
  luma: Float32Array,
  flow: Flow,
  size: { width: number; height: number },
  sigma: number,
  work: Work,
): Promise<Float32Array> {
  const near = await evenBlur(luma, size, sigma, work);
  const wide = await evenBlur(luma, size, 1.6 * sigma, work);
  for (let i = 0; i < near.length; i++) {
    // Relative to the surroundings: outlines in the shade count as well.
    const base = Math.max(0.12, wide[i]!);
    wide[i] = (wide[i]! - near[i]!) / base ** 0.7;
    if (i % 65_536 === 0) await work.breathe();
  }
  const ink = await alongFlow(wide, flow, size, 3.5 * sigma, work);
  letGo([near, wide]);
  return ink;
}

/** The ink at a response, 0..1: none below `least`, soft over about a third of it. */
export const inked = (response: number, least: number): number =>
  response <= least ? 0 : Math.tanh((2.2 * (response - least)) / least);
