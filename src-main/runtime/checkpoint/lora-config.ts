/**
 * How strongly PEFT's adapters count: its LoraConfig, as adapter_config.json beside adapter_model.safetensors, or as
 * `lora_adapter_metadata` in the header of a file that diffusers (0.34 and later) wrote.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { StudioError } from '../../contract/index.ts';
import { damaged, type Checkpoint } from './tensors.ts';

/** PEFT writes a name that its own wrapper starts with. */
const wrapped = 'base_model.model.';
const besideName = 'adapter_config.json';
const metadataName = 'lora_adapter_metadata';
/** Bytes: the longest that were seen list a few thousand layers. */
const mostConfig = 4_000_000;

const off = z.literal(false).nullish();
const loraConfig = z.looseObject({
  r: z.int().min(1).default(8),
  lora_alpha: z.number().default(8),
  rank_pattern: z.record(z.string(), z.int().min(1)).nullish(),
  alpha_pattern: z.record(z.string(), z.number()).nullish(),
  use_rslora: z.boolean().nullish(),
});
type LoraConfig = z.infer<typeof loraConfig>;

/** What would make other pictures than two matrices do, and what is known not to. */
const plain: Readonly<Record<string, z.ZodType>> = {
  peft_type: z.literal('LORA').nullish(),
  use_dora: off,
  use_qalora: off,
  layer_replication: z.null().optional(),
  alora_invocation_tokens: z.null().optional(),
  arrow_config: z.null().optional(),
  use_bdlora: z.union([z.literal(false), z.null()]).optional(),
  // The others (PiSSA, OLoRA, CorDA, LoftQ) changed the weights themselves, too.
  init_lora_weights: z.union([z.boolean(), z.enum(['gaussian', 'eva', 'orthogonal'])]).nullish(),
};

/**
 * The strength of a layer by its name in the file and its rank; `undefined` where nothing but the matrices says it.
 * @throws StudioError 'damaged' where the configuration says another rank
 */
export type Strengths = (layer: string, rank: number) => number | undefined;

/** @throws StudioError 'bad-input' for a configuration that is missing or of another kind of adapter; 'damaged' for none */
export async function readStrengths(checkpoint: Checkpoint): Promise<Strengths> {
  const path = checkpoint.files[0]!;
  const native = [...checkpoint.tensors.keys()].some((name) => name.startsWith(wrapped));
  const written = native ? await readBeside(path) : checkpoint.metadata[metadataName];
  if (written === undefined) return () => undefined;
  const all = parse(path, written);
  // `unet.lora_alpha` is about `unet.down_blocks…`; without a network's name it is about all.
  const prefixes = new Set(Object.keys(all).map((key) => key.slice(0, key.lastIndexOf('.') + 1)));
  const configs = new Map([...prefixes].map((prefix) => [prefix, configOf(path, all, prefix)]));
  return (layer, rank) => {
    const prefix = [...prefixes].find((each) => each && layer.startsWith(each)) ?? '';
    const config = configs.get(prefix);
    return config && strength(path, config, layer.slice((native ? wrapped : prefix).length), rank);
  };
}

async function readBeside(path: string): Promise<string> {
  const beside = join(dirname(path), besideName);
  const size = await stat(beside).then(
    (found) => (found.isFile() ? found.size : Infinity),
    () => null,
  );
  if (size === null)
    throw new StudioError(
      'bad-input',
      `How strong this LoRA is stands in ${besideName}, which doesn't lie beside ${basename(path)}.`,
      'Put both into one folder, as they were published.',
    );
  if (size > mostConfig) throw damaged(beside, 'it is no configuration');
  return readFile(beside, 'utf8');
}

function parse(path: string, written: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(written));
  } catch {
    throw damaged(path, 'the configuration of its LoRA is no JSON');
  }
}

/** What is said of one network. */
function configOf(path: string, all: Record<string, unknown>, prefix: string): LoraConfig {
  const entries = Object.entries(all).filter(([key]) => key.startsWith(prefix));
  const own = Object.fromEntries(entries.map(([key, value]) => [key.slice(prefix.length), value]));
  for (const [key, allowed] of Object.entries(plain))
    if (!allowed.safeParse(own[key]).success)
      throw new StudioError(
        'bad-input',
        `This file is no plain LoRA: its configuration says ${key} is ${JSON.stringify(own[key]).slice(0, 80)}.`,
        'Choose a LoRA of two matrices for each layer that leaves the weights themselves as they were published.',
      );
  const parsed = loraConfig.safeParse(own);
  if (!parsed.success) throw damaged(path, 'the configuration of its LoRA is malformed');
  return parsed.data;
}

function strength(path: string, config: LoraConfig, layer: string, rank: number): number {
  const said = matching(path, config.rank_pattern, layer) ?? config.r;
  if (said !== rank) throw damaged(path, `${layer} has the rank ${rank}, its configuration says ${said}`);
  const alpha = matching(path, config.alpha_pattern, layer) ?? config.lora_alpha;
  return alpha / (config.use_rslora ? Math.sqrt(rank) : rank); // rank-stabilised: Kalajdzievski 2023
}

/** PEFT takes the first pattern that the end of a layer's name matches, from a dot on. */
function matching(
  path: string,
  patterns: Readonly<Record<string, number>> | null | undefined,
  layer: string,
): number | undefined {
  return Object.entries(patterns ?? {}).find(([pattern]) => expression(path, pattern).test(layer))?.[1];
}

/** A stranger's expression must not keep the machine busy: no repeated group, and few repeats. */
function expression(path: string, pattern: string): RegExp {
  const repeats = pattern.match(/[*+{]/g)?.length ?? 0;
  if (pattern.length > 1000 || repeats > 3 || /\)[*+?{]/.test(pattern))
    throw damaged(path, `its configuration names layers by ${pattern.slice(0, 80)}, which is too intricate`);
  try {
    return new RegExp(`^(?:.*\\.)?(?:${pattern})$`);
  } catch {
    throw damaged(path, `its configuration names layers by ${pattern.slice(0, 80)}, which says nothing`);
  }
}
