/** Lanczos with three lobes (Duchon 1979; Turkowski, "Filters for common resampling tasks", 1990). */

/** How far the kernel reaches, in pixels of the coarser of the two pictures. */
export const lobes = 4;
const perUnit = 4096;

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** From the middle outwards. Whole distances are exact, so that a shift by whole pixels changes no value. */
export const weights = Float32Array.from({ length: lobes * perUnit + 2 }, (_, i) => {
  const d = i / perUnit;
  if (Number.isInteger(d)) return d === 0 ? 1 : 0;
  return d < lobes ? sinc(d) * sinc(d / lobes) : 0;
});

/** The weight of a pixel at this distance; the table is fine enough to place a pixel to a 8000th of its width. */
export function lanczos(distance: number): number {
  const at = (Math.abs(distance) * perUnit + 0.5) | 0;
  return at < weights.length ? weights[at]! : 0;
}

/**
 * The same kernel after one step of back projection (Irani and Peleg 1991), for enlarging: a picture's pixels are means
 * over their squares, but means of what the kernel draws through them come out too flat. What is missing, 2 minus the
 * means of the kernel over the squares around it, is put into the weights.
 */
const correction = (() => {
  const means = [0, 1, 2].map((k) => {
    const steps = 512;
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += lanczos(k - 0.5 + (i + 0.5) / steps);
    return sum / steps;
  }) as [number, number, number];
  const whole = means[0] + 2 * means[1] + 2 * means[2];
  return means.map((m, k) => (k === 0 ? 2 : 0) - m / whole);
})();

/** How far the sharpened kernel reaches. */
export const sharpReach = lobes + 2;

/** The weight of a pixel at this distance, sharpened. */
export function sharpLanczos(distance: number): number {
  let sum = correction[0]! * lanczos(distance);
  for (const k of [1, 2]) sum += correction[k]! * (lanczos(distance - k) + lanczos(distance + k));
  return sum;
}
