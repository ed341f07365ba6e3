import { StudioError } from '../contract/index.ts';

const words =
  /array buffer allocation failed|invalid typed array length|bad_alloc|(failed|unable) to allocate|out of memory/i;

/** The failure for an error that means there was not enough memory, else `null`. */
export function outOfMemory(error: unknown): StudioError | null {
  if (!(error instanceof Error) || error instanceof StudioError) return null;
  const code = (error as { code?: unknown }).code;
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY' && code !== 'ENOMEM' && !words.test(error.message)) return null;
  return new StudioError(
    'out-of-memory',
    'There was not enough memory for this.',
    'Close other programs, or try a smaller picture. Nothing was lost.',
  );
}
