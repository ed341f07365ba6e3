/** What `vitrail doctor` says: what this machine has, and what the studio makes of it. */
import { readdir, stat, statfs } from 'node:fs/promises';
import { arch, availableParallelism, cpus, freemem, release, totalmem, type } from 'node:os';
import { graphics } from 'systeminformation';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/index.ts';
import type { EngineConfig } from '../processes/config.ts';
import { probeProviders } from '../processes/doctor.ts';
import type { Hosts } from '../processes/hosts.ts';

export interface DoctorLine {
  topic: string;
  value: string;
  detail: string[];
}

const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

export async function doctorLines(
  parts: { config: EngineConfig; hosts: Hosts; catalogue: Catalogue },
  signal: AbortSignal,
): Promise<DoctorLine[]> {
  const { config, hosts, catalogue } = parts;
  const [gpus, execution, memory, space] = await Promise.all([
    gpuLine(),
    executionLine(hosts, signal),
    memoryLine(hosts),
    freeSpace(config.data),
  ]);
  return [
    { topic: 'Vitrail', value: config.version, detail: [`Node ${process.versions.node} (${config.node})`] },
    { topic: 'System', value: `${type()} ${release()} ${arch()}`, detail: [] },
    {
      topic: 'Processor',
      value: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores`,
      detail: [],
    },
    { topic: 'Memory', value: `${gigabytes(totalmem())}, ${gigabytes(freemem())} free`, detail: [] },
    gpus,
    execution,
    memory,
    { topic: 'Data folder', value: config.data, detail: [space] },
    await copiesLine(join(config.data, 'models')),
    packLine(catalogue),
  ];
}

async function gpuLine(): Promise<DoctorLine> {
  const { controllers } = await graphics();
  const names = controllers.map(({ vendor, model, vram }) => {
    const memory = vram ? `, ${vram} MiB` : '';
    return `${[vendor, model].filter(Boolean).join(' ') || 'unnamed'}${memory}`;
  });
  const detail =
    process.platform === 'linux'
      ? ['On Linux a GPU is used through WebGPU; CUDA is not part of this build.']
      : [];
  return { topic: 'GPUs', value: names.join('; ') || 'none found', detail };
}

async function executionLine(hosts: Hosts, signal: AbortSignal): Promise<DoctorLine> {
  const { version, providers } = await probeProviders(hosts, { signal });
  const working = providers.filter(({ works }) => works).map(({ name }) => name);
  const value = `${working.join(', ') || 'none works'}${version && ` (ONNX Runtime ${version})`}`;
  const detail = providers.map(
    ({ name, works, detail }) => `${name}: ${works ? 'works' : 'does not work'} (${detail})`,
  );
  return { topic: 'Execution providers', value, detail };
}

/** What each device's host holds; one that computes doesn't answer, and that is said too. */
async function memoryLine(hosts: Hosts): Promise<DoctorLine> {
  const { budget, held } = await hosts.models();
  const detail = held.flatMap(({ lane, memory }) => {
    const device = lane.slice('models-'.length);
    if (!memory) return [`${device}: computing`];
    const head = `${device}: ${gigabytes(memory.used)} used, ${gigabytes(memory.free)} free`;
    return [
      head,
      ...memory.held.map(
        ({ name, bytes, busy }) => `  ${name}: ${gigabytes(bytes)}${busy ? ', in use' : ''}`,
      ),
    ];
  });
  return {
    topic: 'Memory for models',
    value: `at most ${gigabytes(budget)} on each device`,
    detail: detail.length ? detail : ['No model is loaded.'],
  };
}

/** What is kept of people's checkpoints: rewrites in few bits, copies; links to them take no room of their own. */
async function copiesLine(folder: string): Promise<DoctorLine> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  const found = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => null)));
  const own = found.filter((one) => one?.isFile() && one.nlink === 1);
  const bytes = own.reduce((sum, one) => sum + one!.size, 0);
  if (!bytes) return { topic: 'Copies for models', value: 'none', detail: [] };
  return {
    topic: 'Copies for models',
    value: bytes < 2 ** 30 / 10 ? `${(bytes / 2 ** 20).toFixed(1)} MiB` : gigabytes(bytes),
    detail: [`In ${folder}. Delete it while Vitrail is closed: what is needed is made again.`],
  };
}

async function freeSpace(folder: string): Promise<string> {
  const { bavail, bsize } = await statfs(folder);
  return `${gigabytes(bavail * bsize)} free`;
}

const packLine = ({ packs }: Catalogue): DoctorLine => ({
  topic: 'Packs',
  value: `none installed, ${packs.length} known`,
  detail: packs.map(
    (pack) => `${pack.name}: ${pack.licence.name}, ${(pack.download / 1e9).toFixed(1)} GB to download`,
  ),
});
