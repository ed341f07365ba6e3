/**
 * `node test/bench/stalls.ts ARCHITECTURE FOLDER`: how long the engine's event loop stalls while a host loads a model
 * and runs it. What other programs take from the processor counts too: compare with the first line, and with the most
 * processor time that one turn of the loop took. The folder holds config.json, model.safetensors and in.safetensors, as `models.ts` leaves them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { createHosts } from '../../src-main/studio/processes/hosts.ts';
import * as graphs from '../../src-main/systems/graphs/index.ts';

const [architecture, source] = process.argv.slice(2) as [string, string];
// Graphs are linked to their weights, so they must lie on the same volume.
const folder = await mkdtemp(join(source, 'stalls-'));
const hosts = createHosts(
  { node: process.execPath, dist: folder, models: folder, assets: folder, data: folder, version: '0' },
  { entry: join(import.meta.dirname, '..', '..', 'src-main', 'host', 'main.ts') },
);
const delays = monitorEventLoopDelay({ resolution: 1 });
const measured = async (name: string, work: () => Promise<unknown>) => {
  let longest = 0;
  let last = process.threadCpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, user + system);
    last = process.threadCpuUsage();
  }, 1);
  delays.reset();
  delays.enable();
  const before = process.cpuUsage();
  const started = performance.now();
  await work();
  const took = performance.now() - started;
  delays.disable();
  clearInterval(watch);
  const { user, system } = process.cpuUsage(before);
  const [mean, p99, max] = [delays.mean, delays.percentile(99), delays.max].map((ns) =>
    (ns / 1e6).toFixed(1),
  );
  console.log(
    `${name.padEnd(24)} ${took.toFixed(0).padStart(6)} ms   stalls: mean ${mean} ms, 99 % ${p99} ms, longest ${max} ms; processor: longest turn ${(longest / 1e3).toFixed(1)} ms, in all ${((user + system) / 1e3).toFixed(0)} ms`,
  );
};
const run = () =>
  hosts.run(
    graphs.run,
    {
      architecture,
      config: join(source, 'config.json'),
      weights: [join(source, 'model.safetensors')],
      inputs: join(source, 'in.safetensors'),
      out: join(folder, 'out.safetensors'),
      provider: 'cpu',
      cache: folder,
    },
    { lane: 'models-cpu' },
  );
try {
  await measured('nothing, to compare', () => wait(2_000));
  await measured('start the host', () => hosts.run(graphs.list, {}, { lane: 'models-cpu' }));
  await measured('load and run', run);
  await measured('run, already loaded', run);
  console.log('held:', JSON.stringify((await hosts.models()).held));
} finally {
  await hosts.close();
  await rm(folder, { recursive: true, force: true });
}
