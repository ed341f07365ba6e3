const BINS = 128;

/**
 * Where values from 0 to `top` fall into two groups: the threshold that makes the variance between them largest (Otsu,
 * "A threshold selection method from gray-level histograms", 1979).
 */
export function otsu(values: ArrayLike<number>, top: number): number {
  const bins = new Float64Array(BINS);
  let mean = 0;
  for (let i = 0; i < values.length; i++) {
    const k = Math.min(BINS - 1, Math.floor((values[i]! / top) * BINS));
    bins[k]!++;
    mean += k;
  }
  let [best, most, below, sum] = [0, -1, 0, 0];
  for (let k = 0; k < BINS - 1; k++) {
    below += bins[k]!;
    sum += bins[k]! * k;
    const above = values.length - below;
    if (!below || !above) continue;
    const apart = below * above * (sum / below - (mean - sum) / above) ** 2;
    if (apart > most) [most, best] = [apart, k];
  }
  return ((best + 1) / BINS) * top;
}
