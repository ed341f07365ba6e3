/** An architecture: from the official config.json to a graph. */
import type * as z from 'zod';
import { StudioError, explain } from '../../contract/index.ts';
import { emit } from './emit.ts';
import { extras, lenient, mismatched, type Published } from './fit.ts';
import { Graph, GraphError, type Adapter, type Target, type Weights } from './graph.ts';
import { Scope } from './scope.ts';

export interface Architecture<C = unknown> {
  /** `clip-text`, as on the command line. */
  readonly name: string;
  /** Counts up when the same configuration gives another graph: graphs are kept by it. */
  readonly version: number;
  readonly summary: string;
  /** The part of the official configuration that is needed; the rest is let through. */
  readonly config: z.ZodType<C>;
  /** Prefixes of parameter names that some releases of the same model have and others lack. */
  readonly prefixes?: readonly string[];
  /** Names that weights of this architecture have and no other's. */
  readonly signs: readonly string[];
  /** Official checkpoints that fit, for whoever holds one that doesn't. */
  readonly published: readonly Published[];
  /** What an input holds that isn't given: this number everywhere, in the shape that the others imply. */
  readonly defaults?: Readonly<Record<string, number>>;
  /** Sizes that follow from those that are given; 0 makes an input without a default an empty one. */
  readonly sizes?: (known: Readonly<Record<string, number>>) => Record<string, number>;
  /** Inputs whose numbers name entries of a table, such as token ids, and how many entries it has. */
  entries?(config: C): Record<string, number>;
  /** Outputs that are pictures, and the value that is black in them. */
  readonly pictures?: Readonly<Record<string, number>>;
  /** Another architecture over the same weights, when an input of this name is given. */
  readonly instead?: Readonly<Record<string, Architecture<C>>>;
  /** Declares inputs, builds, declares outputs; names as in the official forward. */
  build(graph: Graph, p: Scope, config: C): void;
}

/** Its type is inferred from the configuration's schema. */
export const architecture = <C>(definition: Architecture<C>): Architecture<C> => definition;

export interface Built {
  model: Uint8Array;
  graph: Graph;
}

export interface BuildOptions {
  /** The name of each of the weights' files beside the model. */
  files: readonly string[];
  /** Names of the outputs that are wanted; all when not given. */
  outputs?: readonly string[];
  adapters?: readonly Adapter[];
  /** Architectures that weights which don't fit may be of. */
  known?: readonly Architecture[];
}

/** @throws StudioError 'bad-input' for a configuration or weights that aren't this architecture's, 'wrong-use' for an output that it lacks */
export function build(
  architecture: Architecture,
  config: unknown,
  weights: Weights,
  target: Target,
  { files, outputs, adapters = [], known }: BuildOptions,
): Built {
  const graph = inspect(architecture, config, weights, target, adapters);
  if (graph.mismatches.length)
    throw mismatched(architecture, architecture.config.parse(config), graph.mismatches, weights, known);
  refuseUnknown(architecture.name, graph, outputs);
  return { model: emit(graph, { files, ...(outputs && { outputs }) }), graph };
}

function refuseUnknown(name: string, { outputs }: Graph, wanted: readonly string[] = []): void {
  const known = outputs.map((output) => output.name);
  for (const each of wanted)
    if (!known.includes(each))
      throw new StudioError('wrong-use', `${name} has no output ${each}.`, `It has ${known.join(', ')}.`);
}

/** An adapter that changed nothing was made for another network. */
function refuseUnused(name: string, { adapted }: Graph): void {
  for (const { size } of adapted)
    if (!size)
      throw new StudioError(
        'bad-input',
        `This LoRA changes no layer of ${name}.`,
        'Use a LoRA for this model.',
      );
}

/** The graph, and how the weights don't fit it. @throws StudioError 'bad-input' for a configuration of another kind */
export function inspect(
  { name, config: schema, prefixes = [], build: make }: Architecture,
  config: unknown,
  weights: Weights,
  target: Target,
  adapters: readonly Adapter[] = [],
): Graph {
  const parsed = schema.safeParse(config);
  if (!parsed.success)
    throw new StudioError(
      'bad-input',
      `This config.json is none of ${name}: ${explain(parsed.error)}`,
      'Use the config.json that lies beside the weights.',
    );
  const graph = new Graph(lenient(weights, prefixes), target, adapters);
  try {
    make(graph, new Scope(graph), parsed.data);
  } catch (error) {
    // The same code builds every configuration: one that it can't build contradicts itself.
    if (!(error instanceof GraphError)) throw error;
    throw new StudioError(
      'bad-input',
      `No ${name} can be built from this config.json: ${error.message}.`,
      'Use the config.json that lies beside the weights.',
    );
  }
  const used = graph.parameters.map(({ location }) => location.name);
  graph.mismatches.push(...extras(used, weights.names?.() ?? []));
  if (!graph.mismatches.length) refuseUnused(name, graph);
  return graph;
}
