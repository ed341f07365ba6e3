import { expect, it } from 'vitest';
import { best, Devices } from '../../../../src-main/studio/processes/devices.ts';
import type { Hosts } from '../../../../src-main/studio/processes/hosts.ts';

const good = { works: true, detail: 'ready' };
const bad = { works: false, detail: 'no adapter' };
const works = (name: string) => ({ name, ...good });
const fails = (name: string) => ({ name, ...bad });

it('the best device is the quickest one that works; why it isn’t a better one is said', () => {
  expect(best({ version: '1', providers: [works('cpu'), works('webgpu')] })).toEqual({ provider: 'webgpu' });
  expect(best({ version: '1', providers: [works('cpu'), fails('webgpu')] })).toEqual({
    provider: 'cpu',
    notice: "webgpu can't be used (no adapter), so cpu is used.",
  });
  expect(best({ version: '1', providers: [fails('webgpu'), works('dml'), works('cpu')] })).toEqual({
    provider: 'dml',
  });
  expect(() => best({ version: '', providers: [fails('cpu')] })).toThrow(/No device works.*no adapter/);
  expect(() => best({ version: '', providers: [] })).toThrow(/none was found/);
});

it('a named device is never replaced in silence, and one that failed is tried again', async () => {
  let adapters = 0;
  const run = async ({ name }: { name: string }, input: { provider?: string }) => {
    if (name === 'doctor.providers') return { version: '1', providers: ['cpu', 'webgpu'] };
    return input.provider === 'cpu' || adapters++ > 0 ? good : bad;
  };
  const devices = new Devices({ run } as unknown as Hosts);
  await expect(devices.choose('webgpu')).rejects.toMatchObject({
    failure: {
      code: 'wrong-use',
      message: "webgpu can't be used here: no adapter.",
      hint: 'What works here: cpu.',
    },
  });
  expect(await devices.choose('webgpu')).toEqual({ provider: 'webgpu' });
  expect(await devices.choose('auto')).toEqual({ provider: 'webgpu' });
  expect(adapters).toBe(2);
});
