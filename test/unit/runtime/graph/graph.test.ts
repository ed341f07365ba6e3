/** What the builder refuses, keeps once, and says. */
import { describe, expect, it } from 'vitest';
import { emit } from '../../../../src-main/runtime/graph/emit.ts';
import {
  add,
  attention,
  concat,
  constant,
  conv,
  groupNorm,
  linear,
  matmul,
  reshape,
  scalar,
  Scope,
  slice,
  split,
  transpose,
  where,
  GraphError,
} from '../../../../src-main/runtime/graph/index.ts';
import { emptyGraph, floats, half, numbers, plain, run, shaped } from './help.ts';

describe('a graph', () => {
  it('keeps a constant once', () => {
    const graph = emptyGraph();
    const one = scalar(graph, 1, 'float32');
    expect(scalar(graph, 1, 'float32')).toBe(one);
    expect(constant(graph, [1], 'float32', [1])).not.toBe(one);
    expect(scalar(graph, 1, 'int32')).not.toBe(one);
    expect(scalar(graph, 1065353216, 'int32')).not.toBe(one); // the same bytes
    expect(graph.constants).toHaveLength(4);
  });

  it('reads a parameter once, and casts it to what it computes in', () => {
    const graph = emptyGraph(half, shaped({ w: [2, 3] }));
    const p = new Scope(graph);
    expect(p.param('w', [2, 3]).type).toBe('float16');
    p.param('w', [2, 3]);
    expect(graph.parameters).toHaveLength(1);
  });

  it('never has two values of one name, nor mixes two graphs', () => {
    const [a, b] = [emptyGraph(), emptyGraph()];
    a.input('x', 'float32', [1]);
    expect(() => a.input('x', 'float32', [1])).toThrow(/Two values are called x/);
    expect(() => add(a.input('y', 'float32', [1]), b.input('y', 'float32', [1]))).toThrow(/two graphs/);
  });

  it('may give an output the name of an input', async () => {
    const { outputs } = await run((graph) => graph.output('x', add(graph.input('x', 'float32', ['n']), 1)), {
      x: floats([1, 2], [2]),
    });
    expect(numbers(outputs['x']!)).toEqual([2, 3]);
  });

  it('is emitted without weights, whatever their size', () => {
    const graph = emptyGraph(plain, shaped({ weight: [30_000, 30_000], bias: [30_000] }));
    graph.output('y', linear(new Scope(graph), graph.input('x', 'float32', ['n', 30_000]), 30_000));
    expect(emit(graph, { files: ['w'] }).length).toBeLessThan(2_000);
  });
});

describe('a mistake in a model', () => {
  const x = () => emptyGraph(plain, shaped({})).input('x', 'float32', ['batch', 4, 6, 6]);
  const deep = (mistake: (p: Scope) => void) => () => {
    const p = new Scope(emptyGraph(plain, shaped({ 'a.b.3.weight': [4] }))).at('a', 'b', 3);
    p.param('weight', [4]);
    mistake(p);
  };

  it('is a GraphError that names the layer', () => {
    const wrong = deep((p) => add(p.param('weight', [4]), p.graph.input('x', 'float32', [3])));
    expect(wrong).toThrow(GraphError);
    expect(wrong).toThrow('Add of shapes [4] and [3] (near a.b.3)');
  });

  it.each<[string, () => unknown, RegExp]>([
    ['types', () => add(x(), scalar(x().graph, 1, 'int64')), /two graphs|float32 and int64/],
    ['matrices', () => matmul(x(), transpose(x(), [0, 1, 3, 2])), /two graphs|\[batch/],
    ['a reshape that loses values', () => reshape(constantOf([2, 3]), [5]), /\[2, 3\] to \[5\]/],
    ['two unknown sizes', () => reshape(x(), [{ rest: 'a' }, { rest: 'b' }]), /two unknown/],
    ['a permutation', () => transpose(x(), [0, 1]), /Transpose of \[batch, 4, 6, 6\]/],
    ['parts that don’t add up', () => split(x(), [1, 2], 1), /into 1 \+ 2/],
    ['parts that don’t fit', () => concatOf([2, 3], [3, 3]), /Concat of \[2, 3\] and \[3, 3\]/],
    ['heads', () => heads(3), /by 3 heads/],
    ['groups', () => groupNorm(new Scope(x().graph), x(), 3, 1e-5), /two graphs|3 groups/],
    ['a picture without channels', () => picture(), /A convolution over/],
    ['a condition', () => condition(), /Where of/],
  ])('in %s is found while it is built', (_, wrong, message) => {
    expect(wrong).toThrow(message);
  });

  const constantOf = (shape: number[]) => emptyGraph().input('x', 'float32', shape);
  const concatOf = (a: number[], b: number[]) => {
    const graph = emptyGraph();
    return concat([graph.input('a', 'float32', a), graph.input('b', 'float32', b)], 1);
  };
  const heads = (count: number) => {
    const q = emptyGraph().input('q', 'float32', ['batch', 'n', 8]);
    return attention(q, q, q, { heads: count });
  };
  const picture = () => {
    const graph = emptyGraph();
    return conv(new Scope(graph), graph.input('x', 'float32', ['batch', 'c', 4, 4]), 2, { kernel: 1 });
  };
  const condition = () => {
    const graph = emptyGraph();
    return where(graph.input('c', 'bool', [3]), graph.input('a', 'float32', [2]), 0);
  };
});

describe('shapes', () => {
  it('are followed through names', () => {
    const graph = emptyGraph();
    const x = graph.input('x', 'float32', ['batch', 'words', 8]);
    expect(reshape(x, ['same', 'same', 2, 4]).shape).toEqual(['batch', 'words', 2, 4]);
    expect(concat([x, graph.input('y', 'float32', ['batch', 'words', 3])], -1).shape[2]).toBe(11);
    expect(slice(x, 2, -3, 8).shape[2]).toBe(3);
    expect(slice(x, 1, 0, 5).shape[1]).toBe(5);
    expect(slice(x, 1, 1, 2 ** 31).shape[1]).not.toBe('words');
    expect(split(x, [3, 5], 2).map(({ shape }) => shape[2])).toEqual([3, 5]);
  });
});
