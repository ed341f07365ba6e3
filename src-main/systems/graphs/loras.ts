import { basename } from 'node:path';
import type { LoraFit } from '../../contract/index.ts';
import type { Checkpoint } from '../../runtime/checkpoint/tensors.ts';
import type { Graph } from '../../runtime/graph/index.ts';

/** How much of each LoRA found its place in a graph. */
export const fitsOf = (graph: Pick<Graph, 'adapters' | 'adapted'>, loras: readonly Checkpoint[]): LoraFit[] =>
  graph.adapters.map(({ names }, n) => ({
    file: basename(loras[n]!.files[0]!),
    layers: names.length,
    fits: graph.adapted[n]!.size,
    others: names.filter((name) => !graph.adapted[n]!.has(name)),
  }));
