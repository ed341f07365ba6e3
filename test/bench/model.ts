/** Our side of `models.ts`: `model.ts NAME FOLDER OUTPUT THREADS` runs a graph for each line it reads and answers with seconds. */
import { readFile, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { openCheckpoint } from '../../src-main/runtime/checkpoint/open.ts';
import { readTensors, writeSafetensors } from '../../src-main/runtime/checkpoint/safetensors.ts';
import { fill, rulesOf } from '../../src-main/runtime/sessions/fill.ts';
import { openSession } from '../../src-main/runtime/sessions/session.ts';
import { prepareModel } from '../../src-main/runtime/sessions/store.ts';
import { decoding, decodingOutputs } from './decoding.ts';
import { architectures } from '../../src-main/systems/architectures.ts';

const [name, folder, output, threads, lean] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string?,
];
const architecture = architectures.find((each) => each.name === name)!;
const config: unknown = JSON.parse(await promisify(readFile)(join(folder, 'config.json'), 'utf8'));
/** Of a language model, which goes on token by token. */
const layers = name === 'llama' ? (config as { num_hidden_layers: number }).num_hidden_layers : 0;
const checkpoint = await openCheckpoint([join(folder, 'model.safetensors')]);
const target = { provider: 'cpu', type: 'float32' } as const;
const emitting = performance.now();
const { path } = await prepareModel(join(folder, 'graphs'), architecture, config, checkpoint, target, {
  outputs: layers ? decodingOutputs(layers) : [output],
});
const emit = (performance.now() - emitting) / 1000;
const started = performance.now();
const session = await openSession(path, {
  provider: 'cpu',
  threads: Number(threads),
  ...(lean && { lean: lean === 'lean' }),
});
const load = (performance.now() - started) / 1000;
const given = await readTensors(join(folder, 'in.safetensors'));
const inputs = layers ? {} : fill(session.inputs, given, rulesOf(architecture, config));
const run = layers ? await decoding(session, given['input_ids']!) : () => session.run(inputs);
console.log(JSON.stringify({ load, emit }));

/** The most memory that this process has held, in bytes. */
const peak = (): number =>
  process.platform === 'linux'
    ? Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))![1]) * 1024
    : process.resourceUsage().maxRSS * 1024;

let first = true;
const lines = createInterface(process.stdin)[Symbol.asyncIterator]();
while (!(await lines.next()).done) {
  const begun = performance.now();
  const before = process.cpuUsage();
  const outputs = await run();
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  if (first) writeFileSync(join(folder, 'ours.safetensors'), writeSafetensors(outputs));
  first = false;
  console.log(JSON.stringify({ seconds, cpu: (user + system) / 1e6, peak: peak() }));
}
