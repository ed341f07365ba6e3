/** What a shell tells the engine when it starts it: where things are. One JSON argument, checked on arrival. */
import { isAbsolute, join } from 'node:path';
import * as z from 'zod';

const absolute = z.string().refine(isAbsolute, 'an absolute path');

export const engineConfig = z.strictObject({
  /** The pinned Node that engine and hosts run on. */
  node: absolute,
  /** The folder of the bundles: `engine.mjs`, `host.mjs` … */
  dist: absolute,
  /** The catalogue: one manifest a pack. */
  models: absolute,
  /** Icons and samples. */
  assets: absolute,
  /** The user's data: projects, settings, packs. */
  data: absolute,
  /** Where another data folder may be named for the next start; without it, `data` was set from outside. */
  home: absolute.optional(),
  version: z.string().min(1),
  /** A window of its own: begin with the project that was open when the studio last ended. */
  reopen: z.boolean().optional(),
});
export type EngineConfig = z.infer<typeof engineConfig>;

export const engineEntry = (config: EngineConfig): string => join(config.dist, 'engine.mjs');
export const hostEntry = (config: EngineConfig): string => join(config.dist, 'host.mjs');

/** The engine's side: its configuration from `node engine.mjs '<json>'`. @throws if it isn't one */
export const readConfig = (argv: readonly string[] = process.argv): EngineConfig =>
  engineConfig.parse(JSON.parse(argv[2] ?? 'null'));
