/** One-shot work on files: where its results may lie, and what its plans say. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plan as planSchema } from '../../../../src-main/contract/index.ts';
import * as classic from '../../../../src-main/systems/classic/index.ts';
import * as codecs from '../../../../src-main/systems/codecs/index.ts';
import { createCatalogue } from '../../../../src-main/studio/catalogue/index.ts';
import { Jobs } from '../../../../src-main/studio/jobs/jobs.ts';
import type { Hosts } from '../../../../src-main/studio/processes/hosts.ts';
import { terminalHandlers } from '../../../../src-main/studio/work/terminal.ts';

/** What a host would answer; files are written where a host would write them. */
const plays: Record<string, (input: never) => Promise<unknown>> = {
  [codecs.probe.name]: async () => ({
    media: { kind: 'image', type: 'image/png', width: 8, height: 4, depth: 8, alpha: false },
  }),
  [classic.segment.name]: async ({ out }: { out: string }) => {
    await writeFile(join(out, 'mask.png'), 'the mask');
    return {
      path: join(out, 'mask.png'),
      width: 8,
      height: 4,
      bounds: { x1: 0, y1: 0, x2: 1, y2: 1 },
      area: 0.25,
    };
  },
  [classic.edit.name]: async ({ out }: { out: string }) => {
    await writeFile(join(out, 'edit.png'), 'the edit');
    return { path: join(out, 'edit.png') };
  },
  [codecs.encodeImage.name]: async ({ out }: { out: string }) => {
    await writeFile(out, 'the result');
    return { path: out };
  },
};
const hosts = {
  run: async (task: { name: string }, input: never) => plays[task.name]!(input),
} as unknown as Hosts;

const folders: string[] = [];
const folderIn = async (parent: string) => {
  const folder = await mkdtemp(join(parent, 'vitrail-terminal-'));
  folders.push(folder);
  return folder;
};
let here: string;
let work: ReturnType<typeof terminalHandlers>;
beforeEach(async () => {
  here = await folderIn(tmpdir());
  for (const name of ['photo.png', 'mask.png', 'beach.png']) await writeFile(join(here, name), name);
  work = terminalHandlers(
    hosts,
    createCatalogue('models'),
    await folderIn(tmpdir()),
    new Jobs(() => undefined),
  );
});
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const { signal } = new AbortController();
const at = (name: string) => join(here, name);
const point = { parts: [{ kind: 'point' as const, x: 0.5, y: 0.5, sign: '+' as const }] };

/** A folder on another volume than the temporary one where there is such a thing, else beside it. */
async function elsewhere() {
  const memory = '/dev/shm';
  const other = existsSync(memory) && (await stat(memory)).dev !== (await stat(tmpdir())).dev;
  return folderIn(other ? memory : tmpdir());
}

test('a mask goes to any volume, and nothing lies beside it', async () => {
  const folder = await elsewhere();
  const out = join(folder, 'out.png');
  const found = await work.segment({ input: at('photo.png'), out, region: point }, signal);
  expect(found).toEqual({ out, area: 0.25, width: 8, height: 4 });
  expect(await readFile(out, 'utf8')).toBe('the mask');
  expect(await readdir(folder)).toEqual(['out.png']);
});

test('a process that ends while it writes leaves nothing beside the result', async () => {
  const folder = await folderIn(tmpdir());
  const out = join(folder, 'out.png');
  const usual = plays[codecs.encodeImage.name]!;
  plays[codecs.encodeImage.name] = async ({ out: path }: { out: string }) => {
    await writeFile(`${path}.pixels`, 'half of it');
    throw new Error('the process ended');
  };
  const asked = { input: at('photo.png'), out, region: point, text: 'remove this' };
  try {
    await expect(work.run(asked, signal)).rejects.toThrow('the process ended');
  } finally {
    plays[codecs.encodeImage.name] = usual;
  }
  expect(await readdir(folder)).toEqual([]);
  await work.run(asked, signal);
  expect(await readdir(folder)).toEqual(['out.png']);
});

test.each(['photo.png', 'mask.png', 'beach.png'])(
  '%s is never overwritten, by its name or by another',
  async (name) => {
    await link(at(name), at('other.png'));
    for (const out of [at(name), at('other.png')]) {
      const given = { input: at('photo.png'), out, maskPath: at('mask.png') };
      for (const ask of [
        ...(name === 'beach.png' ? [] : [() => work.segment(given, signal)]),
        () => work.run({ ...given, text: 'remove this', photoPath: at('beach.png') }, signal),
      ])
        await expect(ask()).rejects.toMatchObject({
          failure: { code: 'wrong-use', message: expect.stringContaining(name) },
        });
    }
    expect(await readFile(at(name), 'utf8')).toBe(name);
  },
);

test('a plan doesn’t name the mask file by a hash that nobody else knows', async () => {
  const given = { input: at('photo.png'), out: at('out.png'), region: point };
  const both = await work.run({ ...given, maskPath: at('mask.png'), text: 'remove this' }, signal);
  expect(both.plan.steps[0]!.invocation).toMatchObject({ command: 'remove' });
  expect(both.plan.steps[0]!.invocation).not.toHaveProperty('region');
  const plain = await work.run({ ...given, text: 'remove this' }, signal);
  expect(plain.plan.steps[0]!.invocation.region).toEqual(point);
  const planned = await work.plan({ text: 'remove this', maskPath: at('mask.png') }, signal);
  expect(JSON.stringify(planned)).not.toContain('0000');
});

test('another photo becomes the background, named by its content', async () => {
  const without = { input: at('photo.png'), out: at('out.png') };
  const given = { ...without, photoPath: at('beach.png') };
  const template =
    '<Module> Image Editing </Module> <Instruction> replace background | shadow = 0.5 </Instruction>';
  const plan = planSchema.parse((await work.run({ ...given, text: template }, signal)).plan);
  const photo = createHash('sha256').update('beach.png').digest('hex');
  expect(plan.steps[0]!.invocation.args).toEqual({ shadow: 0.5, photo });
  // The plan means the same again with the same file, and nothing with another one.
  expect((await work.run({ ...given, plan }, signal)).plan).toEqual(plan);
  await expect(work.run({ ...given, plan, photoPath: at('mask.png') }, signal)).rejects.toMatchObject({
    failure: { code: 'wrong-use' },
  });
  await expect(work.run({ ...given, text: 'sharpen it' }, signal)).rejects.toMatchObject({
    failure: { code: 'wrong-use', message: expect.stringContaining('photo') },
  });
  await expect(work.run({ ...without, text: template }, signal)).rejects.toMatchObject({
    failure: { code: 'wrong-use' },
  });
  await expect(work.run({ ...without, plan }, signal)).rejects.toMatchObject({
    failure: { code: 'not-found' },
  });
});

test('what a plan names by its content is read from the files that come with it', async () => {
  const hash = createHash('sha256').update('mask.png').digest('hex');
  const text = `<Module> Image Editing </Module> <Instruction> remove </Instruction> <Region> mask ${hash} </Region>`;
  const given = { input: at('photo.png'), out: at('out.png'), text };
  await expect(work.run(given, signal)).rejects.toMatchObject({
    failure: { code: 'not-found', hint: expect.stringContaining('--with') },
  });
  await expect(work.run({ ...given, files: [at('beach.png')] }, signal)).rejects.toMatchObject({
    failure: { code: 'not-found' },
  });
  const { plan } = await work.run({ ...given, files: [at('beach.png'), at('mask.png')] }, signal);
  expect(plan.steps[0]!.invocation.region).toEqual({ parts: [{ kind: 'mask', hash, sign: '+' }] });
  await expect(
    work.run({ ...given, out: at('mask.png'), files: [at('mask.png')] }, signal),
  ).rejects.toMatchObject({ failure: { code: 'wrong-use' } });
});
