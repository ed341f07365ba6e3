/** Work that a host does: what a system declares in its `index.ts` and implements in its pipeline. */
import * as z from 'zod';

export interface Task<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** `system.verb`, e.g. `classic.remove`. */
  name: string;
  input: I;
  output: O;
}

export const task = <I extends z.ZodType, O extends z.ZodType>(
  name: string,
  input: I,
  output: O,
): Task<I, O> => ({
  name,
  input,
  output,
});

export type TaskInput<T extends Task> = z.output<T['input']>;
export type TaskOutput<T extends Task> = z.output<T['output']>;

/** A file that a task may read. `key` is its content hash where known: decoded pictures are cached by it. */
export const file = z.strictObject({ path: z.string(), key: z.string().optional() });
export type FileRef = z.infer<typeof file>;

/** Where a task writes its results: a folder of its own that the engine takes over or deletes. */
export const folder = z.string();
