/** Every operator once, run: the shape that was inferred is the shape that comes out, on both ways of writing it. */
import { describe, expect, it } from 'vitest';
import * as ops from '../../../../src-main/runtime/graph/index.ts';
import type { Graph, Scope, Tensor } from '../../../../src-main/runtime/graph/index.ts';
import type { Values } from '../../../../src-main/runtime/sessions/session.ts';
import { cpu, floats, numbers, plain, run, some } from './help.ts';

const shape = [2, 4, 6, 5];
const inputs = {
  x: some('x', shape),
  s: some('s', [2, 3, 4]),
  t: some('t', [2, 7, 4]),
  m: mask(1, 1, 0, 1, 1, 1),
};

function mask(...values: number[]): Values {
  return { type: 'int64', shape: [2, 3], data: new Uint8Array(BigInt64Array.from(values, BigInt).buffer) };
}

interface Given {
  graph: Graph;
  p: Scope;
  /** [batch, 4, height, width] */
  x: Tensor;
  /** Sequences: [batch, words, 4] and [batch, things, 4] */
  s: Tensor;
  t: Tensor;
  /** [batch, words] */
  m: Tensor;
}
const sizes: Record<string, number> = { batch: 2, height: 6, width: 5, words: 3, things: 7 };

const weights = {
  weight4: some('w', [4, 4]),
  'linear.weight': some('lw', [3, 4]),
  'linear.bias': some('lb', [3]),
  'norm.weight': some('nw', [4]),
  'norm.bias': some('nb', [4]),
  'conv.weight': some('cw', [3, 4, 3, 3]),
  'conv.bias': some('cb', [3]),
  'up.weight': some('uw', [4, 3, 2, 2]),
  'up.bias': some('ub', [3]),
};

const unaries = [
  ops.neg,
  ops.exp,
  ops.sin,
  ops.cos,
  ops.tanh,
  ops.sigmoid,
  ops.relu,
  ops.softmax,
  ops.gelu,
  ops.swish,
];

const table: readonly [name: string, build: (given: Given) => Tensor | Tensor[]][] = [
  ['elementwise, one value', ({ x }) => unaries.map((op) => op(x))],
  ['sqrt', ({ x }) => ops.sqrt(ops.mul(x, x))],
  ['gelu by tanh', ({ x }) => ops.gelu(x, 'tanh')],
  ['quick gelu', ({ x }) => ops.swish(x, 1.702)],
  ['softmax over channels', ({ x }) => ops.softmax(x, 1)],
  ['arithmetic', ({ x }) => [ops.add(x, 1), ops.sub(2, x), ops.mul(x, x), ops.div(x, 3), ops.pow(x, 2)]],
  [
    'comparisons',
    ({ x }) =>
      [ops.equal(ops.relu(x), 0), ops.less(x, 0), ops.greater(x, 0)].map((c) => ops.cast(c, 'float32')),
  ],
  ['where', ({ x }) => ops.where(ops.less(x, 0), 0, x)],
  ['means', ({ x }) => [ops.mean(x, [-1]), ops.mean(x, [2, 3], false), ops.reduceSum(x, [1])]],
  ['reshape', ({ x }) => ops.reshape(x, ['same', 2, 2, { rest: 'width*height' }])],
  ['reshape as another', ({ x }) => ops.reshapeLike(ops.reshape(x, [{ rest: 'all' }]), x)],
  ['transpose', ({ x }) => ops.transpose(x, [0, 2, 3, 1])],
  ['concat', ({ x }) => ops.concat([x, x], 1)],
  ['split', ({ x }) => ops.split(x, [1, 3], 1)],
  ['slice', ({ x }) => [ops.slice(x, 1, 1, 3), ops.slice(x, 1, -2, 4)]],
  ['gather', ({ graph, x }) => ops.gather(x, ops.ints(graph, [2, 0]), 1)],
  ['squeeze', ({ x }) => ops.squeeze(ops.unsqueeze(x, [1, 3]), [1])],
  ['expand', ({ x }) => ops.expand(ops.mean(x, [0]), ops.shapeOf(x), x.shape)],
  ['pad', ({ x }) => ops.pad(ops.reshape(x, ['same', 4, 30]), [0, 1, 2], [0, 0, 3])],
  ['positions', ({ m }) => ops.cast(ops.positions(m, 1), 'float32')],
  ['matmul', ({ s, t }) => ops.matmul(s, ops.transpose(t, [0, 2, 1]))],
  ['matmul, transposed', ({ s, t }) => ops.matmulTransposed(s, t)],
  [
    'linear',
    ({ p, s }) => [ops.linear(p.at('linear'), s, 3), ops.linear(p.at('linear'), s, 3, { bias: false })],
  ],
  ['norms', ({ p, s }) => [ops.layerNorm(p.at('norm'), s, 1e-5), ops.rmsNorm(p.at('norm'), s, 1e-6)]],
  ['group norm', ({ p, x }) => [1, 2, 4].map((groups) => ops.groupNorm(p.at('norm'), x, groups, 1e-5))],
  [
    'convolutions',
    ({ p, x }) => [
      ops.conv(p.at('conv'), x, 3, { kernel: 3, padding: 1 }),
      ops.conv(p.at('conv'), x, 3, { kernel: 3, bias: false }),
    ],
  ],
  ['a convolution that enlarges', ({ p, x }) => ops.convTranspose(p.at('up'), x, 3, 2)],
  ['enlarging', ({ x }) => [ops.enlarge(x, 2), ops.enlargeLike(ops.slice(x, 2, 0, 3), x)]],
  [
    'attention',
    ({ s, t }) => [ops.attention(s, t, t, { heads: 2 }), ops.attention(s, s, s, { heads: 4, scale: 0.3 })],
  ],
  [
    'attention that sees no later word',
    ({ s, m }) => ops.attention(s, s, s, { heads: 2, bias: ops.causalBias(m) }),
  ],
  [
    'attention that sees no padding',
    ({ t, s, m }) => ops.attention(t, s, s, { heads: 1, bias: ops.paddingBias(m) }),
  ],
];

async function both(build: (given: Given) => Tensor | Tensor[]) {
  const results = [];
  for (const target of [cpu, plain]) {
    const used = new Set<string>();
    const make = (graph: Graph, p: Scope) => {
      const x = graph.input('x', 'float32', ['batch', 4, 'height', 'width']);
      const s = graph.input('s', 'float32', ['batch', 'words', 4]);
      const t = graph.input('t', 'float32', ['batch', 'things', 4]);
      const m = graph.input('m', 'int64', ['batch', 'words']);
      [build({ graph, p, x, s, t, m })].flat().forEach((y, i) => graph.output(`y${i}`, y));
      for (const node of graph.nodes) node.inputs.forEach((name) => used.add(name));
    };
    results.push(await run(make, inputs, weights, target));
  }
  return results;
}

describe.each(table)('%s', (_, build) => {
  it('has the inferred shape, and the same values in both forms', async () => {
    const [fused, other] = await both(build);
    expect(fused!.graph.mismatches).toEqual([]);
    for (const { name, tensor } of fused!.graph.outputs) {
      const [a, b] = [fused!.outputs[name]!, other!.outputs[name]!];
      expect(a.shape.length).toBe(tensor.shape.length);
      tensor.shape.forEach((d, i) => {
        const known = typeof d === 'number' ? d : sizes[d];
        if (known !== undefined) expect(a.shape[i], `${name} ${d}`).toBe(known);
      });
      const [u, v] = [numbers(a), numbers(b)];
      expect(u.some((value) => value !== 0)).toBe(true);
      u.forEach((value, i) => expect(value).toBeCloseTo(v[i]!, 4));
    }
  });
});

describe('values', () => {
  it('of a linear layer, a norm and attention are those of their formulas', async () => {
    const { outputs } = await run(
      (graph, p) => {
        const s = graph.input('s', 'float32', ['batch', 'words', 4]);
        graph.output('linear', ops.linear(p.at('linear'), s, 3));
        graph.output('norm', ops.layerNorm(p.at('norm'), s, 1e-5));
        graph.output('attention', ops.attention(s, s, s, { heads: 2 }));
      },
      { s: inputs.s },
      weights,
    );
    const [s, w, b] = [inputs.s, weights['linear.weight'], weights['linear.bias']].map(numbers) as [
      number[],
      number[],
      number[],
    ];
    const row = (n: number) => s.slice(4 * n, 4 * n + 4);
    const linear = Array.from({ length: 18 }, (_, i) =>
      row(Math.floor(i / 3)).reduce((sum, v, k) => sum + v * w[(i % 3) * 4 + k]!, b[i % 3]!),
    );
    numbers(outputs['linear']!).forEach((v, i) => expect(v).toBeCloseTo(linear[i]!, 5));

    const mean = row(1).reduce((x, y) => x + y) / 4;
    const variance = row(1).reduce((x, y) => x + (y - mean) ** 2, 0) / 4;
    const [nw, nb] = [numbers(weights['norm.weight']), numbers(weights['norm.bias'])];
    row(1).forEach((v, i) => {
      const wanted = ((v - mean) / Math.sqrt(variance + 1e-5)) * nw[i]! + nb[i]!;
      expect(numbers(outputs['norm']!)[4 + i]).toBeCloseTo(wanted, 5);
    });

    // The second head of the first word of the second sequence.
    const words = [3, 4, 5].map((n) => row(n).slice(2));
    const scores = words.map((k) => Math.exp((words[0]![0]! * k[0]! + words[0]![1]! * k[1]!) / Math.SQRT2));
    const total = scores.reduce((x, y) => x + y);
    for (const i of [0, 1]) {
      const wanted = words.reduce((sum, v, n) => sum + (scores[n]! / total) * v[i]!, 0);
      expect(numbers(outputs['attention']!)[12 + 2 + i]).toBeCloseTo(wanted, 5);
    }
  });

  it('of padding weigh nothing', async () => {
    const make = (graph: Graph) => {
      const s = graph.input('s', 'float32', ['batch', 'words', 4]);
      const m = graph.input('m', 'int64', ['batch', 'words']);
      graph.output('y', ops.attention(s, s, s, { heads: 2, bias: ops.paddingBias(m) }));
    };
    const other = numbers(inputs.s);
    other.fill(50, 8, 12); // the masked word
    const [a, b] = await Promise.all(
      [inputs.s, floats(other, [2, 3, 4])].map(async (s) =>
        numbers((await run(make, { s, m: inputs.m })).outputs['y']!),
      ),
    );
    expect(a!.slice(0, 8)).toEqual(b!.slice(0, 8));
  });
});
