import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeImage, decodeMask } from '../../../../src-main/runtime/raster/decode.ts';
import { writeMask, writePng } from '../../../../src-main/runtime/raster/encode.ts';
import { freeCaches } from '../../../../src-main/runtime/raster/cache.ts';
import { makeWork } from '../../../../src-main/runtime/work.ts';
import { decodeRle } from '../../../../src-main/contract/rle.ts';
import {
  carry,
  edit,
  movement,
  prepare,
  preview,
  segment,
} from '../../../../src-main/systems/classic/index.ts';
import { classicPipelines } from '../../../../src-main/systems/classic/pipeline.ts';
import { at, disc, draw, idle } from './pictures.ts';

let out: string;
let image: { path: string; key: string };
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'vitrail-classic-'));
  image = { path: join(out, 'ball.png'), key: 'ball' };
  const inside = (x: number, y: number): boolean => Math.hypot(x - 60, y - 50) < 22;
  const ball = draw(140, 100, (x, y) => (inside(x, y) ? [210, 60, 40] : [60 + (x % 3), 120 + (y % 2), 90]));
  await writePng(ball, image.path);
});
afterAll(async () => {
  freeCaches();
  await rm(out, { recursive: true });
});

const run = async (
  task: typeof segment | typeof edit | typeof prepare | typeof preview | typeof carry,
  input: object,
  work = idle(),
) => {
  const pipeline = classicPipelines[task.name as keyof typeof classicPipelines]!;
  const answer = await pipeline(task.input.parse(input) as never, work);
  return task.output.parse(answer);
};

describe('the classic pipelines', () => {
  it('implement every task that the declaration names', () => {
    expect(Object.keys(classicPipelines).sort()).toEqual(
      [carry.name, edit.name, movement.name, prepare.name, preview.name, segment.name].sort(),
    );
  });

  it('prepare, find and write a mask with its box and area', async () => {
    expect(await run(prepare, { image })).toEqual({});
    const parts = [{ kind: 'point', x: 60 / 140, y: 0.5, sign: '+' }];
    const seen: number[] = [];
    const work = makeWork(new AbortController().signal, (done, total) => seen.push(done / total));
    const found = (await run(segment, { image, parts, out }, work)) as z.output<typeof segment.output>;
    const mask = await decodeMask(found.path);
    expect([found.width, found.height, mask.width, mask.height]).toEqual([140, 100, 140, 100]);
    expect(mask.data[50 * 140 + 60]).toBe(255);
    expect(mask.data[5 * 140 + 5]).toBe(0);
    const ball = (Math.PI * 22 ** 2) / 14_000;
    expect(Math.abs(found.area - ball)).toBeLessThan(0.3 * ball);
    expect(Math.abs(found.bounds!.x1 - 38 / 140)).toBeLessThan(0.05);
    expect(Math.abs(found.bounds!.y2 - 0.72)).toBeLessThan(0.05);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it.each([false, true])('show what a click would select (settled: %s)', async (settled) => {
    await run(prepare, { image });
    // once the photo is prepared its file isn't read again
    const lost = { ...image, path: `${image.path}.gone` };
    const answer = await run(preview, { image: lost, at: { x: 60 / 140, y: 0.5 }, settled });
    const { mask } = answer as z.output<typeof preview.output>;
    const plane = decodeRle(mask!);
    if (!plane.ok) throw new Error(plane.error.message);
    const { width, height, data } = plane.value;
    let wrong = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const inside = Math.hypot(((x + 0.5) * 140) / width - 60, ((y + 0.5) * 100) / height - 50) < 22;
        if (inside !== data[y * width + x]! > 127) wrong++;
      }
    }
    expect(wrong / (width * height)).toBeLessThan(0.02);
  });

  it('forget decoded and prepared photos when the host is asked to', async () => {
    freeCaches();
    await run(prepare, { image });
    expect(freeCaches()).toBe(2);
    expect(freeCaches()).toBe(0);
  });

  it('carry a mask along with its picture', async () => {
    const mask = { path: join(out, 'carried-mask.png') };
    await writeMask(disc(140, 100, 30, 30, 10), mask.path);
    const command = { module: 'image-editing', command: 'rotate', args: { degrees: 90 } };
    const answer = await run(carry, { mask, image, at: null, edit: command, out });
    const carried = answer as z.output<typeof carry.output>;
    expect([carried.width, carried.height]).toEqual([100, 140]);
    const { data } = await decodeMask(carried.path);
    expect([data[30 * 100 + 69], data[30 * 100 + 30]]).toEqual([255, 0]);
    expect(Math.abs(carried.bounds!.x1 - 0.59)).toBeLessThan(0.011);
    expect(Math.abs(carried.area - (Math.PI * 100) / 14_000)).toBeLessThan(0.002);
  });

  it('take mask files as parts', async () => {
    const file = { path: join(out, 'given.png') };
    await writeMask(disc(140, 100, 30, 30, 10), file.path);
    const parts = [{ kind: 'mask', file, sign: '+' }];
    const found = (await run(segment, { image, parts, out })) as z.output<typeof segment.output>;
    expect((await decodeMask(found.path)).data).toEqual(disc(140, 100, 30, 30, 10).data);
  });

  it('edit a picture under a mask', async () => {
    const mask = { path: join(out, 'edit-mask.png') };
    await writeMask(disc(140, 100, 60, 50, 24), mask.path);
    const command = { module: 'image-editing', command: 'remove', args: {} };
    const seen: number[] = [];
    const work = makeWork(new AbortController().signal, (done, total) => seen.push(done / total));
    const done = (await run(edit, { image, mask, edit: command, seed: 1, out }, work)) as { path: string };
    const picture = await decodeImage(done.path);
    const [red, green] = at(picture, 60, 50);
    expect(red).toBeLessThan(80);
    expect(green).toBeGreaterThan(100);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    expect((await decodeImage(image.path)).data[0]).toBe(60);
  });

  it('edit without a mask', async () => {
    const command = { module: 'image-editing', command: 'rotate', args: { degrees: 90 } };
    const done = (await run(edit, { image, mask: null, edit: command, seed: 1, out })) as { path: string };
    expect((await decodeImage(done.path)).width).toBe(100);
  });

  it('stop when told to', async () => {
    const work = makeWork(AbortSignal.abort());
    await expect(run(prepare, { image: { path: image.path } }, work)).rejects.toHaveProperty(
      'name',
      'AbortError',
    );
    const command = { module: 'image-editing', command: 'blur', args: {} };
    const edited = run(edit, { image, mask: null, edit: command, seed: 1, out }, work);
    await expect(edited).rejects.toHaveProperty('name', 'AbortError');
  });

  it('prepare again where another’s preparation was cancelled', async () => {
    const abort = new AbortController();
    const file = { path: image.path, key: 'shared' };
    let second: Promise<unknown> | undefined;
    let breaths = 0;
    const work = {
      ...makeWork(abort.signal),
      breathe: async () => {
        second ??= run(prepare, { image: file });
        await new Promise((resolve) => setImmediate(resolve));
        if (++breaths === 2) abort.abort();
        abort.signal.throwIfAborted();
      },
    };
    const [cancelled] = await Promise.allSettled([run(prepare, { image: file }, work)]);
    expect(cancelled.status).toBe('rejected');
    expect(await second).toEqual({});
  });
});
