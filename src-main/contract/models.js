/** Devices and memory that models use. */
import * as z from 'zod';
/** ONNX Runtime's names: the processor, any GPU, a GPU on Windows, Apple's. */
export const provider = z.enum(['cpu', 'webgpu', 'dml', 'coreml']);
/** `auto`: the best one that works here. */
export const deviceChoice = z.enum([...provider.options, 'auto']);
const bytes = z.number().min(0);
/** What models may take on one device, and what takes it. */
export const modelMemory = z.strictObject({
  budget: bytes,
  used: bytes,
  free: bytes,
  held: z.array(
    z.strictObject({
      /** What a person calls it. */
      name: z.string(),
      bytes,
      busy: z.boolean(),
      /** Milliseconds since it was last used. */
      idle: z.number().min(0),
    }),
  ),
});
/** What all devices together hold, for a person. */
export const memoryUse = z.strictObject({
  /** The machine's memory. */
  total: bytes,
  budget: bytes,
  used: bytes,
  held: z.array(z.strictObject({ name: z.string(), bytes, busy: z.boolean() })),
});
