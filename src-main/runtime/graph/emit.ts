/** A graph as an ONNX model whose weights stay where they are. Field numbers: onnx.proto3, IR version 10. */
import type { Attribute, Constant, Graph, Node, Parameter, Tensor } from './graph.ts';
import { ProtoWriter } from './proto.ts';
import { onnxTypes, type DType, type Shape } from './types.ts';

/** The version of ONNX's operators that graphs are written in. */
export const opset = 21;

/** Counts up when operators are written in another way: graphs that were kept are of no use then. */
export const builderVersion = 3;

const EXTERNAL = 1;
/** AttributeProto.AttributeType */
const FLOAT = 1;
const INT = 2;
const STRING = 3;
const INTS = 7;

export interface EmitOptions {
  /** The name of each of the checkpoint's files, relative to the folder that the model will lie in. */
  files: readonly string[];
  /** Names of the outputs that are wanted; what only the others need is left out. All when not given. */
  outputs?: readonly string[];
}

/** ONNX takes no output of an input's name: it gets this behind it, and the session takes it off. */
export const outputSuffix = '.out';

/** ModelProto as bytes: no weights, only where they lie. */
export function emit(graph: Graph, { files, outputs: wanted }: EmitOptions): Uint8Array {
  const taken = new Set(graph.inputs.map(({ name }) => name));
  const outputs = graph.outputs
    .filter(({ name }) => !wanted || wanted.includes(name))
    .map(({ name, tensor }) => ({ name: taken.has(name) ? name + outputSuffix : name, tensor }));
  const used = usedFor(graph, outputs);
  const kept = ({ tensor }: { tensor: Tensor }): boolean => used.has(tensor.name);
  const model = new ProtoWriter();
  model.int(1, 10).text(2, 'vitrail');
  model.message(7, (g) => {
    for (const node of graph.nodes)
      if (node.outputs.some((name) => used.has(name))) g.message(1, (n) => writeNode(n, node));
    // A graph's output can't be called anything but its value's name: an Identity renames it.
    for (const { name, tensor } of outputs)
      g.message(1, (n) => n.text(1, tensor.name).text(2, name).text(4, 'Identity'));
    g.text(2, 'graph');
    for (const constant of graph.constants.filter(kept)) g.message(5, (t) => writeConstant(t, constant));
    for (const parameter of graph.parameters.filter(kept))
      g.message(5, (t) => writeParameter(t, parameter, files));
    for (const tensor of graph.inputs) g.message(11, (v) => writeValue(v, tensor.name, tensor));
    for (const { name, tensor } of outputs) g.message(12, (v) => writeValue(v, name, tensor));
  });
  model.message(8, (o) => o.text(1, '').int(2, opset));
  model.message(8, (o) => o.text(1, 'com.microsoft').int(2, 1));
  return model.finish();
}

/** Names of the values that these outputs come from: ONNX Runtime would work out all the others too. */
function usedFor(graph: Graph, outputs: Graph['outputs']): Set<string> {
  const used = new Set(outputs.map(({ tensor }) => tensor.name));
  for (const { inputs, outputs: made } of graph.nodes.toReversed())
    if (made.some((name) => used.has(name))) for (const name of inputs) used.add(name);
  return used;
}

function writeNode(out: ProtoWriter, { op, domain, inputs, outputs, attributes, scope }: Node): void {
  for (const name of inputs) out.text(1, name);
  for (const name of outputs) out.text(2, name);
  out.text(3, `${scope}/${outputs[0]!}`).text(4, op);
  for (const [name, value] of Object.entries(attributes))
    out.message(5, (a) => writeAttribute(a, name, value));
  if (domain) out.text(7, domain);
}

function writeAttribute(out: ProtoWriter, name: string, value: Attribute): void {
  out.text(1, name);
  if (typeof value === 'number') out.int(3, value).int(20, INT);
  else if (typeof value === 'string') out.text(4, value).int(20, STRING);
  else if ('float' in value) out.float(2, value.float).int(20, FLOAT);
  else {
    for (const each of value) out.int(8, each);
    out.int(20, INTS);
  }
}

function writeConstant(out: ProtoWriter, { tensor, data }: Constant): void {
  writeHead(out, tensor.name, tensor.type, tensor.shape as number[]);
  out.bytes(9, data);
}

function writeParameter(out: ProtoWriter, { tensor, location }: Parameter, files: readonly string[]): void {
  writeHead(out, tensor.name, location.type, location.shape);
  const entries = {
    location: files[location.file]!,
    offset: String(location.offset),
    length: String(location.bytes),
  };
  for (const [key, value] of Object.entries(entries)) out.message(13, (e) => e.text(1, key).text(2, value));
  out.int(14, EXTERNAL);
}

function writeHead(out: ProtoWriter, name: string, type: DType, shape: readonly number[]): void {
  for (const size of shape) out.int(1, size);
  out.int(2, onnxTypes[type]).text(8, name);
}

function writeValue(out: ProtoWriter, name: string, { type, shape }: Pick<Tensor, 'type' | 'shape'>): void {
  out
    .text(1, name)
    .message(2, (t) =>
      t.message(1, (tensor) => tensor.int(1, onnxTypes[type]).message(2, (s) => writeShape(s, shape))),
    );
}

function writeShape(out: ProtoWriter, shape: Shape): void {
  for (const dim of shape) out.message(1, (d) => (typeof dim === 'number' ? d.int(1, dim) : d.text(2, dim)));
}
