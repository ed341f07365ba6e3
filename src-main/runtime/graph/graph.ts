/**
 * A computation as data: nodes in the order they run, each with its inputs, attributes and outputs. Modules are plain
 * functions of a parameter scope and tensors; operators (`ops/`) add one node each. Other code can walk the graph.
 */
import { formatShape, onnxTypes, sameShape, type DType, type Shape } from './types.ts';

/** A value in a graph. */
export interface Tensor {
  readonly graph: Graph;
  readonly name: string;
  readonly type: DType;
  readonly shape: Shape;
}

export type Attribute = number | string | readonly number[] | { readonly float: number };

export interface Node {
  readonly op: string;
  /** '' is ONNX's own; `com.microsoft` holds ONNX Runtime's contributions. */
  readonly domain: '' | 'com.microsoft';
  /** Names of values; '' for an optional one that isn't given. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** The layer that made it. */
  readonly scope: string;
}

/** A value that is part of the graph: small, or it belongs into a checkpoint. */
export interface Constant {
  readonly tensor: Tensor;
  readonly data: Uint8Array;
}

/** A value that a checkpoint holds. */
export interface Parameter {
  readonly tensor: Tensor;
  readonly location: StoredTensor;
}

/** Where a tensor lies: little-endian, row-major, without gaps. */
export interface StoredTensor {
  readonly name: string;
  readonly type: DType;
  readonly shape: readonly number[];
  /** The file's place in the list of the checkpoint's files. */
  readonly file: number;
  readonly offset: number;
  readonly bytes: number;
}

/** Weights by the name in the official checkpoint. */
export interface Weights {
  /** `undefined` when there is none of that name. */
  get(name: string): StoredTensor | undefined;
  /** All names, where they are known. */
  names?(): Iterable<string>;
}

/** A small change of some layers' weights, kept beside them (Hu et al. 2021, "LoRA"). */
export interface Adapter {
  /** The layers that it changes, as its file calls them. */
  readonly names: readonly string[];
  /** The two thin matrices for a layer, by the layer's name in the checkpoint. */
  find(layer: string): AdapterPart | undefined;
}

export interface AdapterPart {
  /** The layer as the adapter's file calls it. */
  name: string;
  /** [rank, in, …] */
  down: StoredTensor;
  /** [out, rank, …] */
  up: StoredTensor;
  /** alpha / rank, or what else the adapter says */
  factor: number;
}

/** What a device is good at; operators choose their form by it. */
export interface Target {
  /** ONNX Runtime's execution provider. */
  readonly provider: 'cpu' | 'webgpu' | 'dml' | 'coreml';
  /** The type that floating point is computed in. */
  readonly type: 'float32' | 'float16';
}

/** A mistake in a model's definition, found while it is built; says near which layer. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
}

const float = (shape: Shape) => ({ type: 'float32' as const, shape });

export interface Mismatch {
  readonly name: string;
  readonly problem: 'missing' | 'shape' | 'extra';
  readonly detail: string;
}

export class Graph {
  readonly inputs: Tensor[] = [];
  readonly outputs: { name: string; tensor: Tensor }[] = [];
  readonly nodes: Node[] = [];
  readonly constants: Constant[] = [];
  readonly parameters: Parameter[] = [];
  /** Weights that the checkpoint lacks, has in another shape, or has too many of. */
  readonly mismatches: Mismatch[] = [];
  /** Names, as in the checkpoint, of the weights of linear layers: what can be kept in fewer bits. */
  readonly matrices = new Set<string>();
  /** The parameter scope used last: where a mistake is near. */
  scope = '';
  readonly target: Target;
  readonly adapters: readonly Adapter[];
  /** The names in each adapter that found their layer. */
  readonly adapted: readonly Set<string>[];
  readonly #weights: Weights;
  readonly #byName = new Map<string, Tensor>();
  readonly #places = new Map<string, Parameter>();
  readonly #constants = new Map<string, Tensor>();
  #count = 0;

  /** @param weights what parameters are looked up in */
  constructor(weights: Weights, target: Target, adapters: readonly Adapter[] = []) {
    this.#weights = weights;
    this.target = target;
    this.adapters = adapters;
    this.adapted = adapters.map(() => new Set());
  }

  /** How strongly the n-th adapter counts: an input, 1 as trained. */
  adapterScale(n: number): Tensor {
    const name = `adapter_scale.${n}`;
    return this.inputs.find((input) => input.name === name) ?? this.input(name, 'float32', [1]);
  }

  input(name: string, type: DType, shape: Shape): Tensor {
    const tensor = this.#value(name, type, shape);
    this.inputs.push(tensor);
    return tensor;
  }

  /** Whatever a graph computes in, numbers go in and come out in single precision. */
  output(name: string, tensor: Tensor): void {
    const wide =
      tensor.type === 'float16'
        ? this.node('Cast', [tensor], [float(tensor.shape)], { to: onnxTypes.float32 })[0]!
        : tensor;
    this.outputs.push({ name, tensor: wide });
  }

  /** Adds a node; its outputs in order. */
  node(
    op: string,
    inputs: readonly (Tensor | null)[],
    outputs: readonly { type: DType; shape: Shape }[],
    attributes: Readonly<Record<string, Attribute>> = {},
    domain: Node['domain'] = '',
  ): Tensor[] {
    for (const input of inputs)
      if (input && input.graph !== this) this.fail(`${op} mixes values of two graphs`);
    const made = outputs.map(({ type, shape }) => this.#value(`${op}_${this.#count++}`, type, shape));
    this.nodes.push({
      op,
      domain,
      inputs: inputs.map((input) => input?.name ?? ''),
      outputs: made.map(({ name }) => name),
      attributes,
      scope: this.scope,
    });
    return made;
  }

  /** A small value that is written into the graph itself; the same data is kept once. */
  constant(type: DType, shape: readonly number[], data: Uint8Array): Tensor {
    const key = `${type}${formatShape(shape)}${Buffer.from(data).toString('latin1')}`;
    const known = this.#constants.get(key);
    if (known) return known;
    const tensor = this.#value(`constant_${this.#count++}`, type, shape);
    this.constants.push({ tensor, data });
    this.#constants.set(key, tensor);
    return tensor;
  }

  /** The stored form of a parameter, under its official name; a mismatch is noted and the build goes on. */
  stored(name: string, shape: readonly number[]): StoredTensor {
    const found = this.#weights.get(name);
    if (found && sameShape(found.shape, shape)) return found;
    this.mismatches.push(
      found
        ? {
            name,
            problem: 'shape',
            detail: `is ${formatShape(found.shape)}, not ${formatShape(shape)}`,
          }
        : { name, problem: 'missing', detail: `of shape ${formatShape(shape)} is missing` },
    );
    return { name: found?.name ?? name, type: 'float32', shape, file: 0, offset: 0, bytes: 0 };
  }

  /** What the checkpoint calls a parameter: some leave a prefix out. */
  nameOf(name: string): string {
    return this.#weights.get(name)?.name ?? name;
  }

  /** Whether the checkpoint has a tensor of this name. */
  has(name: string): boolean {
    return this.#weights.get(name) !== undefined;
  }

  /** A stored tensor as a value of the graph, in its stored type. */
  parameter(location: StoredTensor): Tensor {
    const known = this.#places.get(location.name);
    if (known?.location.file === location.file && known.location.offset === location.offset)
      return known.tensor;
    const parameter = { tensor: this.#value(location.name, location.type, location.shape), location };
    this.parameters.push(parameter);
    this.#places.set(location.name, parameter);
    return parameter.tensor;
  }

  fail(message: string): never {
    throw new GraphError(`${message}${this.scope ? ` (near ${this.scope})` : ''}`);
  }

  #value(name: string, type: DType, shape: Shape): Tensor {
    if (this.#byName.has(name)) this.fail(`Two values are called ${name}`);
    const tensor: Tensor = { graph: this, name, type, shape };
    this.#byName.set(name, tensor);
    return tensor;
  }
}
