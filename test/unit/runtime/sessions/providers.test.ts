import { describe, expect, it } from 'vitest';
import { listProviders, reasonOf, tryProvider } from '../../../../src-main/runtime/sessions/providers.ts';
import { expected } from '../../../../src-main/runtime/sessions/tiny.ts';

describe('execution providers', () => {
  it('lists the CPU and the version', () => {
    const { version, providers } = listProviders();
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(providers).toContain('cpu');
  });

  it('computes on the CPU', async () => {
    const { works, detail } = await tryProvider('cpu');
    expect(detail).toMatch(/^ready in \d+ ms$/);
    expect(works).toBe(true);
  });

  it('says why one that is not there does not work', async () => {
    const { works, detail } = await tryProvider('coral-reef');
    expect(works).toBe(false);
    expect(detail).not.toBe('');
  });

  it('leaves the place in the source out of what it says', () => {
    const text =
      '/src/webgpu_context.cc:136 Init()::<lambda()> a == B::C was false. Failed to get an adapter: none\n';
    expect(reasonOf(text)).toBe('Failed to get an adapter: none');
    expect(reasonOf('Plain words.')).toBe('Plain words.');
  });

  it('knows the answer by itself', () => {
    // Worked out by hand: [1 2 3; -4 .5 6] · [1 -2; .5 4; -1 3] + [10 -10]
    expect(expected([1, 2, 3, -4, 0.5, 6])).toEqual([9, 5, 0.25, 18]);
  });
});
