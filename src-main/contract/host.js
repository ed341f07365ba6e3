/** Between the engine and a host: run a task, stop it, hear how far it is. Never reachable from a page. */
import * as z from 'zod';
import { modelMemory } from './models.ts';
import { request } from './channel.ts';
export const hostRequests = {
  host: {
    /** Runs one task of a system. `call` is the engine's name for this run, repeated in `progress`. */
    run: request(z.strictObject({ call: z.string(), task: z.string(), input: z.unknown() }), z.unknown()),
    /** Forgets what can be had again: decoded pictures, prepared photos, sessions. */
    free: request(z.strictObject({}).default({}), z.strictObject({ freed: z.int().min(0) })),
    /** Says what models take; first sets how much they may, where that is given. */
    models: request(z.strictObject({ budget: z.number().min(0).optional() }), modelMemory),
  },
};
export const hostEvents = {
  progress: z.strictObject({ call: z.string(), done: z.number().min(0), total: z.number().gt(0) }),
};
