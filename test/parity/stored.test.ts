/** The same weights, stored in other ways: the same answer. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTensors, writeSafetensors } from '../../src-main/runtime/checkpoint/safetensors.ts';
import type { DType } from '../../src-main/runtime/graph/index.ts';
import { convert } from '../../src-main/runtime/sessions/convert.ts';
import type { Values } from '../../src-main/runtime/sessions/session.ts';
import { clipText, clipVision } from '../../src-main/systems/clip/graph.ts';
import { unet } from '../../src-main/systems/stable-diffusion/unet.ts';
import { answer, compare, differences, fixtures, place, weightsOf } from './case.ts';

const here = place();
afterAll(here.remove);

type Tensors = Record<string, Values>;

async function stored(fixture: string, name: string, change: (tensors: Tensors) => Tensors): Promise<string> {
  const path = join(here.folder, `${fixture}-${name}.safetensors`);
  const tensors = await readTensors(await weightsOf(fixture, here.folder));
  await writeFile(path, writeSafetensors(change(tensors)));
  return path;
}
const each =
  (change: (values: Values) => Values) =>
  (tensors: Tensors): Tensors =>
    Object.fromEntries(Object.entries(tensors).map(([name, values]) => [name, change(values)]));
const renamed =
  (from: RegExp, to: string) =>
  (tensors: Tensors): Tensors =>
    Object.fromEntries(Object.entries(tensors).map(([name, values]) => [name.replace(from, to), values]));

describe.each<DType>(['float16', 'bfloat16', 'float64'])('weights in %s', (type) => {
  it.each([
    ['clip-text', clipText],
    ['unet', unet],
  ] as const)(
    'are cast in the graph of %s: as a checkpoint that was converted',
    async (fixture, architecture) => {
      const weights = await stored(
        fixture,
        type,
        each((values) => convert(values, type)),
      );
      const rounded = await stored(
        fixture,
        `${type}-back`,
        each((values) => convert(convert(values, type), 'float32')),
      );
      const [mine, other] = await Promise.all(
        [weights, rounded].map((path) => answer(architecture, fixture, '1', here.folder, { weights: path })),
      );
      for (const { output, worst, scale } of differences(mine!.found, other!.found)) {
        expect(scale, output).toBeGreaterThan(0.05);
        expect(worst / scale, output).toBeLessThan(1e-6);
      }
      // The official answer is near, and with fewer bits it isn't the same: they were really read.
      const [far] = await compare(architecture, fixture, '1', here.folder, { weights });
      expect(far!.worst / far!.scale).toBeLessThan(0.1);
      if (type !== 'float64') expect(far!.worst / far!.scale).toBeGreaterThan(1e-5);
    },
  );
});

describe('a checkpoint', () => {
  const same = async (weights: string, fixture = 'clip-text', architecture = clipText) => {
    const [mine, other] = [
      await answer(architecture as never, fixture, '1', here.folder, { weights }),
      await answer(architecture as never, fixture, '1', here.folder),
    ];
    for (const { output, worst, scale } of differences(mine.found, other.found)) {
      expect(scale, output).toBeGreaterThan(0.05);
      expect(worst, output).toBe(0);
    }
  };

  it('in shards with an index', async () => {
    const tensors = Object.entries(await readTensors(await weightsOf('clip-text', here.folder)));
    const map: Record<string, string> = {};
    for (const shard of [0, 1, 2]) {
      const file = `model-0000${shard + 1}-of-00003.safetensors`;
      const part = tensors.filter((_, i) => i % 3 === shard);
      for (const [name] of part) map[name] = file;
      await writeFile(join(here.folder, file), writeSafetensors(Object.fromEntries(part)));
    }
    const index = join(here.folder, 'model.safetensors.index.json');
    await writeFile(index, JSON.stringify({ metadata: {}, weight_map: map }));
    await same(index);
  });

  it('of torch', () => same(join(fixtures, 'clip-text-gelu', 'pytorch_model.bin'), 'clip-text-gelu'));

  it.each([
    ['clip-text', clipText, 'text_model.'],
    ['clip-vision', clipVision, 'vision_model.'],
  ] as const)('of %s with and without the library’s prefix', async (fixture, architecture, prefix) => {
    const bare = new RegExp(`^(${prefix.replace('.', '\\.')})?`);
    for (const [name, to] of [
      ['with', prefix],
      ['without', ''],
    ] as const) {
      const path = await stored(fixture, name, renamed(bare, to));
      expect(Object.keys(await readTensors(path)).every((key) => key.startsWith(prefix))).toBe(to !== '');
      await same(path, fixture, architecture as never);
    }
  });

  it('of both towers of CLIP in one', async () => {
    const [text, vision] = await Promise.all(
      ['clip-text', 'clip-vision'].map(async (fixture) => readTensors(await weightsOf(fixture, here.folder))),
    );
    const prefixed = (tensors: Tensors, prefix: string) =>
      renamed(new RegExp(`^(${prefix.replace('.', '\\.')})?`), prefix)(tensors);
    const path = join(here.folder, 'both.safetensors');
    const all = { ...prefixed(text!, 'text_model.'), ...prefixed(vision!, 'vision_model.') };
    await writeFile(path, writeSafetensors(all));
    await same(path);
    await same(path, 'clip-vision', clipVision as never);
  });
});

it('configurations of both towers are read too', async () => {
  const config: unknown = JSON.parse(await readFile(join(fixtures, 'clip-text', 'config.json'), 'utf8'));
  expect(clipText.config.parse({ text_config: config, vision_config: {} })).toEqual(
    clipText.config.parse(config),
  );
});
