/** Work that a host does: what a system declares in its `index.ts` and implements in its pipeline. */
import * as z from 'zod';
export const task = (name, input, output) => ({
  name,
  input,
  output,
});
/** A file that a task may read. `key` is its content hash where known: decoded pictures are cached by it. */
export const file = z.strictObject({ path: z.string(), key: z.string().optional() });
/** Where a task writes its results: a folder of its own that the engine takes over or deletes. */
export const folder = z.string();
