import * as z from 'zod';
import { hash, id, timestamp } from './primitives.ts';
import { failure } from './result.ts';
import { said } from './said.ts';

/** Keys of a shortcut: `mod+shift+z`, `escape`, `?`. */
export const keys = z.string().min(1).max(40);
const actionId = z.string().min(1).max(64);

const setting = {
  appearance: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'de']),
  motion: z.enum(['system', 'reduced']),
  /** Show the plan and wait, instead of running at once. */
  confirmPlans: z.boolean(),
  /** The most memory, in bytes, that models may take on each device; half of the machine's when not given. */
  modelMemory: z.int().min(0),
  /** Keys of the page's actions where they are not the first ones; an empty list: none. */
  shortcuts: z.record(actionId, z.array(keys).max(4)),
  /** What was chosen last in the command palette, the newest first. */
  lastCommands: z.array(actionId).max(12),
};

export const settings = z.strictObject({
  appearance: setting.appearance.default('system'),
  language: setting.language.default('system'),
  motion: setting.motion.default('system'),
  confirmPlans: setting.confirmPlans.default(false),
  modelMemory: setting.modelMemory.optional(),
  shortcuts: setting.shortcuts.default({}),
  lastCommands: setting.lastCommands.default([]),
});
export type Settings = z.infer<typeof settings>;
/** Some of them. Without the defaults, which would set back whatever is left out. */
export const settingsChange = z.strictObject(setting).partial();

export const recentProject = z.strictObject({
  id,
  name: z.string(),
  openedAt: timestamp,
  preview: hash.nullable(),
});

export const sample = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(['image', 'video', 'audio']),
  credit: z.string(),
  suggestion: z.string(),
});

export type Sample = z.infer<typeof sample>;

/** A pack of the catalogue: weights somebody published, and what they would let the studio do. */
export const pack = z.strictObject({
  id,
  name: z.string(),
  system: z.string(),
  /** `module/command` pairs, e.g. `image-editing/add`. */
  does: z.array(z.string()).min(1),
  summary: z.string(),
  source: z.string(),
  licence: z.strictObject({ name: z.string(), url: z.string().optional(), commercial: z.boolean() }),
  /** Bytes to fetch, and memory to run, in bytes. */
  download: z.int().min(1),
  memory: z.int().min(1),
  files: z.array(z.string()).min(1),
  /** Whether this version of the studio can install and run it. */
  available: z.boolean(),
});
export type Pack = z.infer<typeof pack>;

export const app = z.strictObject({
  version: z.string(),
  /** Where the user's data lie, to be shown; `next`: from the next start. */
  data: z.strictObject({ folder: z.string(), next: z.string().nullable(), fixed: z.boolean() }),
  settings,
  recents: z.array(recentProject),
  samples: z.array(sample),
  packs: z.array(pack),
});
export type App = z.infer<typeof app>;

/** One photo's share of a job that works on several. */
export const jobPart = z.strictObject({
  canvas: id,
  name: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  error: failure.nullable(),
});
export type JobPart = z.infer<typeof jobPart>;

/** Work in progress or just ended. `done` and `total` are in the job's own units and never go back. */
export const job = z.strictObject({
  id,
  kind: z.enum(['import', 'segment', 'plan', 'compare', 'export', 'model', 'batch', 'layers']),
  label: said,
  message: id.nullable(),
  canvas: id.nullable(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.number().min(0),
  total: z.number().gt(0),
  error: failure.nullable(),
  startedAt: timestamp,
  endedAt: timestamp.nullable(),
  /** What came of each photo, in a batch. */
  parts: z.array(jobPart),
});
export type Job = z.infer<typeof job>;

export const imageFormat = z.enum(['png', 'jpeg', 'webp', 'avif', 'tiff']);
export type ImageFormat = z.infer<typeof imageFormat>;
