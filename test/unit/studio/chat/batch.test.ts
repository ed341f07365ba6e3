import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say as label, tell } from '../../../../src-main/contract/said.ts';
import { StudioError, type Plan, type Region } from '../../../../src-main/contract/index.ts';
import { planFor } from '../../../../src-main/studio/chat/batch.ts';
import * as classic from '../../../../src-main/systems/classic/index.ts';
import { codeOf, never, openDesk, type Desk } from '../session/desk.ts';

const step = (command: string, args: object, region?: Region) => ({
  input: { from: 'focus' as const },
  invocation: { module: 'image-editing' as const, command, args, ...(region && { region }) },
});
const planOf = (...steps: ReturnType<typeof step>[]) => ({ steps }) as unknown as Plan;
const sharpen = planOf(step('sharpen', { amount: 0.5 }));
const point: Region = { parts: [{ kind: 'point', x: 0.2, y: 0.3, sign: '+' }] };
const words: Region = { parts: [{ kind: 'words', text: 'the dog' }] };

describe('a plan for another photo', () => {
  it('is the same where nothing was pointed at, or only in words', () => {
    expect(planFor(sharpen, point)).toEqual(sharpen);
    const dog = planOf(step('remove', {}, words));
    expect(planFor(dog, point)).toEqual(dog);
  });
  it('means what is selected there', () => {
    const there: Region = { parts: [{ kind: 'box', x1: 0, y1: 0, x2: 0.5, y2: 0.5 }] };
    expect(planFor(planOf(step('remove', {}, point)), there).steps[0]!.invocation.region).toEqual(there);
  });
  it('finds its own subject, or says that it needs to know where', () => {
    const [cut] = planFor(planOf(step('cut-out', {}, point)), undefined).steps;
    expect(cut!.invocation).toEqual({ module: 'image-editing', command: 'cut-out', args: {} });
    expect(() => planFor(planOf(step('remove', {}, point)), undefined)).toThrow(StudioError);
  });
});

describe('a batch', () => {
  let desk: Desk;
  let canvases: string[];
  const shown = (canvas: string) => desk.project().layers.find((l) => l.canvas === canvas)!.version;
  const open = async (overrides = {}) => {
    desk = await openDesk(overrides);
    const paths = await Promise.all(['a.png', 'b.png', 'c.png'].map((name) => desk.file(name)));
    ({ canvases } = await desk.ask.engine.importPaths({ paths }, never()));
  };
  beforeEach(() => open());
  afterEach(() => desk.close());

  const card = () => desk.project().messages.at(-1)!;
  const states = () => card().photos.map(({ name, state }) => [name, state.state]);

  it('is one card, one job with a real total and a part for each photo, and one step of the history', async () => {
    const before = canvases.map(shown);
    const { job, message } = await desk.ask.chat.batch({ plan: sharpen, canvases }, never());
    const end = await desk.settled(job);
    expect(end).toMatchObject({ kind: 'batch', state: 'done', total: 300, done: 300, message });
    expect(end.parts.map(({ name, state }) => [name, state])).toEqual([
      ['a', 'done'],
      ['b', 'done'],
      ['c', 'done'],
    ]);
    expect(end.endedAt).toBeGreaterThanOrEqual(end.startedAt);
    const after = canvases.map(shown);
    after.forEach((version, i) => expect(version).not.toBe(before[i]));
    const steps = desk.seen.jobs.filter(({ id }) => id === job).map(({ done }) => done);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(card()).toMatchObject({ id: message, canvas: null, plan: sharpen, text: '' });
    expect(card().photos).toEqual(
      canvases.map((canvas, i) => ({
        canvas,
        name: 'abc'[i],
        state: { state: 'done', version: after[i] },
        before: before[i],
      })),
    );
    expect(desk.project()).toMatchObject({
      undo: label('planOnPhotos', label('edit', 'sharpen'), 3),
      redo: null,
    });
    expect(desk.project().history).toHaveLength(4); // three imports and this
    await desk.ask.project.undo({}, never());
    expect(canvases.map(shown)).toEqual(before);
    expect(desk.project()).toMatchObject({
      undo: label('import', 'c'),
      redo: label('planOnPhotos', label('edit', 'sharpen'), 3),
    });
    await desk.ask.project.redo({}, never());
    expect(canvases.map(shown)).toEqual(after);
    // What a page has that was told of every change.
    expect(desk.seen.projects.at(-1)).toEqual(desk.project());
  });

  it('names the photo in the history where it is one', async () => {
    const { job } = await desk.ask.chat.batch({ plan: sharpen, canvases: [canvases[1]!] }, never());
    await desk.settled(job);
    expect(tell(desk.project().undo!)).toBe('Sharpen: b');
  });

  it('goes on after one that fails, and says which and why', async () => {
    await desk.close();
    let calls = 0;
    await open({
      [classic.edit.name]: async ({ out }: { out: string }) => {
        if (++calls === 2) throw new StudioError('too-large', 'Too many pixels.', 'Try a smaller one.');
        const { writeFile } = await import('node:fs/promises');
        await writeFile(`${out}/edit.png`, `edit ${calls}`);
        return { path: `${out}/edit.png` };
      },
    });
    const { job } = await desk.ask.chat.batch({ plan: sharpen, canvases }, never());
    const end = await desk.settled(job);
    expect(end.state).toBe('done');
    expect(end.parts.map(({ state }) => state)).toEqual(['done', 'failed', 'done']);
    expect(end.parts[1]!.error).toMatchObject({ code: 'too-large', hint: 'Try a smaller one.' });
    expect(states()).toEqual([
      ['a', 'done'],
      ['b', 'failed'],
      ['c', 'done'],
    ]);
    expect(card().photos[1]!.state).toMatchObject({ error: { message: 'Too many pixels.' } });
    expect(tell(desk.project().undo!)).toBe('Sharpen: 2 photos');

    // Once more: on what failed alone.
    const [a, , c] = canvases.map(shown);
    const again = await desk.ask.chat.run({ message: card().id }, never());
    expect((await desk.settled(again.job)).parts.map(({ name }) => name)).toEqual(['b']);
    expect(states().map(([, state]) => state)).toEqual(['done', 'done', 'done']);
    expect(canvases.map(shown)).toEqual([a, expect.any(String), c]);
    expect(tell(desk.project().undo!)).toBe('Sharpen: b');
    expect(await codeOf((async () => desk.ask.chat.run({ message: card().id }, never()))())).toBe(
      'wrong-use',
    );
  });

  it('is tried again only on photos that are still there', async () => {
    await desk.ask.app.setSettings({ confirmPlans: true }, never());
    const { message } = await desk.ask.chat.send(
      { text: 'make it warmer', canvas: null, photos: canvases },
      never(),
    );
    await desk.ask.canvas.remove({ canvas: canvases[1]! }, never());
    const { job } = await desk.ask.chat.run({ message }, never());
    expect((await desk.settled(job)).parts.map(({ name, state }) => [name, state])).toEqual([
      ['a', 'done'],
      ['c', 'done'],
    ]);
    expect(await codeOf((async () => desk.ask.chat.run({ message }, never()))())).toBe('wrong-use');
  });

  it('fails as a whole where no photo worked', async () => {
    await desk.close();
    await open({
      [classic.edit.name]: async () => {
        throw new StudioError('too-large', 'Too many pixels.');
      },
    });
    const { job } = await desk.ask.chat.batch({ plan: sharpen, canvases }, never());
    expect(await desk.settled(job)).toMatchObject({ state: 'failed', error: { code: 'too-large' } });
    expect(states().map(([, state]) => state)).toEqual(['failed', 'failed', 'failed']);
  });

  /** Edits that wait at the second until they are let go on, or cancelled. */
  const openSlow = async () => {
    await desk.close();
    let begun = () => {};
    let goOn = () => {};
    const second = new Promise<void>((resolve) => (begun = resolve));
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    let calls = 0;
    await open({
      [classic.edit.name]: async ({ out }: { out: string }, signal: AbortSignal) => {
        const call = ++calls;
        if (call === 2) {
          begun();
          await Promise.race([
            gate,
            new Promise((_, reject) =>
              signal.addEventListener('abort', () => reject(signal.reason as Error)),
            ),
          ]);
        }
        const { writeFile } = await import('node:fs/promises');
        await writeFile(`${out}/edit.png`, `edit ${call}`);
        return { path: `${out}/edit.png` };
      },
    });
    return { second, goOn };
  };

  it('of one photo lands nowhere when undo takes back what it works on, and that can be had again', async () => {
    const { second, goOn } = await openSlow();
    const [a] = canvases as [string];
    await desk.ask.canvas.activate({ canvas: a }, never());
    const original = shown(a);
    const send = async () => (await desk.ask.chat.batch({ plan: sharpen, canvases: [a] }, never())).job;
    await desk.settled(await send());
    const sharp = shown(a);
    const job = await send();
    await second;
    await desk.ask.project.undo({}, never());
    goOn();
    expect((await desk.settled(job)).state).toBe('cancelled');
    expect(shown(a)).toBe(original);
    await desk.ask.project.redo({}, never());
    expect(shown(a)).toBe(sharp);
  });

  it('is cancelled between photos: what was done stays, the rest can be done later', async () => {
    const { second } = await openSlow();
    const before = canvases.map(shown);
    const { job } = await desk.ask.chat.batch({ plan: sharpen, canvases }, never());
    await second;
    await desk.ask.jobs.cancel({ job }, never());
    const end = await desk.settled(job);
    expect(end.state).toBe('cancelled');
    expect(end.parts.map(({ state }) => state)).toEqual(['done', 'cancelled', 'cancelled']);
    expect(states().map(([, state]) => state)).toEqual(['done', 'cancelled', 'cancelled']);
    expect(canvases.map(shown).map((version, i) => version === before[i])).toEqual([false, true, true]);
    const rest = await desk.ask.chat.run({ message: card().id }, never());
    await desk.settled(rest.job);
    expect(canvases.map(shown).some((version, i) => version === before[i])).toBe(false);
  });

  it('stops when what it has done is taken back', async () => {
    const { second } = await openSlow();
    const before = canvases.map(shown);
    const { job } = await desk.ask.chat.batch({ plan: sharpen, canvases }, never());
    await second;
    expect(tell(desk.project().undo!)).toBe('Sharpen: a');
    await desk.ask.project.undo({}, never());
    expect((await desk.settled(job)).state).toBe('cancelled');
    expect(canvases.map(shown)).toEqual(before);
    expect(desk.project()).toMatchObject({
      undo: label('import', 'c'),
      redo: label('planOnPhoto', label('edit', 'sharpen'), 'a'),
    });
  });

  it('begins another step of the history after something else was done', async () => {
    const { second, goOn } = await openSlow();
    const { job } = await desk.ask.chat.batch({ plan: sharpen, canvases }, never());
    await second;
    await desk.ask.canvas.rename({ canvas: canvases[2]!, name: 'z' }, never());
    goOn();
    await desk.settled(job);
    const labels = desk.project().history.map(({ label }) => tell(label));
    expect(labels.slice(3)).toEqual(['Sharpen: a', 'Rename to z', 'Sharpen: 2 photos']);
  });

  it('changed on its card, it runs on all of its photos again, each from what it ran on', async () => {
    const before = canvases.map(shown);
    const { job, message } = await desk.ask.chat.batch({ plan: sharpen, canvases }, never());
    await desk.settled(job);
    const first = canvases.map(shown);
    const more = planOf(step('sharpen', { amount: 0.9 }));
    const again = await desk.ask.chat.run({ message, plan: more }, never());
    expect(await desk.settled(again.job)).toMatchObject({ state: 'done', total: 300 });
    expect(card()).toMatchObject({ plan: more, words: null });
    expect(states().map(([, state]) => state)).toEqual(['done', 'done', 'done']);
    canvases.forEach((canvas, i) => {
      const version = desk.project().versions.find(({ id }) => id === shown(canvas))!;
      expect(version.id).not.toBe(first[i]);
      expect(version.parent).toBe(before[i]);
      expect(version.invocation).toMatchObject({ args: { amount: 0.9 } });
    });
    await desk.ask.project.undo({}, never());
    expect(canvases.map(shown)).toEqual(first);
    const missing = planOf(step('replace-background', { photo: 'f'.repeat(64) }));
    expect(await codeOf((async () => desk.ask.chat.run({ message, plan: missing }, never()))())).toBe(
      'not-found',
    );
  });

  it('waits for the one before it, and is told on its card when it is cancelled meanwhile', async () => {
    const { second, goOn } = await openSlow();
    const first = await desk.ask.chat.batch({ plan: sharpen, canvases }, never());
    await second;
    const next = await desk.ask.chat.batch({ plan: sharpen, canvases: [...canvases].reverse() }, never());
    const last = await desk.ask.chat.batch({ plan: sharpen, canvases: [canvases[2]!] }, never());
    await desk.ask.jobs.cancel({ job: next.job }, never());
    expect((await desk.settled(next.job)).state).toBe('cancelled');
    const told = desk.project().messages.find(({ id }) => id === next.message)!;
    expect(told.photos.map(({ state }) => state.state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    goOn();
    await desk.settled(last.job);
    const versions = desk.project().versions;
    const version = versions.find(({ id }) => id === shown(canvases[2]!))!;
    const row = desk.project().messages.find(({ id }) => id === first.message)!.photos[2]!;
    expect(version.parent).toBe((row.state as { version: string }).version);
  });

  it('takes photos only', async () => {
    const sound = await desk.file('d.wav');
    const made = await desk.ask.engine.importPaths({ paths: [sound] }, never());
    const all = { plan: sharpen, canvases: [...canvases, ...made.canvases] };
    expect(await codeOf((async () => desk.ask.chat.batch(all, never()))())).toBe('wrong-use');
  });
});
