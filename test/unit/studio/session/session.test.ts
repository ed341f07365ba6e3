import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say as saying, tell } from '../../../../src-main/contract/said.ts';
import { StudioError } from '../../../../src-main/contract/index.ts';
import * as classic from '../../../../src-main/systems/classic/index.ts';
import { codeOf, never, openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => (desk = await openDesk()));
afterEach(() => desk.close());

const point = { parts: [{ kind: 'point' as const, x: 0.5, y: 0.5, sign: '+' as const }] };
const importOne = async (name = 'photo.png') =>
  (await desk.ask.engine.importPaths({ paths: [await desk.file(name)] }, never())).canvases[0]!;
const shown = (canvas: string) => desk.session.focus(canvas);
/** Says it and waits for what comes of it. */
const say = async (text: string, canvas: string | null) => {
  const { message, job } = await desk.ask.chat.send({ text, canvas }, never());
  if (job) await desk.settled(job);
  await new Promise((resolve) => setImmediate(resolve));
  return desk.project().messages.find((m) => m.id === message)!;
};

describe('importing', () => {
  it('makes a project for the first file, named after it, and keeps the original byte for byte', async () => {
    const canvas = await importOne();
    expect(desk.project()).toMatchObject({ name: 'photo', active: canvas, undo: saying('import', 'photo') });
    const original = await desk.ask.exports.original({ canvas }, never());
    expect(original.name).toBe('photo.png');
    const { path } = (await desk.ask.engine.locate({ hash: original.hash }, never()))!;
    expect(await readFile(path, 'utf8')).toBe('photo.png');
  });

  it('goes on after a bad file and says which it was', async () => {
    const paths = [await desk.file('a.png'), await desk.file('b.txt'), await desk.file('c.png')];
    const { canvases } = await desk.ask.engine.importPaths({ paths }, never());
    expect(canvases).toHaveLength(2);
    expect(desk.notices).toEqual([
      expect.objectContaining({ code: 'bad-input', message: expect.stringContaining('b.txt') }),
    ]);
  });

  it('makes no project for a file that nothing can read', async () => {
    expect(await codeOf(desk.ask.engine.importPaths({ paths: [await desk.file('b.txt')] }, never()))).toBe(
      'bad-input',
    );
    expect(desk.session.current).toBeNull();
    expect(await readdir(join(desk.data, 'projects')).catch(() => [])).toEqual([]);
  });

  it('puts two first drops into one project', async () => {
    const drops = [desk.file('a.png'), desk.file('b.png')].map(async (file) =>
      desk.ask.engine.importPaths({ paths: [await file] }, never()),
    );
    await Promise.all(drops);
    expect(
      desk
        .project()
        .canvases.map((c) => c.name)
        .sort(),
    ).toEqual(['a', 'b']);
    expect(await readdir(join(desk.data, 'projects'))).toHaveLength(1);
  });
});

describe('what is said', () => {
  it('becomes a version that undo takes back and redo brings again', async () => {
    const canvas = await importOne();
    const before = shown(canvas).version.id;
    await desk.ask.selection.set({ canvas, region: point }, never());
    const message = await say('remove this', canvas);
    expect(message.plan!.steps[0]!.invocation).toMatchObject({ command: 'remove', region: point });
    expect(message.steps).toEqual([{ state: 'done', version: shown(canvas).version.id }]);
    expect(shown(canvas).version.parent).toBe(before);
    expect(shown(canvas).canvas.selection).toBeNull(); // it is gone
    await desk.ask.project.undo({}, never());
    expect(shown(canvas).version.id).toBe(before);
    await desk.ask.project.redo({}, never());
    expect(shown(canvas).version.parent).toBe(before);
  });

  it('keeps a thing selected that it moved, where it went', async () => {
    const canvas = await importOne();
    const { id: message } = await say('sharpen', canvas);
    await desk.ask.selection.set({ canvas, region: point }, never());
    const before = shown(canvas).canvas.selection!;
    const step = {
      input: { from: 'focus' as const },
      invocation: {
        module: 'image-editing' as const,
        command: 'transform' as const,
        args: { dx: 0.5 },
        region: point,
      },
    };
    const { job } = await desk.ask.chat.run({ message, plan: { steps: [step] } }, never());
    await desk.settled(job);
    await new Promise((resolve) => setImmediate(resolve));
    const after = shown(canvas).canvas.selection!;
    expect(after.bounds).toEqual({ x1: 0.5, y1: 0, x2: 1, y2: 0.5 });
    expect(after.mask).not.toBe(before.mask);
    expect(after.region.parts).toEqual([{ kind: 'mask', hash: after.mask, sign: '+' }]);
  });

  it('finds again what the click has found, without looking twice', async () => {
    const canvas = await importOne();
    await desk.ask.selection.set({ canvas, region: point }, never());
    await say('remove this', canvas);
    expect(desk.asked.filter((a) => a.task === classic.segment.name)).toHaveLength(1);
  });

  it('asks where, when nothing was pointed at', async () => {
    const canvas = await importOne();
    const message = await say('remove this', canvas);
    expect(message.steps[0]).toMatchObject({ state: 'failed', error: { code: 'needs-region' } });
    expect(shown(canvas).version.parent).toBeNull();
  });

  it('names the packs that could do what it can’t', async () => {
    const canvas = await importOne();
    const message = await say('put a lighthouse here', canvas);
    expect(message.steps[0]).toMatchObject({
      state: 'failed',
      error: { code: 'needs-pack', packs: expect.arrayContaining([expect.any(String)]) },
    });
  });

  it('says so when it does not understand, and when nothing is open', async () => {
    const canvas = await importOne();
    expect((await say('flibber the gribbet', canvas)).error).toMatchObject({ code: 'not-understood' });
    expect((await say('make it warmer', null)).error).toMatchObject({
      code: 'wrong-use',
      hint: expect.stringContaining('photo'),
    });
  });

  it('names the packs also for what begins with words, before anything is open', async () => {
    const { error } = await say('generate a lighthouse', null);
    expect(error).toMatchObject({
      code: 'needs-pack',
      packs: expect.arrayContaining(['stable-diffusion-v1-5']),
    });
    expect((await say('put a lighthouse here', null)).error).toMatchObject({ code: 'wrong-use' });
  });

  it('undoes and selects when asked in words', async () => {
    const canvas = await importOne();
    await say('make it black and white', canvas);
    expect((await say('undo', canvas)).text).toBe('Undone: Black and white.');
    expect(shown(canvas).version.parent).toBeNull();
    await say('select everything', canvas);
    expect(shown(canvas).canvas.selection?.mask).toBeTruthy();
  });

  it('waits for a yes when the user wants to confirm, and runs a changed plan', async () => {
    await desk.ask.app.setSettings({ confirmPlans: true }, never());
    const canvas = await importOne();
    const message = await say('make it warmer', canvas);
    expect(message.steps).toEqual([{ state: 'waiting' }]);
    const plan = structuredClone(message.plan!);
    plan.steps[0]!.invocation = { module: 'image-editing', command: 'black-and-white', args: {} };
    const { job } = await desk.ask.chat.run({ message: message.id, plan }, never());
    await desk.settled(job);
    expect(tell(shown(canvas).version.label)).toBe('Black and white');
  });

  it('keeps what was done before a step that fails, as one action', async () => {
    await desk.close();
    let edits = 0;
    desk = await openDesk({
      [classic.edit.name]: async ({ out }: { out: string }) => {
        if (edits++) throw new StudioError('crashed', 'The host ended.');
        const { writeFile } = await import('node:fs/promises');
        await writeFile(join(out, 'edit.png'), 'one');
        return { path: join(out, 'edit.png') };
      },
    });
    const canvas = await importOne();
    const message = await say('make it black and white, then sharpen it', canvas);
    expect(message.steps).toMatchObject([{ state: 'done' }, { state: 'failed', error: { code: 'crashed' } }]);
    expect(tell(shown(canvas).version.label)).toBe('Black and white');
    await desk.ask.project.undo({}, never());
    expect(shown(canvas).version.parent).toBeNull();
  });

  it('leaves nothing behind when it is cancelled', async () => {
    await desk.close();
    let begin: () => void;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    desk = await openDesk({
      [classic.edit.name]: (_: never, signal: AbortSignal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new StudioError('cancelled', 'Cancelled.')));
          begin();
        }),
    });
    const canvas = await importOne();
    const { message, job } = await desk.ask.chat.send({ text: 'sharpen it', canvas }, never());
    await begun;
    await desk.ask.jobs.cancel({ job: job! }, never());
    expect((await desk.settled(job!)).state).toBe('cancelled');
    await new Promise((resolve) => setImmediate(resolve));
    expect(desk.project().messages.find((m) => m.id === message)!.steps).toEqual([{ state: 'cancelled' }]);
    expect(desk.project()).toMatchObject({ undo: saying('import', 'photo') });
  });
});

describe('pointing', () => {
  it('lets a later click supersede one that is still looking', async () => {
    await desk.close();
    let release: () => void = () => undefined;
    let looking: () => void;
    const looks = new Promise<void>((resolve) => (looking = resolve));
    let first = true;
    desk = await openDesk({
      [classic.segment.name]: async ({ out }: { out: string }, signal: AbortSignal) => {
        if (first) {
          first = false;
          looking();
          await new Promise<void>((resolve, reject) => {
            release = resolve;
            signal.addEventListener('abort', () => reject(new StudioError('cancelled', 'x')));
          });
        }
        const { writeFile } = await import('node:fs/promises');
        await writeFile(join(out, 'm.png'), 'mask');
        return {
          path: join(out, 'm.png'),
          width: 8,
          height: 4,
          bounds: { x1: 0, y1: 0, x2: 1, y2: 1 },
          area: 0.7,
        };
      },
    });
    const canvas = await importOne();
    const one = codeOf(desk.ask.selection.set({ canvas, region: point }, never()));
    await looks;
    const two = await desk.ask.selection.set({ canvas, region: point }, never());
    release();
    expect(await one).toBe('cancelled');
    expect(two).toMatchObject({ area: 0.7 });
    expect(shown(canvas).canvas.selection).toMatchObject({ area: 0.7 });
  });

  it('shows what a click would select, and leaves no trace of it', async () => {
    const canvas = await importOne();
    const before = desk.project();
    const answer = await desk.ask.selection.preview(
      { canvas, at: { x: 0.5, y: 0.5 }, settled: false },
      never(),
    );
    expect(answer).toEqual({ mask: { size: [4, 8], counts: '0P1' } });
    expect(desk.asked.at(-1)).toMatchObject({
      task: classic.preview.name,
      input: { at: { x: 0.5, y: 0.5 } },
    });
    expect(desk.project()).toEqual(before);
    expect(desk.ask.jobs.list({}, never())).toEqual([expect.objectContaining({ kind: 'import' })]);
    const sound = await importOne('sound.wav');
    const none = await desk.ask.selection.preview(
      { canvas: sound, at: { x: 0, y: 0 }, settled: true },
      never(),
    );
    expect(none).toEqual({ mask: null });
  });

  it.each(['another preview', 'a click', 'the pointer that leaves'])(
    'ends a settled preview at %s',
    async (by) => {
      await desk.close();
      desk = await openDesk({
        [classic.preview.name]: ({ settled }: { settled: boolean }, signal: AbortSignal) =>
          settled
            ? new Promise((_, reject) =>
                signal.addEventListener('abort', () => reject(new StudioError('cancelled', 'x'))),
              )
            : Promise.resolve({ mask: null }),
      });
      const canvas = await importOne();
      const at = { x: 0.5, y: 0.5 };
      const settled = codeOf(desk.ask.selection.preview({ canvas, at, settled: true }, never()));
      if (by === 'a click') await desk.ask.selection.set({ canvas, region: point }, never());
      else {
        const next = by === 'another preview' ? at : null;
        expect(await desk.ask.selection.preview({ canvas, at: next, settled: false }, never())).toEqual({
          mask: null,
        });
      }
      expect(await settled).toBe('cancelled');
    },
  );

  it('keeps a span of time of a sound, and refuses one past its end', async () => {
    const canvas = await importOne('sound.wav');
    const time = { start: 1_000_000, end: 2_000_000 };
    const selection = await desk.ask.selection.set({ canvas, region: { parts: [], time } }, never());
    expect(selection).toMatchObject({ region: { time }, mask: null, area: 0.25 });
    const late = { parts: [], time: { start: 1, end: 5_000_000 } };
    expect(await codeOf(desk.ask.selection.set({ canvas, region: late }, never()))).toBe('wrong-use');
  });

  it('exports the mask as a picture and as run lengths, and says so when there is none', async () => {
    const canvas = await importOne();
    expect(await codeOf(desk.ask.exports.mask({ canvas, form: 'png' }, never()))).toBe('needs-region');
    await desk.ask.selection.set({ canvas, region: point }, never());
    expect((await desk.ask.exports.mask({ canvas, form: 'png' }, never())).name).toBe('photo mask.png');
    const coco = await desk.ask.exports.mask({ canvas, form: 'coco' }, never());
    const { path } = (await desk.ask.engine.locate({ hash: coco.hash }, never()))!;
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ size: [4, 8], counts: '0P1' });
  });
});

describe('closing and coming back', () => {
  it('opens again as it was, and says of a step that was under way that it was interrupted', async () => {
    const canvas = await importOne();
    const message = await say('sharpen it', canvas);
    await desk.ask.chat.setDraft({ text: 'make it wa' }, never());
    desk.session.store.note((doc) => doc.messages.put({ ...message, steps: [{ state: 'running' }] }));
    const { id } = desk.project();
    await desk.close(true);
    desk = await openDesk({}, desk.data);
    const project = await desk.ask.project.openRecent({ id }, never());
    expect(project).toMatchObject({ draft: 'make it wa', undo: saying('edit', 'sharpen') });
    expect(project.messages.at(-1)!.steps[0]).toMatchObject({ state: 'failed', error: { code: 'crashed' } });
  });

  it('leaves no staging folder behind', async () => {
    const canvas = await importOne();
    await desk.ask.selection.set({ canvas, region: point }, never());
    await say('remove this', canvas);
    await desk.ask.exports.image({ canvas, format: 'png', quality: 90 }, never());
    const inside = await readdir(join(desk.session.store.folder, 'media'), {
      recursive: true,
      withFileTypes: true,
    });
    const empty = inside.filter(
      (entry) =>
        entry.isDirectory() &&
        !inside.some((other) => other.parentPath === join(entry.parentPath, entry.name)),
    );
    expect(
      empty.map((entry) => entry.name).filter((name) => !/^[0-9a-f]{2}$/.test(name) && name !== '.staging'),
    ).toEqual([]);
  });

  it('copies an export to a path of the user’s choosing, whole or not at all', async () => {
    const canvas = await importOne();
    const { hash } = await desk.ask.exports.image({ canvas, format: 'jpeg', quality: 90 }, never());
    const path = join(desk.data, 'out.jpg');
    await desk.ask.engine.copyTo({ hash, path }, never());
    expect(await readFile(path, 'utf8')).toMatch(/^export/);
    expect(
      await codeOf(desk.ask.engine.copyTo({ hash, path: join(desk.data, 'missing', 'out.jpg') }, never())),
    ).toBe('not-found');
    expect((await readdir(desk.data)).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('needs a project for what concerns one', async () => {
    const rename = async () => desk.ask.project.rename({ name: 'x' }, never());
    expect(await codeOf(rename())).toBe('not-found');
  });
});
