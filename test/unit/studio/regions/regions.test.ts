import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tell } from '../../../../src-main/contract/said.ts';
import { frameOf, groundVersion, shapeIn } from '../../../../src-main/contract/index.ts';
import * as classic from '../../../../src-main/systems/classic/index.ts';
import { codeOf, never, openDesk, type Desk } from '../session/desk.ts';

let desk: Desk;
let canvas: string;
beforeEach(async () => {
  desk = await openDesk();
  canvas = (await desk.ask.engine.importPaths({ paths: [await desk.file('photo.png')] }, never()))
    .canvases[0]!;
});
afterEach(() => desk.close());

const point = { parts: [{ kind: 'point' as const, x: 0.5, y: 0.5, sign: '+' as const }] };
const words = (text: string) => ({ parts: [{ kind: 'words' as const, text }] });
const select = (region: typeof point | ReturnType<typeof words> = point) =>
  desk.ask.selection.set({ canvas, region }, never());
const add = async (name?: string) =>
  desk.ask.regions.add({ canvas, ...(name !== undefined && { name }) }, never());
const names = () => desk.project().regions.map((r) => `@${r.number} ${r.name}`);
const say = async (text: string) => {
  const { message, job } = await desk.ask.chat.send({ text, canvas }, never());
  if (job) await desk.settled(job);
  await new Promise((resolve) => setImmediate(resolve));
  return desk.project().messages.find((m) => m.id === message)!;
};

describe('regions with names', () => {
  it('are made of the selection, numbered, named and coloured by themselves', async () => {
    expect(await codeOf(add())).toBe('needs-region');
    await select(words('the sky'));
    const sky = await add();
    expect(sky).toMatchObject({ number: 1, name: 'sky', hidden: false, locked: false, canvas });
    const { selection } = desk.project().canvases[0]!;
    expect(sky.shapes).toEqual([{ ...selection, frame: desk.session.focus(canvas).version.id }]);
    await add();
    await select();
    await add('dog');
    expect(names()).toEqual(['@1 sky', '@2 Region 2', '@3 dog']);
    expect(new Set(desk.project().regions.map((r) => r.colour)).size).toBe(3);
  });

  it('stay awake, and spoken of, when another layer becomes the lowest', async () => {
    await select();
    const { id, shapes } = await add('one');
    const { layer: first } = desk.session.focus(canvas);
    const { layer: copy } = await desk.ask.layers.duplicate({ layer: first.id }, never());
    const arranged = [copy, first.id].map((layer) => ({ id: layer, group: null }));
    const awakeIn = () => {
      const project = desk.project();
      const frame = frameOf(project.versions, groundVersion(project, canvas)!);
      return project.regions.map((region) => shapeIn(region, frame)?.mask);
    };
    await desk.ask.layers.arrange({ canvas, layers: arranged }, never());
    expect(awakeIn()).toEqual([shapes[0]!.mask]);
    await desk.ask.layers.activate({ layer: first.id }, never());
    expect((await say('blur @1')).error).toBeNull();
    await desk.ask.layers.remove({ layer: copy }, never());
    expect(awakeIn()).toEqual([shapes[0]!.mask]);
    for (let i = 0; i < 3; i++) await desk.ask.project.undo({}, never());
    expect(desk.project().regions.find((region) => region.id === id)!.shapes).toEqual(shapes);
    expect(awakeIn()).toEqual([shapes[0]!.mask]);
  });

  it('are kept with what is said of them: one that came later is another one', async () => {
    const spokenOf = () => desk.project().messages.findLast((m) => m.role === 'user')!.regions;
    expect((await say('blur @1')).error).toMatchObject({ code: 'not-understood' });
    expect(spokenOf()).toEqual([]);
    await select();
    const { id } = await add('red cup');
    await say('blur @Red-Cup');
    expect(spokenOf()).toEqual([id]);
    expect(desk.project().messages.find((m) => m.text === 'blur @1')!.regions).toEqual([]);
  });

  it('are undone and done again, and a number that is free is given again', async () => {
    await select();
    const { id } = await add('one');
    await add('two');
    await desk.ask.regions.remove({ region: id }, never());
    expect(tell(desk.project().undo!)).toBe('Delete region one');
    await add('three');
    expect(names().sort()).toEqual(['@1 three', '@2 two']);
    await desk.ask.project.undo({}, never());
    await desk.ask.project.undo({}, never());
    expect(names()).toEqual(['@1 one', '@2 two']);
    await desk.ask.project.redo({}, never());
    expect(names()).toEqual(['@2 two']);
  });

  it('change by one undoable action each, and locked ones only by being unlocked', async () => {
    await select();
    const { id: region } = await add();
    const change = async (changes: object) => desk.ask.regions.change({ region, ...changes }, never());
    await change({ name: 'the dog', colour: '#123456' });
    await change({ hidden: true });
    expect(tell(desk.project().undo!)).toBe('Hide region the dog');
    await change({ locked: true });
    expect(desk.project().regions[0]).toMatchObject({
      name: 'the dog',
      colour: '#123456',
      hidden: true,
      locked: true,
    });
    expect(await codeOf(change({ name: 'cat' }))).toBe('wrong-use');
    expect(await codeOf((async () => desk.ask.regions.remove({ region }, never()))())).toBe('wrong-use');
    expect(await codeOf((async () => desk.ask.regions.redraw({ region }, never()))())).toBe('wrong-use');
    await change({ hidden: false });
    await change({ locked: false, name: 'cat' });
    expect(desk.project().regions[0]).toMatchObject({ name: 'cat', hidden: false, locked: false });
    expect(await codeOf((async () => desk.ask.regions.remove({ region: 'gone' }, never()))())).toBe(
      'not-found',
    );
  });

  it('are put in another order', async () => {
    await select();
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) ids.push((await add(name)).id);
    await desk.ask.regions.move({ region: ids[2]!, before: ids[0]! }, never());
    expect(desk.project().regions.map((r) => r.name)).toEqual(['c', 'a', 'b']);
    await desk.ask.regions.move({ region: ids[2]!, before: null }, never());
    expect(desk.project().regions.map((r) => r.name)).toEqual(['a', 'b', 'c']);
  });

  it('go with their canvas and come back with it', async () => {
    await select();
    await add('dog');
    await desk.ask.canvas.remove({ canvas }, never());
    expect(names()).toEqual([]);
    await desk.ask.project.undo({}, never());
    expect(names()).toEqual(['@1 dog']);
  });

  it('are still there when the project is opened again, with their masks', async () => {
    await select();
    const { shapes } = await add('dog');
    await desk.ask.selection.set({ canvas, region: null }, never());
    const { folder } = desk.session.store;
    await desk.ask.project.close({}, never());
    await desk.ask.engine.openProjectPath({ path: folder }, never());
    expect(desk.project().regions[0]).toMatchObject({ name: 'dog', shapes });
    expect(await desk.ask.engine.locate({ hash: shapes[0]!.mask! }, never())).not.toBeNull();
  });
});

describe('when the picture’s geometry changes', () => {
  const frameNow = () => frameOf(desk.project().versions, desk.session.focus(canvas).version.id);
  const shape = () => shapeIn(desk.project().regions[0]!, frameNow());

  it('they are carried along, and what undo brings back has them as they were', async () => {
    await select();
    const before = (await add('dog')).shapes[0]!;
    await say('rotate the photo by 90 degrees');
    const carried = desk.asked.filter(({ task }) => task === classic.carry.name);
    expect(carried).toHaveLength(1);
    expect((carried[0]!.input['mask'] as { key: string }).key).toBe(before.mask);
    expect(shape()).toMatchObject({ bounds: { x1: 0.5, y1: 0, x2: 1, y2: 0.5 } });
    expect(shape()!.mask).not.toBe(before.mask);
    await desk.ask.project.undo({}, never());
    expect(shape()).toMatchObject({ mask: before.mask, bounds: before.bounds });
    expect(desk.project().regions[0]!.shapes).toHaveLength(1);
    await desk.ask.project.redo({}, never());
    expect(shape()!.mask).not.toBe(before.mask);
  });

  it('each version has its own, also when an earlier one is shown again', async () => {
    await select();
    const before = (await add('dog')).shapes[0]!;
    const { layer, version } = desk.session.focus(canvas);
    await say('make it brighter');
    expect(shape()!.mask).toBe(before.mask); // nothing moved
    await say('flip the photo, then rotate the photo by 90 degrees');
    expect(desk.project().regions[0]!.shapes).toHaveLength(3);
    await desk.ask.canvas.showVersion({ layer: layer.id, version: version.id }, never());
    expect(shape()!.mask).toBe(before.mask);
  });

  it('what was cropped away sleeps there', async () => {
    await desk.close();
    desk = await openDesk({
      [classic.carry.name]: async ({ out }: { out: string }) => {
        const { writeFile } = await import('node:fs/promises');
        await writeFile(`${out}/empty.png`, 'empty');
        return { path: `${out}/empty.png`, width: 8, height: 4, bounds: null, area: 0 };
      },
    });
    canvas = (await desk.ask.engine.importPaths({ paths: [await desk.file('photo.png')] }, never()))
      .canvases[0]!;
    await select();
    await add('dog');
    await say('crop to a square');
    expect(shape()).toBeUndefined();
    await desk.ask.project.undo({}, never());
    expect(shape()).toBeDefined();
  });
});

describe('in the chat', () => {
  it('@1 and its name mean the region, whatever is selected; the card shows what was spoken of', async () => {
    await select(words('the sky'));
    const sky = await add();
    await desk.ask.selection.set({ canvas, region: null }, never());
    await select();
    for (const said of ['blur @1', 'blur @sky']) {
      const message = await say(said);
      const region = { parts: [{ kind: 'mask', hash: sky.shapes[0]!.mask, sign: '+' }] };
      expect(message.plan!.steps[0]!.invocation).toMatchObject({ command: 'blur', region });
      expect(message.steps).toMatchObject([{ state: 'done' }]);
      expect(message.selection).toMatchObject({ mask: sky.shapes[0]!.mask });
    }
  });
  it('one that isn’t there is said, with those that are', async () => {
    await select();
    await add('dog');
    const { error } = await say('remove @2');
    expect(error).toMatchObject({ code: 'not-understood', message: expect.stringContaining('@2') });
    expect(error!.hint).toContain('@1 (dog)');
  });
});

it('a slider that refines leaves no masks behind but those that something needs', async () => {
  const found = (await select())!;
  const masks = () =>
    desk
      .project()
      .media.filter((m) => m.kind === 'mask')
      .map((m) => m.hash);
  const base = { parts: [{ kind: 'mask' as const, hash: found.mask!, sign: '+' as const }] };
  const refine = async (grow: number) =>
    (await desk.ask.selection.set({ canvas, region: { ...base, refine: { grow } } }, never()))!.mask!;
  const there = (mask: string) => desk.session.store.media.path(mask) !== null;
  const first = await refine(0.01);
  const second = await refine(0.02);
  // The page may be loading what was just shown.
  expect(there(first)).toBe(true);
  // Several at once: nobody was told of any but the newest.
  const rest = await Promise.allSettled([refine(0.03), refine(0.04), refine(0.05)]);
  const last = rest.at(-1) as PromiseFulfilledResult<string>;
  expect(masks()).toEqual([found.mask, first, second, last.value]);
  // Once something else is selected, only what the slider came to rest at is left.
  await select();
  expect(masks()).toEqual([found.mask, last.value]);
  expect([first, second, last.value].map(there)).toEqual([false, false, true]);
  await refine(0.05);
  // Kept as a region, then taken back: the history still needs it.
  await add('kept');
  await desk.ask.project.undo({}, never());
  const after = await refine(0.06);
  await select();
  expect(masks()).toEqual([found.mask, last.value, after]);
  await desk.ask.project.redo({}, never());
  expect(there(last.value)).toBe(true);
  // The same again is looked up anew: what was remembered of it is gone with its file.
  expect(there(await refine(0.01))).toBe(true);
});
