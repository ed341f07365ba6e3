/** Where a module finds its parameters: a prefix of the official names. */
import { cast } from './ops/elementwise.ts';
import type { Graph, StoredTensor, Tensor } from './graph.ts';
import { isFloat } from './types.ts';

export class Scope {
  readonly graph: Graph;
  readonly path: string;

  constructor(graph: Graph, path = '') {
    this.graph = graph;
    this.path = path;
  }

  /** The scope of a part: `p.at('layers', 3, 'mlp')`. */
  at(...parts: (string | number)[]): Scope {
    const path = [this.path, ...parts].filter((part) => part !== '').join('.');
    this.graph.scope = path;
    return new Scope(this.graph, path);
  }

  /** A parameter in the graph's floating-point type; integers keep theirs. */
  param(name: string, shape: readonly number[]): Tensor {
    const raw = this.graph.parameter(this.stored(name, shape));
    return isFloat(raw.type) ? cast(raw, this.graph.target.type) : raw;
  }

  /** Where a parameter lies, for operators that read it in another form. */
  stored(name: string, shape: readonly number[]): StoredTensor {
    const path = this.path ? `${this.path}.${name}` : name;
    this.graph.scope = this.path;
    return this.graph.stored(path, shape);
  }

  /** Whether the checkpoint has a parameter of this name here. */
  has(name: string): boolean {
    return this.graph.has(this.path ? `${this.path}.${name}` : name);
  }
}
