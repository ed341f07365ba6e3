/** Where a module finds its parameters: a prefix of the official names. */
import { cast, mul } from './ops/elementwise.ts';
import { StudioError } from '../../contract/index.ts';
import type { AdapterPart, Graph, Tensor } from './graph.ts';
import { formatShape, isFloat, sameShape } from './types.ts';

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
    this.graph.scope = this.path;
    const raw = this.graph.parameter(this.graph.stored(this.name(name), shape));
    return isFloat(raw.type) ? cast(raw, this.graph.target.type) : raw;
  }

  /** Whether the checkpoint has a parameter of this name here. */
  has(name: string): boolean {
    return this.graph.has(this.name(name));
  }

  /** A parameter's whole name. */
  name(name: string): string {
    return this.path ? `${this.path}.${name}` : name;
  }

  /**
   * What adapters add to this layer's weight: up · down · scale.
   * @param shape of the weight: [out, in], and of a convolution the kernel's two sides
   * @throws StudioError 'bad-input' for an adapter of a layer of another shape
   */
  adapters(shape: readonly number[]): { down: Tensor; up: Tensor; scale: Tensor }[] {
    return this.graph.adapters.flatMap((adapter, n) => {
      const found = adapter.find(this.path);
      if (!found) return [];
      this.#fits(found, shape);
      this.graph.adapted[n]!.add(found.name);
      const { type } = this.graph.target;
      const scale = mul(cast(this.graph.adapterScale(n), type), found.factor);
      const [down, up] = [found.down, found.up].map((t) => cast(this.graph.parameter(t), type));
      return [{ down: down!, up: up!, scale }];
    });
  }

  #fits({ down, up }: AdapterPart, [out, ...rest]: readonly number[]): void {
    const [rank] = down.shape as [number];
    const kernel = rest.slice(1).map(() => 1);
    if (sameShape(down.shape, [rank, ...rest]) && sameShape(up.shape, [out!, rank, ...kernel])) return;
    throw new StudioError(
      'bad-input',
      `This LoRA is for another model: its matrices ${formatShape(up.shape)} and ${formatShape(down.shape)} don't fit ${this.path}, which is ${formatShape([out!, ...rest])}.`,
      'Use a LoRA that was made for this very model.',
    );
  }
}
