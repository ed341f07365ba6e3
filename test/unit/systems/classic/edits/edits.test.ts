import { describe, expect, it } from 'vitest';
import { StudioError } from '../../../../../src-main/contract/index.ts';
import { makeWork } from '../../../../../src-main/runtime/work.ts';
import { applyEdit } from '../../../../../src-main/systems/classic/edits/index.ts';
import { edits } from '../../../../../src-main/systems/classic/index.ts';
import { differences, disc, draw, drawMask } from '../pictures.ts';
import { command, more, apply, strong, around, inPlace, fills, sample } from './every.ts';

describe('every command', () => {
  for (const channels of [3, 4] as const)
    for (const depth of [8, 16] as const)
      it(`keeps depth, profile and what is outside (${channels} channels, ${depth} bits)`, async () => {
        const image = { ...sample(channels, depth), icc: new Uint8Array(150).fill(7) };
        const before = image.data.slice();
        // Soft from 10 to 14 pixels; nothing beyond.
        const mask = drawMask(61, 47, (x, y) =>
          Math.max(0, Math.min(255, 64 * (14 - Math.hypot(x - 30, y - 23)))),
        );
        for (const name of edits) {
          const out = await apply(image, mask, name, strong[name]);
          expect(image.data, name).toEqual(before);
          expect(out.data.constructor, name).toBe(image.data.constructor);
          expect(out.icc, name).toEqual(image.icc);
          expect(out.data.length, name).toBe(out.width * out.height * out.channels);
        }
        for (const name of inPlace) {
          const out = await apply(image, mask, name, strong[name]);
          const outside = (x: number, y: number): boolean => Math.hypot(x - 30, y - 23) > 17;
          const inside = (x: number, y: number): boolean => Math.hypot(x - 30, y - 23) < 10;
          const [still, changed] = around.includes(name) ? [inside, outside] : [outside, inside];
          expect(differences(image, out, still), name).toBe(0);
          expect(differences(image, out, changed), name).toBeGreaterThan(100);
        }
      });

  it('works on 1 × 1 and on thin pictures', async () => {
    for (const [width, height] of [
      [1, 1],
      [9, 1],
      [1, 9],
      [2, 3],
    ] as const) {
      const image = draw(width, height, (x, y) => [40 + x, 80 + y, 120, 255]);
      const mask = drawMask(width, height, () => 255);
      for (const name of edits) {
        if (fills.includes(name)) continue;
        const out = await apply(image, mask, name, strong[name]);
        expect(out.width * out.height, name).toBeGreaterThan(0);
      }
      expect((await apply(image, null, 'rotate', { degrees: 30 })).channels).toBe(4);
    }
  });

  it('does nothing under an empty mask', async () => {
    const image = sample(4, 8);
    const empty = drawMask(61, 47, () => 0);
    for (const name of inPlace) {
      if (name.endsWith('-background')) continue;
      expect(
        differences(image, await apply(image, empty, name, strong[name]), () => true),
        name,
      ).toBe(0);
    }
  });

  it('stops when told to', async () => {
    const work = makeWork(AbortSignal.abort());
    for (const name of edits) {
      if (name === 'remove') continue; // has tests of its own
      const run = applyEdit(sample(3, 8), disc(61, 47, 30, 23, 9), command(name, strong[name]), more, work);
      await expect(run, name).rejects.toHaveProperty('name', 'AbortError');
    }
  });

  it('reports progress that only grows', async () => {
    for (const name of edits) {
      const seen: number[] = [];
      const work = makeWork(new AbortController().signal, (done, total) => seen.push(done / total));
      await applyEdit(sample(3, 8), disc(61, 47, 30, 23, 9), command(name, strong[name]), more, work);
      expect(seen, name).toEqual([...seen].sort((a, b) => a - b));
      expect(seen.at(-1), name).toBe(1);
    }
  });

  it('asks where, and refuses what it can not do', async () => {
    const image = sample(3, 8);
    for (const name of [
      'remove',
      'pixelate',
      'recolour',
      'crop',
      'cut-out',
      'blur-background',
      'replace-background',
      'transform',
      'duplicate',
    ] as const) {
      const error = await apply(image, null, name, strong[name]).catch((e: unknown) => e);
      expect(error, name).toBeInstanceOf(StudioError);
      expect((error as StudioError).failure.code, name).toBe('needs-region');
    }
    await expect(apply(image, null, 'add', { prompt: 'a cat' })).rejects.toHaveProperty(
      'failure.code',
      'needs-pack',
    );
    const wrong = apply(image, disc(5, 5, 2, 2, 2), 'blur');
    await expect(wrong).rejects.toHaveProperty('failure.code', 'bad-input');
    await expect(
      apply(
        draw(60_000, 1, () => [0, 0, 0]),
        null,
        'resize',
        { factor: 8 },
      ),
    ).rejects.toHaveProperty('failure.code', 'too-large');
  });
});
