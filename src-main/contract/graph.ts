/** A model's graph over an official checkpoint, by files: for anyone who wants to check or use one alone. */
import * as z from 'zod';
import { deviceChoice, provider } from './models.ts';

const path = z.string().min(1).max(32_768);

/** `int8` and `int4`: matrices in blocks with a scale each; everything else in single precision. */
export const precision = z.enum(['fp32', 'fp16', 'int8', 'int4']);

/** What every use of a graph says: which architecture, its config.json, and its weights. */
export const graphSource = z.strictObject({
  architecture: z.string(),
  config: path,
  /** One file, all shards, or an index of them. */
  weights: z.array(path).min(1),
  loras: z.array(path).default([]),
});
export type GraphSource = z.infer<typeof graphSource>;

export const graphRun = z.strictObject({
  ...graphSource.shape,
  /** safetensors files: tensors by the names of the official forward. */
  inputs: path,
  out: path,
  /** Names of the outputs that are wanted: the others aren't worked out. All when not given. */
  outputs: z.array(z.string()).min(1).optional(),
  precision: precision.default('fp32'),
  provider: deviceChoice.default('cpu'),
  /** Timed runs after one that warms up; 0 runs once. */
  repeat: z.int().min(0).max(1000).default(0),
  threads: z.int().min(1).max(256).optional(),
  copy: z.boolean().default(false),
});

/** How much of a LoRA found its place. */
export const loraFit = z.strictObject({
  file: z.string(),
  /** How many layers it is for, and how many of them there are. */
  layers: z.int(),
  fits: z.int(),
  /** Layers that have no place, as its file calls them. */
  others: z.array(z.string()),
});
export type LoraFit = z.infer<typeof loraFit>;

export const graphRunResult = z.strictObject({
  loadMs: z.number(),
  /** The median of the timed runs, or the only run. */
  runMs: z.number(),
  /** The most memory that the process held at any time. */
  peakMb: z.number(),
  outputs: z.record(z.string(), z.array(z.int())),
  /** Where there are any. */
  loras: z.array(loraFit).optional(),
  /** Where `auto` had it run, and why not on a better device. */
  device: z.strictObject({ provider, notice: z.string().optional() }).optional(),
});

export const graphList = z.array(z.strictObject({ name: z.string(), summary: z.string() }));

export const graphCheckResult = z.strictObject({
  parameters: z.int(),
  /** Tensors of the checkpoint that the graph doesn't use. */
  unused: z.array(z.string()),
  loras: z.array(loraFit),
  mismatches: z.array(
    z.strictObject({ name: z.string(), problem: z.enum(['missing', 'shape', 'extra']), detail: z.string() }),
  ),
  /** Other architectures that these weights look like, and what to do, when they don't fit. */
  looksLike: z.string().nullable(),
  hint: z.string().nullable(),
});

export const graphExport = z.strictObject({
  ...graphSource.shape,
  precision: z.enum(['fp32', 'fp16']).default('fp32'),
  provider: provider.default('cpu'),
  /** The model's file; it must lie in the folder of the weights. */
  out: path.optional(),
});

export const graphExportResult = z.strictObject({
  out: z.string(),
  bytes: z.int(),
  loras: z.array(loraFit),
});
