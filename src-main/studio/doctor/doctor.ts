/** What `vitrail doctor` says: what this machine has, and what the studio makes of it. */
import { statfs } from 'node:fs/promises';
import { arch, availableParallelism, cpus, freemem, release, totalmem, type } from 'node:os';
import { graphics } from 'systeminformation';
import { failureOf } from '../../contract/index.ts';
import { providers, tryProvider } from '../../systems/doctor/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { EngineConfig } from '../processes/config.ts';
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
  const [gpus, execution, space] = await Promise.all([
    gpuLine(),
    executionLine(hosts, signal),
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
    { topic: 'Data folder', value: config.data, detail: [space] },
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

/** Each provider is tried with a tiny graph, in a process of its own: a bad driver may end it. */
async function executionLine(hosts: Hosts, signal: AbortSignal): Promise<DoctorLine> {
  try {
    const found = await hosts.run(providers, {}, { signal, lane: 'alone' });
    const detail: string[] = [];
    const working: string[] = [];
    for (const provider of found.providers) {
      const tried = await hosts
        .run(tryProvider, { provider }, { signal, lane: 'alone' })
        .catch((error: unknown) => ({
          works: false,
          detail: failureOf(error).message,
        }));
      if (tried.works) working.push(provider);
      detail.push(`${provider}: ${tried.works ? 'works' : 'does not work'} (${tried.detail})`);
    }
    const value = `${working.join(', ') || 'none works'} (ONNX Runtime ${found.version})`;
    return { topic: 'Execution providers', value, detail };
  } catch (error) {
    return { topic: 'Execution providers', value: 'none', detail: [failureOf(error).message] };
  }
}

async function freeSpace(folder: string): Promise<string> {
  const { bavail, bsize } = await statfs(folder);
  return `${gigabytes(bavail * bsize)} free`;
}

const packLine = ({ packs }: Catalogue): DoctorLine => ({
  topic: 'Packs',
  value: `none installed, ${packs.length} known`,
  detail: packs.map((pack) => `${pack.name}: ${pack.licence.name}, ${gigabytes(pack.download)} to download`),
});
