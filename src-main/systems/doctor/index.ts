/** What this machine can run models on. Declaration only. */
import * as z from 'zod';
import { task } from '../../contract/index.ts';

/** ONNX Runtime's execution providers in this build: `cpu`, `webgpu`, `dml`, `coreml` … */
export const providers = task(
  'doctor.providers',
  z.strictObject({}),
  z.strictObject({ version: z.string(), providers: z.array(z.string()) }),
);

/** Runs a tiny graph on one provider and compares the result. May take its process down: run it alone. */
export const tryProvider = task(
  'doctor.tryProvider',
  z.strictObject({ provider: z.string() }),
  z.strictObject({ works: z.boolean(), detail: z.string() }),
);
