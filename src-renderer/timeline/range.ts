/** A span of time on a ruler. Everything in integer microseconds. */
import type { Region, TimeRange } from '../../src-main/contract/region.ts';

/** The shortest span that can be selected. */
export const SHORTEST = 10_000;

/** The time at a place of the ruler, 0..1. */
export const timeAt = (share: number, duration: number): number =>
  Math.round(Math.min(1, Math.max(0, share)) * duration);

/** A span between two times in either order, inside the medium; `null` when it is too short to be meant. */
export function spanOf(a: number, b: number, duration: number): TimeRange | null {
  const clamp = (time: number) => Math.min(duration, Math.max(0, Math.round(time)));
  const start = clamp(Math.min(a, b));
  const end = clamp(Math.max(a, b));
  return end - start >= SHORTEST ? { start, end } : null;
}

/** One end of a span moved to a time; it stops before it meets the other. */
export function moveEnd(span: TimeRange, end: 'start' | 'end', to: number, duration: number): TimeRange {
  const at = Math.round(to);
  if (end === 'start') return { start: Math.max(0, Math.min(at, span.end - SHORTEST)), end: span.end };
  return { start: span.start, end: Math.min(duration, Math.max(at, span.start + SHORTEST)) };
}

const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600].map(
  (s) => s * 1_000_000,
);

/** Times to write on a ruler of a width (CSS pixels), at least `apart` pixels from each other. */
export function ticks(duration: number, width: number, apart = 72): number[] {
  const step = steps.find((s) => (s / duration) * width >= apart) ?? steps[steps.length - 1]!;
  const count = Math.floor(duration / step) + 1;
  return Array.from({ length: Math.min(count, 400) }, (_, i) => i * step);
}

/** A region with another time span; without parts and without a span nothing is selected. */
export function withTime(region: Region | null, time: TimeRange | null): Region | null {
  if (time) return { ...region, parts: region?.parts ?? [], time };
  if (!region || region.parts.length === 0) return null;
  const { parts, inverted, band } = region;
  return { parts, ...(inverted && { inverted }), ...(band && { band }) };
}
