/** Which device a model runs on: the one that was asked for, if it computes here, or the best that does. */
import { StudioError, type DeviceChoice, type Provider } from '../../contract/index.ts';
import { probeProviders, type Runtimes } from './doctor.ts';
import type { Hosts } from './hosts.ts';

export interface Device {
  provider: Provider;
  /** For `auto`: why it isn't a better one. */
  notice?: string;
}

/** The quickest first. */
const order: readonly Provider[] = ['dml', 'coreml', 'webgpu', 'cpu'];

/** What `auto` comes to, given what each device did when it was tried. @throws StudioError 'wrong-use' when none works */
export function best({ providers }: Runtimes): Device {
  const there = order.flatMap((name) => providers.find((p) => p.name === name) ?? []);
  const first = there.findIndex(({ works }) => works);
  const better = first < 0 ? there : there.slice(0, first);
  const reasons = better.map(({ name, detail }) => `${name} can't be used (${detail})`).join(', ');
  if (first < 0)
    throw new StudioError(
      'wrong-use',
      `No device works here: ${reasons || 'none was found'}.`,
      'Run vitrail doctor.',
    );
  const provider = there[first]!.name as Provider;
  return { provider, ...(reasons && { notice: `${reasons}, so ${provider} is used.` }) };
}

/**
 * Nobody who names a device is given another in silence: what doesn't work is an error that names what does. `auto`
 * falls back, and says from what and why.
 */
export class Devices {
  readonly #hosts: Hosts;
  #tried: Promise<Runtimes> | undefined;

  constructor(hosts: Hosts) {
    this.#hosts = hosts;
  }

  /** @throws StudioError 'wrong-use' when the device that was asked for doesn't work here */
  async choose(wanted: DeviceChoice, signal?: AbortSignal): Promise<Device> {
    // Every machine has a processor; if ONNX Runtime is broken, the run says so itself.
    if (wanted === 'cpu') return { provider: 'cpu' };
    const runtimes = await (this.#tried ??= probeProviders(this.#hosts));
    signal?.throwIfAborted();
    if (wanted === 'auto') return best(runtimes);
    const found = runtimes.providers.find(({ name }) => name === wanted);
    if (found?.works) return { provider: wanted };
    this.#tried = undefined; // tried again when it is next asked for: drivers get mended
    const working = runtimes.providers.filter(({ works }) => works).map(({ name }) => name);
    throw new StudioError(
      'wrong-use',
      `${wanted} can't be used here: ${found?.detail ?? 'this build of ONNX Runtime has no such provider'}.`,
      working.length ? `What works here: ${working.join(', ')}.` : 'Run vitrail doctor to see what is wrong.',
    );
  }
}
