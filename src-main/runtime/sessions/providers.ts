/** ONNX Runtime's execution providers: which this build has, and whether one of them really computes here. */
import * as ort from 'onnxruntime-node';
import { expected, tinyModel } from './tiny.ts';

export interface ProviderList {
  version: string;
  providers: string[];
}

export const listProviders = (): ProviderList => ({
  version: ort.env.versions.node ?? ort.env.versions.common,
  providers: ort.listSupportedBackends().map(({ name }) => name),
});

/** Runs a tiny graph on one provider and compares its answer. May abort the process: drivers do. */
export async function tryProvider(name: string): Promise<{ works: boolean; detail: string }> {
  const x = [1, 2, 3, -4, 0.5, 6];
  try {
    const started = performance.now();
    const session = await ort.InferenceSession.create(tinyModel(), {
      executionProviders: [name],
      logSeverityLevel: 4,
      // Without this the CPU would quietly do what the device can't.
      ...(name !== 'cpu' && { extra: { session: { disable_cpu_ep_fallback: '1' } } }),
    });
    const { y } = await session.run({ x: new ort.Tensor('float32', Float32Array.from(x), [2, 3]) });
    const off = largestDifference(y?.data as Float32Array, expected(x));
    await session.release();
    if (!(off < 1e-3)) return { works: false, detail: `computes wrong numbers (off by ${off})` };
    return { works: true, detail: `ready in ${Math.round(performance.now() - started)} ms` };
  } catch (error) {
    return { works: false, detail: reasonOf(error instanceof Error ? error.message : String(error)) };
  }
}

/** ONNX Runtime's errors begin with the place in its source and the condition; the words come last, on one line. */
export const reasonOf = (message: string): string =>
  message
    .replace(/\s+/g, ' ')
    .replace(/^.* was false\. /, '')
    .trim()
    .slice(0, 200);

/** NaN when anything is missing or not a number, so that no comparison takes it for right. */
function largestDifference(found: ArrayLike<number> | undefined, wanted: readonly number[]): number {
  if (found?.length !== wanted.length) return NaN;
  return wanted.reduce((worst, value, i) => {
    const off = Math.abs(value - found[i]!);
    return off >= 0 && worst >= 0 ? Math.max(worst, off) : NaN;
  }, 0);
}
