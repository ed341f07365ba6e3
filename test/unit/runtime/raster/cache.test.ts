import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cachedImage, freeCaches, Lru } from '../../../../src-main/runtime/raster/cache.ts';
import { writePng } from '../../../../src-main/runtime/raster/encode.ts';

it('keeps what was used last within its budget', () => {
  const lru = new Lru<string>(10, (value) => value.length);
  lru.set('a', 'aaaa');
  lru.set('b', 'bbbb');
  expect(lru.get('a')).toBe('aaaa');
  lru.set('c', 'cccc');
  expect([lru.get('a'), lru.get('b'), lru.get('c'), lru.size]).toEqual(['aaaa', undefined, 'cccc', 8]);
  lru.set('a', 'a');
  expect(lru.size).toBe(5);
  lru.set('c', 'longer than all');
  expect([lru.get('c'), lru.size]).toEqual([undefined, 1]);
  expect([lru.clear(), lru.size, lru.get('a')]).toEqual([1, 0, undefined]);
});

it('decodes a file with a key once, and one without each time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrail-cache-'));
  const path = join(folder, 'a.png');
  await writePng({ width: 2, height: 1, channels: 3, data: new Uint8Array(6).fill(9) }, path);
  freeCaches();
  const first = await cachedImage({ path, key: 'k' });
  expect(await cachedImage({ path: join(folder, 'moved.png'), key: 'k' })).toBe(first);
  expect(await cachedImage({ path })).not.toBe(first);
  expect(freeCaches()).toBe(1);
  expect(await cachedImage({ path, key: 'k' })).not.toBe(first);
  freeCaches();
  await rm(folder, { recursive: true });
});
