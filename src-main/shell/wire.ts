/** What crosses between Electron's main and the preload: three channels, their shapes, their sizes. */
import * as z from 'zod';
import { id, largestSent } from '../contract/index.ts';

export const wire = {
  /** A request of the contract; answered with a `Result`. */
  call: 'vitrail:call',
  /** Files that the page was given; only the preload can say where they lie. */
  importFiles: 'vitrail:import',
  /** An event of the contract, from main. */
  event: 'vitrail:event',
} as const;

const MiB = 2 ** 20;
/**
 * Bytes: in, `call` of a request and `file` of an import's files; out, `reply` and `event`. A pasted file crosses as
 * bytes once; everything large besides it stays a file.
 */
export const caps = {
  call: 8 * MiB,
  reply: largestSent,
  event: largestSent,
  file: 256 * MiB,
  files: 1_000,
} as const;

export const callMessage = z.strictObject({ channel: z.string().max(64), input: z.unknown() });

const givenFile = z.union([
  z.strictObject({ path: z.string().min(1).max(32_768) }),
  z.strictObject({ name: z.string().max(1_024), bytes: z.instanceof(Uint8Array) }),
]);
export type GivenFile = z.infer<typeof givenFile>;
export const importMessage = z.strictObject({
  files: z.array(givenFile).min(1).max(caps.files),
  maskFor: id.optional(),
});

export const eventMessage = z.strictObject({ name: z.string().max(64), payload: z.unknown() });

/**
 * Whether a value that crossed is larger than `cap`: about its bytes as JSON, found without writing it.
 * Ends for circular values too, since every value costs something.
 */
export function exceeds(value: unknown, cap: number): boolean {
  let left = cap;
  const waiting: unknown[] = [value];
  while (waiting.length) {
    const next = waiting.pop();
    left -= 8;
    if (typeof next === 'string') left -= next.length;
    else if (ArrayBuffer.isView(next) || next instanceof ArrayBuffer) left -= next.byteLength;
    else if (Array.isArray(next)) {
      if (next.length > left) return true;
      for (const item of next) waiting.push(item);
    } else if (typeof next === 'object' && next !== null) {
      for (const [key, item] of Object.entries(next)) {
        left -= key.length;
        waiting.push(item);
      }
    }
    if (left < 0) return true;
  }
  return false;
}
