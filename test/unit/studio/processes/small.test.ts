import fc from 'fast-check';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { childEnvironment } from '../../../../src-main/studio/processes/child.ts';
import { readConfig, type EngineConfig } from '../../../../src-main/studio/processes/config.ts';
import { deathOf, kernelKills } from '../../../../src-main/studio/processes/death.ts';
import { forwardOnly } from '../../../../src-main/studio/processes/progress.ts';

describe('the environment of a child', () => {
  it('lacks what changes what Node or Electron load', () => {
    const env = {
      PATH: '/bin',
      HOME: '/home/x',
      NODE_OPTIONS: '--require evil.js',
      NODE_PATH: '/evil',
      Node_Extra_Ca_Certs: '/evil.pem',
      NODE_CHANNEL_FD: '3',
      ELECTRON_RUN_AS_NODE: '1',
      ELECTRONIC: 'music',
    };
    expect(childEnvironment(env)).toEqual({ PATH: '/bin', HOME: '/home/x', ELECTRONIC: 'music' });
  });
});

describe('the engine’s configuration', () => {
  const path = resolve('x');
  const config: EngineConfig = {
    node: path,
    dist: path,
    models: path,
    assets: path,
    data: path,
    version: '1',
  };
  const read = (value: unknown) => readConfig(['node', 'engine.mjs', JSON.stringify(value)]);

  it('is one argument', () => expect(read(config)).toEqual(config));
  it.each([
    ['a relative path', { ...config, node: 'node' }],
    ['something more', { ...config, host: '/evil.mjs' }],
    ['nothing', null],
  ])('refuses %s', (_, value) => expect(() => read(value)).toThrow());
  it('refuses no argument', () => expect(() => readConfig(['node', 'engine.mjs'])).toThrow());
});

describe('what a host died of', () => {
  it.each([
    [
      'an abort of V8',
      { code: null, signal: 'SIGABRT' as const },
      'FATAL ERROR: … JavaScript heap out of memory',
    ],
    ['an exception of C++', { code: 134, signal: null }, 'what():  std::bad_alloc'],
  ])('memory: %s', (_, how, errors) => expect(deathOf(how, errors, 0).code).toBe('out-of-memory'));

  it.each([
    ['a kill', { code: null, signal: 'SIGKILL' as const }, ''],
    ['a segmentation fault', { code: null, signal: 'SIGSEGV' as const }, 'some log'],
    ['an exit', { code: 1, signal: null }, 'Error: something else'],
  ])('crashed: %s', (_, how, errors) => expect(deathOf(how, errors, kernelKills()).code).toBe('crashed'));

  it('believes the kernel', () => {
    expect(kernelKills(() => 'nr_free_pages 12\noom_kill 5\nx 1\n')).toBe(5);
    expect(
      kernelKills(() => {
        throw new Error('ENOENT');
      }),
    ).toBe(0);
    expect(deathOf({ code: null, signal: 'SIGKILL' }, '', -1).code).toBe('out-of-memory');
  });
});

describe('progress', () => {
  it('only goes forward, within its total', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double(), fc.double())), (reports) => {
        let share = -1;
        const pass = forwardOnly((done, total) => {
          expect(done).toBeGreaterThanOrEqual(0);
          expect(done).toBeLessThanOrEqual(total);
          expect(done / total).toBeGreaterThan(share);
          share = done / total;
        });
        for (const [done, total] of reports) pass(done, total);
      }),
    );
  });

  it('passes on what makes sense', () => {
    const seen: number[] = [];
    const pass = forwardOnly((done, total) => seen.push(done / total));
    for (const [done, total] of [
      [0, 4],
      [1, 4],
      [1, 4],
      [0.5, 4],
      [6, 8],
      [2, 4],
      [9, 8],
    ] as const)
      pass(done, total);
    expect(seen).toEqual([0, 0.25, 0.75, 1]);
  });
});
