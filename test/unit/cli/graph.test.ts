/** `vitrail graph`, started as a person starts it, over the small models of the parity tests. */
import { spawn } from 'node:child_process';
import { copyFile, link, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTensors, writeSafetensors } from '../../../src-main/runtime/checkpoint/safetensors.ts';
import { differences, fixtures, readValues } from '../../parity/case.ts';
import { writeWeights } from '../../parity/weights.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const bin = join(root, 'src-main', 'cli', 'bin.mjs');
const clip = join(fixtures, 'clip-text');

let folder: string;
let source: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrail-graph-'));
  await writeWeights(join(clip, 'weights.json'), join(folder, 'model.safetensors'));
  await copyFile(join(clip, 'config.json'), join(folder, 'config.json'));
  const values = Object.entries(await readValues(join(clip, 'case-1.safetensors')));
  const given = values
    .filter(([name]) => name.startsWith('in.'))
    .map(([name, value]) => [name.slice(3), value]);
  await writeFile(join(folder, 'in.safetensors'), writeSafetensors(Object.fromEntries(given)));
  source = ['--config', 'config.json', '--weights', 'model.safetensors'];
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function graph(...argv: string[]) {
  const child = spawn(process.execPath, [bin, 'graph', ...argv], {
    cwd: folder,
    env: { ...process.env, VITRAIL_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    code,
    out,
    err,
    last: () => JSON.parse(out.trim().split('\n').at(-1)!) as Record<string, unknown>,
  };
}

const runTo = (out: string, ...more: string[]) =>
  graph('run', 'clip-text', ...source, '--inputs', 'in.safetensors', '--out', out, ...more);
const run = (...more: string[]) => runTo('out.safetensors', ...more);

async function worst(): Promise<number> {
  const wanted = Object.entries(await readValues(join(clip, 'case-1.safetensors')))
    .filter(([name]) => name.startsWith('out.'))
    .map(([name, value]) => [name.slice(4), value] as const);
  const found = await readTensors(join(folder, 'out.safetensors'));
  return Math.max(...differences(found, Object.fromEntries(wanted)).map((d) => d.worst / d.scale));
}

test('run answers as the official implementation, and says how long it took', async () => {
  const result = await run('--json', '--repeat', '3');
  expect(result.err).not.toMatch(/vitrail:/);
  expect(result.code).toBe(0);
  expect(result.last()).toEqual({
    loadMs: expect.any(Number),
    runMs: expect.any(Number),
    peakMb: expect.any(Number),
    outputs: { last_hidden_state: [2, 13, 32], pooler_output: [2, 32] },
  });
  expect(await worst()).toBeLessThan(1e-4);
});

test('run over shards, as a shell’s pattern names them', async () => {
  const tensors = Object.entries(await readTensors(join(folder, 'model.safetensors')));
  for (const n of [0, 1, 2])
    await writeFile(
      join(folder, `shard-${n}.safetensors`),
      writeSafetensors(Object.fromEntries(tensors.filter((_, i) => i % 3 === n))),
    );
  const shards = [0, 1, 2].map((n) => `shard-${n}.safetensors`);
  const argv = ['run', 'clip-text', '--config', 'config.json', '--inputs', 'in.safetensors'];
  const result = await graph(...argv, '--weights', ...shards, '--out', 'out.safetensors');
  expect(result.err).not.toMatch(/vitrail:/);
  expect(await worst()).toBeLessThan(1e-4);
});

test('run for some of the outputs only', async () => {
  const result = await run('--outputs', 'pooler_output', '--json');
  expect(result.last()['outputs']).toEqual({ pooler_output: [2, 32] });
  expect(Object.keys(await readTensors(join(folder, 'out.safetensors')))).toEqual(['pooler_output']);
});

test('run in fewer bits, and on whatever device works, which is said', async () => {
  expect((await run('--dtype', 'int8')).code).toBe(0);
  expect(await worst()).toBeLessThan(0.05);
  expect(await worst()).toBeGreaterThan(1e-5);
  const auto = await run('--device', 'auto', '--json');
  expect(auto.last()['device']).toMatchObject({
    provider: expect.stringMatching(/^(cpu|webgpu|dml|coreml)$/),
  });
  expect(await worst()).toBeLessThan(1e-3);
});

test('a device that isn’t in this build is refused, and what works is named', async () => {
  const result = await run('--device', process.platform === 'darwin' ? 'dml' : 'coreml');
  expect(result.code).not.toBe(0);
  expect(result.err).toMatch(/can't be used here[\s\S]*What works here:.*cpu/);
});

test('list names every architecture; check says what doesn’t fit, and what would', async () => {
  const list = await graph('list');
  for (const name of ['clip-text', 'clip-video', 'unet', 'controlnet', 'vae-decoder', 'sam-encoder', 'llama'])
    expect(list.out).toMatch(new RegExp(`^${name} `, 'm'));
  expect((await graph('check', 'clip-text', ...source)).out).toContain("0 don't fit");
  const config = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as object;
  await writeFile(join(folder, 'other.json'), JSON.stringify({ ...config, num_hidden_layers: 2 }));
  const wrong = await graph('check', 'clip-text', '--config', 'other.json', '--weights', 'model.safetensors');
  expect(wrong.code).not.toBe(0);
  expect(wrong.out).toMatch(/encoder\.layers\.2\.\S+ has no place in it/);
  expect(wrong.err).toContain('openai/clip-vit-large-patch14');
  const vision = await graph('check', 'clip-vision', ...source);
  expect(vision.err).toContain('They look like those of clip-text');
});

test('nothing is written over what it is made from', async () => {
  const before = await readFile(join(folder, 'model.safetensors'));
  await link(join(folder, 'model.safetensors'), join(folder, 'linked.safetensors'));
  for (const out of ['model.safetensors', 'linked.safetensors', 'config.json', 'in.safetensors']) {
    const result = await runTo(out);
    expect(result.err).toContain('is what this is made from');
    expect(result.code).toBe(2);
  }
  const exported = await graph('export', 'clip-text', ...source, '--out', 'linked.safetensors');
  expect(exported.err).toContain('is what this is made from');
  expect((await readFile(join(folder, 'model.safetensors'))).equals(before)).toBe(true);
  expect((await runTo('nowhere/out.safetensors')).err).toContain('There is no folder');
});

test('inputs that the model can’t take are refused with words', async () => {
  const given = await readTensors(join(folder, 'in.safetensors'));
  const ids = new BigInt64Array(given['input_ids']!.data.slice().buffer);
  ids[1] = 1_000_000n;
  const wrong = { ...given['input_ids']!, data: new Uint8Array(ids.slice().buffer) };
  await writeFile(join(folder, 'wrong.safetensors'), writeSafetensors({ ...given, input_ids: wrong }));
  ids[1] = -2n;
  const below = { ...wrong, data: new Uint8Array(ids.slice().buffer) };
  await writeFile(join(folder, 'negative.safetensors'), writeSafetensors({ ...given, input_ids: below }));
  const long = { type: 'int64' as const, shape: [1, 300], data: new Uint8Array(300 * 8) };
  await writeFile(join(folder, 'long.safetensors'), writeSafetensors({ input_ids: long }));
  const from = (inputs: string) =>
    graph('run', 'clip-text', ...source, '--inputs', inputs, '--out', 'never.safetensors');
  const unknown = await from('wrong.safetensors');
  expect(unknown.err).toContain('names the entry 1000000; there are 0 to 98');
  expect(unknown.err).not.toContain('onnxruntime');
  expect(unknown.code).toBe(3);
  const negative = await from('negative.safetensors');
  expect(negative.err).toContain('names the entry -2; there are 0 to 98');
  expect(negative.code).toBe(3);
  const tooLong = await from('long.safetensors');
  expect(tooLong.err).toMatch(/of a size that this model can't take/);
  expect(tooLong.code).toBe(3);
});

test('a LoRA says how many of its layers it changes, and names those without a place', async () => {
  const zeros = (shape: number[]) => ({
    type: 'float32' as const,
    shape,
    data: new Uint8Array(4 * shape[0]! * shape[1]!),
  });
  const config = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as { hidden_size: number };
  const width = config.hidden_size;
  const lora = (name: string) => ({
    [`${name}.lora_A.weight`]: zeros([2, width]),
    [`${name}.lora_B.weight`]: zeros([width, 2]),
  });
  const here = lora('text_encoder.text_model.encoder.layers.0.self_attn.q_proj');
  const elsewhere = lora('unet.mid_block.attentions.0.proj_in');
  await writeFile(join(folder, 'lora.safetensors'), writeSafetensors({ ...here, ...elsewhere }));
  const told =
    /lora\.safetensors changes 1 of its 2 layers\nwarning: .*unet\.mid_block\.attentions\.0\.proj_in/;
  for (const result of [
    await run('--lora', 'lora.safetensors'),
    await graph('check', 'clip-text', ...source, '--lora', 'lora.safetensors'),
  ]) {
    expect(result.err).toMatch(told);
    expect(result.code).toBe(0);
  }
  expect((await run('--lora', 'lora.safetensors', '--json')).last()).toMatchObject({
    loras: [{ layers: 2, fits: 1, others: ['unet.mid_block.attentions.0.proj_in'] }],
  });
  await writeFile(join(folder, 'none.safetensors'), writeSafetensors(elsewhere));
  const none = await run('--lora', 'none.safetensors');
  expect(none.err).toContain('changes no layer');
  expect(none.code).toBe(3);
});

test('files whose names hold commas are files', async () => {
  await copyFile(join(folder, 'model.safetensors'), join(folder, 'a,b.safetensors'));
  const result = await graph('check', 'clip-text', '--config', 'config.json', '--weights', 'a,b.safetensors');
  expect(result.out).toContain("0 don't fit");
});

test('export writes a small model beside the weights, which stay as they are', async () => {
  const before = await readFile(join(folder, 'model.safetensors'));
  const result = await graph('export', 'clip-text', ...source, '--json');
  expect(result.code).toBe(0);
  const { size } = await stat(join(folder, 'clip-text.onnx'));
  expect(result.last()).toMatchObject({ bytes: size });
  expect(size).toBeLessThan(before.length / 2);
  expect((await readFile(join(folder, 'model.safetensors'))).equals(before)).toBe(true);
});

test.each([
  [['run', 'clip-text'], /--weights is missing/],
  [
    [
      'run',
      'clip-text',
      '--config',
      'config.json',
      '--weights',
      'model.safetensors',
      '--inputs',
      'in.safetensors',
      '--out',
      'o',
      '--outputs',
      'smell',
    ],
    /no output smell[\s\S]*last_hidden_state/,
  ],
  [['fly', 'clip-text'], /Say what to do/],
  [['list', 'clip-text'], /Say what to do/],
  [['check', 'clip-text', 'model.safetensors', '--config', 'config.json'], /Say what to do/],
  [
    ['check', 'clip-smell', '--config', 'config.json', '--weights', 'model.safetensors'],
    /no architecture clip-smell/,
  ],
  [['check', 'clip-text', '--config', 'in.safetensors', '--weights', 'model.safetensors'], /no JSON/],
  [['check', 'clip-text', '--config', 'config.json', '--weights', 'gone.safetensors'], /gone\.safetensors/],
])('%j is refused with words', async (argv, message) => {
  const { code, err } = await graph(...argv);
  expect(code).not.toBe(0);
  expect(err).toMatch(message);
});
