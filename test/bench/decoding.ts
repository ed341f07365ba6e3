/** A language model that goes on from a prompt, token by token, over what it kept of those before (models.py does the same). */
import { fill } from '../../src-main/runtime/sessions/fill.ts';
import type { Session, Values } from '../../src-main/runtime/sessions/session.ts';
import { llama } from '../../src-main/systems/vicuna/graph.ts';

type Tensors = Record<string, Values>;

/** How many tokens are timed together. */
export const tokens = 16;

/** The outputs that decoding needs. */
export const decodingOutputs = (layers: number): string[] => [
  'logits',
  ...Array.from({ length: layers }, (_, i) => [`present.${i}.key`, `present.${i}.value`]).flat(),
];

const integers = (values: readonly number[]): Values => ({
  type: 'int64',
  shape: [1, values.length],
  data: new Uint8Array(BigInt64Array.from(values, BigInt).buffer),
});

/** Reads the prompt; the function that it answers with always goes on from its end. */
export async function decoding(session: Session, prompt: Values): Promise<() => Promise<Tensors>> {
  const length = prompt.shape[1]!;
  const step = async (ids: Values, at: number, past: Tensors): Promise<Tensors> => {
    const places = integers(Array.from({ length: ids.shape[1]! }, (_, i) => at + i));
    return session.run(fill(session.inputs, { input_ids: ids, position_ids: places, ...past }, llama));
  };
  const kept = (outputs: Tensors): Tensors =>
    Object.fromEntries(
      Object.entries(outputs)
        .filter(([name]) => name.startsWith('present.'))
        .map(([name, values]) => [name.replace('present.', 'past_key_values.'), values]),
    );
  const start = kept(await step(prompt, 0, {}));
  return async () => {
    let past = start;
    let outputs: Tensors = {};
    for (let i = 0; i < tokens; i++) {
      outputs = await step(integers([i]), length + i, past);
      past = kept(outputs);
    }
    return { logits: outputs['logits']! };
  };
}
