import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { probeProviders } from '../../src-main/studio/processes/doctor.ts';
import { createHosts, type Hosts } from '../../src-main/studio/processes/hosts.ts';
import { config, folder, program } from './help.ts';

let hosts: Hosts;
afterEach(() => hosts.close());

describe('what models can run on', () => {
  it('tries each provider in a process of its own: one that crashes takes nothing with it', async () => {
    hosts = createHosts(config, { entry: program('host') });
    expect(await probeProviders(hosts, { patience: 240_000 })).toEqual({
      version: '1.2.3',
      providers: [
        { name: 'good', works: true, detail: 'fine' },
        { name: 'bad', works: false, detail: 'its driver crashed' },
        { name: 'good', works: true, detail: 'fine' },
      ],
    });
    expect(hosts.status()).toHaveLength(2);
  });

  it('finds the CPU with the real host', async () => {
    hosts = createHosts(config, { entry: join(import.meta.dirname, '../../src-main/host/main.ts') });
    const { version, providers } = await probeProviders(hosts, { patience: 240_000 });
    expect(version).toMatch(/^\d+\.\d+/);
    expect(providers.find(({ name }) => name === 'cpu')).toMatchObject({ works: true });
  });

  it('says so when there is no host at all', async () => {
    hosts = createHosts(config, { entry: join(folder, 'nowhere.mjs') });
    expect(await probeProviders(hosts)).toMatchObject({
      version: '',
      providers: [{ name: 'cpu', works: false }],
    });
  });
});
