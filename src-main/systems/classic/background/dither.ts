/**
 * Noise of less than half a step, −0.5 … 0.5, to be added before rounding: a slow gradient then has no bands, and what
 * is exactly on a step stays there. Evenly spread over each neighbourhood, so that it doesn't clump (Jimenez, "Next
 * generation post processing in Call of Duty: Advanced Warfare", SIGGRAPH 2014, slide 123). The same for the same pixel.
 */
export function dither(x: number, y: number, channel: number): number {
  const inner = 0.06711056 * (x + 47 * channel) + 0.00583715 * (y + 17 * channel);
  const outer = 52.9829189 * (inner - Math.floor(inner));
  return (outer - Math.floor(outer) - 0.5) * 0.99;
}
