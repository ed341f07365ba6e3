/** A tone curve's points under a pointer. Coordinates are coded values 0..1, input to the right, output up. */
export type CurvePoint = readonly [input: number, output: number];

/** The contract takes this many at most. */
const MOST = 16;
/** Inputs keep this far apart. */
const APART = 0.01;

const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value));
const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** The point nearer than `reach` to a place, or −1. */
export function nearestPoint(points: readonly CurvePoint[], [x, y]: CurvePoint, reach: number): number {
  let best = -1;
  let least = reach;
  points.forEach(([px, py], i) => {
    const distance = Math.hypot(px - x, py - y);
    if (distance <= least) [best, least] = [i, distance];
  });
  return best;
}

/** A point moved, kept between its neighbours; the ends keep to the sides. */
export function movePoint(points: readonly CurvePoint[], index: number, [x, y]: CurvePoint): CurvePoint[] {
  const low = index === 0 ? 0 : points[index - 1]![0] + APART;
  const high = index === points.length - 1 ? 1 : points[index + 1]![0] - APART;
  return points.map((point, i) => (i === index ? [rounded(clamp(x, low, high)), rounded(clamp(y))] : point));
}

/** A point more, and where it is in the list; `null` where there is no room. */
export function addPoint(
  points: readonly CurvePoint[],
  [x, y]: CurvePoint,
): { points: CurvePoint[]; index: number } | null {
  if (points.length >= MOST || points.some(([px]) => Math.abs(px - x) < APART)) return null;
  const index = points.filter(([px]) => px < x).length;
  const next = [...points];
  next.splice(index, 0, [rounded(clamp(x)), rounded(clamp(y))]);
  return { points: next, index };
}

/** A point less; two stay. */
export const removePoint = (points: readonly CurvePoint[], index: number): readonly CurvePoint[] =>
  points.length > 2 ? points.filter((_, i) => i !== index) : points;

/**
 * A monotone cubic through the points, as an SVG path in a unit square with y down
 * (Fritsch & Carlson 1980, "Monotone Piecewise Cubic Interpolation"), level outside the first and last point.
 */
export function curvePath(points: readonly CurvePoint[]): string {
  const slope = points.slice(1).map(([x, y], i) => (y - points[i]![1]) / (x - points[i]![0]));
  const tangent = points.map((_, i) => {
    const [before, after] = [slope[i - 1], slope[i]];
    if (before === undefined) return after ?? 0;
    if (after === undefined) return before;
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
  const at = (x: number, y: number) => `${rounded(x)} ${rounded(1 - clamp(y))}`;
  const [firstX, firstY] = points[0]!;
  const parts = [`M ${at(0, firstY)} L ${at(firstX, firstY)}`];
  points.slice(1).forEach(([x, y], i) => {
    const [x0, y0] = points[i]!;
    const third = (x - x0) / 3;
    parts.push(
      `C ${at(x0 + third, y0 + tangent[i]! * third)} ${at(x - third, y - tangent[i + 1]! * third)} ${at(x, y)}`,
    );
  });
  parts.push(`L ${at(1, points.at(-1)![1])}`);
  return parts.join(' ');
}
