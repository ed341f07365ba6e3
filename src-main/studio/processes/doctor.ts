/** What this machine can run models on, for `vitrail doctor`. */
import { failureOf } from '../../contract/index.ts';
import { providers, tryProvider } from '../../systems/doctor/index.ts';
import type { Hosts } from './hosts.ts';

export interface ProviderReport {
  /** ONNX Runtime's name for it: `cpu`, `webgpu`, `dml`, `coreml` … */
  name: string;
  works: boolean;
  detail: string;
}

export interface Runtimes {
  /** Of ONNX Runtime; empty when it can't even be loaded. */
  version: string;
  providers: ProviderReport[];
}

export interface ProbeOptions {
  signal?: AbortSignal;
  /** Milliseconds that a device may take to answer at all; a driver that hangs is one that doesn't work. */
  patience?: number;
}

/** Tries each execution provider in a process of its own, one after the other: a driver may take its process down. */
export async function probeProviders(hosts: Hosts, options: ProbeOptions = {}): Promise<Runtimes> {
  const { signal } = options;
  const alone = { lane: 'alone', ...(signal && { signal }) } as const;
  try {
    const list = await hosts.run(providers, {}, alone);
    const reports: ProviderReport[] = [];
    for (const name of list.providers) reports.push({ name, ...(await tryOne(hosts, name, options)) });
    return { version: list.version, providers: reports };
  } catch (error) {
    signal?.throwIfAborted();
    const detail = `ONNX Runtime can't be loaded: ${failureOf(error).message}`;
    return { version: '', providers: [{ name: 'cpu', works: false, detail }] };
  }
}

async function tryOne(hosts: Hosts, provider: string, { signal, patience = 30_000 }: ProbeOptions) {
  const limit = AbortSignal.timeout(patience);
  const either = signal ? AbortSignal.any([signal, limit]) : limit;
  try {
    return await hosts.run(tryProvider, { provider }, { lane: 'alone', signal: either });
  } catch (error) {
    signal?.throwIfAborted();
    const failure = failureOf(error);
    const detail = limit.aborted ? `gave no answer in ${patience / 1_000} s` : failure.message;
    return { works: false, detail: failure.code === 'crashed' ? 'its driver crashed' : detail };
  }
}
