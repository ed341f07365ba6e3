import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Plan, Region } from '../../../../src-main/contract/index.ts';
import { parsePlan } from '../../../../src-main/studio/template/index.ts';
import { never, openDesk, type Desk } from '../session/desk.ts';

let desk: Desk;
let canvas: string;
beforeEach(async () => {
  desk = await openDesk();
  const paths = [await desk.file('photo.png')];
  [canvas] = (await desk.ask.engine.importPaths({ paths }, never())).canvases as [string];
});
afterEach(() => desk.close());

const select = (region: Region) => desk.ask.selection.set({ canvas, region }, never());
const said = async (text: string) => {
  const { message, job } = await desk.ask.chat.send({ text, canvas }, never());
  await desk.settled(job!);
  return desk.project().messages.find(({ id }) => id === message)!;
};
const command = async (plan: Plan, message?: string) =>
  desk.ask.chat.format({ plan, form: 'command', message }, never());
/** The plan that a line's template says. */
const planIn = (text: string) => {
  const parsed = parsePlan(/['"](<Module>.*?)['"] (?:--|$)/s.exec(text)![1]!);
  return parsed.ok && parsed.value.plan;
};

it('a command names the masks that it reads, by files that hold just what the plan names', async () => {
  await desk.ask.engine.loadMask({ path: await desk.file('mask.png'), canvas }, never());
  const { plan, id } = await said('remove this');
  const { text, files = [] } = await command(plan!, id);
  expect(text).toMatch(/^vitrail run photo\.jpg ['"]<Module>.*['"] --with mask\.png --out out\.png$/s);
  expect(files).toEqual([{ hash: expect.any(String), name: 'mask.png' }]);
  expect(planIn(text)).toEqual(plan);
  const { path } = (await desk.ask.engine.locate({ hash: files[0]!.hash }, never()))!;
  expect(
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  ).toBe(files[0]!.hash);
});

it('each of several files has a name of its own; what the terminal can say by itself needs none', async () => {
  const paths = [await desk.file('beach.png')];
  const other = (await desk.ask.engine.importPaths({ paths }, never())).canvases[0]!;
  const photo = desk.session.focus(other).media.hash;
  await desk.ask.engine.loadMask({ path: await desk.file('mask.png'), canvas }, never());
  const { plan } = await said('cut this out');
  const [step] = plan!.steps;
  const background = { module: 'image-editing', command: 'replace-background', args: { photo } } as const;
  const both = { steps: [step!, { input: { from: 'step' as const, step: 0 }, invocation: background }] };
  const { text, files = [] } = await command(both);
  expect(files.map(({ name }) => name)).toEqual(['mask.png', 'other.png']);
  expect(text).toContain('--with mask.png --with other.png');
  await select({ parts: [{ kind: 'box', x1: 0, y1: 0, x2: 0.5, y2: 1 }] });
  expect(await command((await said('remove this')).plan!)).toMatchObject({
    text: 'vitrail run photo.jpg "remove this" --box 0,0,0.5,1 --out out.png',
    files: [],
  });
});

it('a short stroke is written out, a very long one goes as its mask', async () => {
  const stroke = (count: number): Region => ({
    parts: [
      {
        kind: 'stroke',
        points: Array.from({ length: count }, (_, i): [number, number] => [i / count, Math.sqrt(i / count)]),
        radius: 0.05,
        sign: '+',
      },
    ],
  });
  await select(stroke(12));
  const short = await said('blur this');
  expect(await command(short.plan!, short.id)).toMatchObject({ files: [] });
  await select(stroke(4_000));
  const long = await said('blur this');
  const { text, files = [] } = await command(long.plan!, long.id);
  expect(text.length).toBeLessThan(1_000);
  expect(files).toEqual([{ hash: long.selection!.mask, name: 'mask.png' }]);
});
