import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

  it('is one job with a real total and a part for each photo; each photo’s change is undone in one step', async () => {
    const before = canvases.map(shown);
    const { job } = await desk.ask.chat.batch({ plan: sharpen, canvases }, never());
    const end = await desk.settled(job);
    expect(end).toMatchObject({ kind: 'batch', state: 'done', total: 300, done: 300 });
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
    expect(desk.project().messages.at(-1)!.text).toBe('Sharpen: 3 of 3 photos done.');
    await desk.ask.project.undo({}, never());
    expect(canvases.map(shown)).toEqual([after[0], after[1], before[2]]);
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
    expect(desk.project().messages.at(-1)!.text).toBe('Sharpen: 2 of 3 photos done.\nb: Too many pixels.');
  });

  it('is cancelled between photos: what was done stays', async () => {
    await desk.close();
    let begun = () => {};
    const second = new Promise<void>((resolve) => (begun = resolve));
    let calls = 0;
    await open({
      [classic.edit.name]: async ({ out }: { out: string }, signal: AbortSignal) => {
        if (++calls === 2) {
          begun();
          await new Promise((_, reject) =>
            signal.addEventListener('abort', () => reject(signal.reason as Error)),
          );
        }
        const { writeFile } = await import('node:fs/promises');
        await writeFile(`${out}/edit.png`, `edit ${calls}`);
        return { path: `${out}/edit.png` };
      },
    });
    const before = canvases.map(shown);
    const { job } = await desk.ask.chat.batch({ plan: sharpen, canvases }, never());
    await second;
    await desk.ask.jobs.cancel({ job }, never());
    const end = await desk.settled(job);
    expect(end.state).toBe('cancelled');
    expect(end.parts.map(({ state }) => state)).toEqual(['done', 'cancelled', 'cancelled']);
    expect(canvases.map(shown).map((version, i) => version === before[i])).toEqual([false, true, true]);
  });

  it('takes photos only', async () => {
    const sound = await desk.file('d.wav');
    const made = await desk.ask.engine.importPaths({ paths: [sound] }, never());
    const all = { plan: sharpen, canvases: [...canvases, ...made.canvases] };
    expect(await codeOf((async () => desk.ask.chat.batch(all, never()))())).toBe('wrong-use');
  });
});

describe('several photos', () => {
  let desk: Desk;
  let canvases: string[];
  beforeEach(async () => {
    desk = await openDesk();
    const paths = await Promise.all(['a.png', 'b.png', 'c.png'].map((name) => desk.file(name)));
    ({ canvases } = await desk.ask.engine.importPaths({ paths }, never()));
  });
  afterEach(() => desk.close());
  const names = () => desk.project().canvases.map(({ name }) => name);

  it('go and come back together', async () => {
    await desk.ask.canvas.removeAll({ canvases: canvases.slice(0, 2) }, never());
    expect(names()).toEqual(['c']);
    expect(desk.project().undo).toBe('Remove 2 photos');
    await desk.ask.project.undo({}, never());
    expect(names()).toEqual(['a', 'b', 'c']);
  });
  it('are put in another order, and back', async () => {
    const [a, b, c] = canvases as [string, string, string];
    await desk.ask.canvas.reorder({ canvases: [c, a, b] }, never());
    expect(names()).toEqual(['c', 'a', 'b']);
    await desk.ask.canvas.reorder({ canvases: [b, a] }, never()); // the third keeps its place
    expect(names()).toEqual(['c', 'b', 'a']);
    await desk.ask.project.undo({}, never());
    await desk.ask.project.undo({}, never());
    expect(names()).toEqual(['a', 'b', 'c']);
  });
  it('are renamed, which can be undone', async () => {
    await desk.ask.canvas.rename({ canvas: canvases[0]!, name: 'Cat' }, never());
    expect(names()).toEqual(['Cat', 'b', 'c']);
    await desk.ask.project.undo({}, never());
    expect(names()).toEqual(['a', 'b', 'c']);
  });
  it('get their colours when they have none yet', async () => {
    expect(desk.project().media.some(({ colours }) => colours)).toBe(false);
    await desk.ask.canvas.findColours({}, never());
    const shown = desk
      .project()
      .canvases.map(({ source }) => desk.project().media.find((m) => m.hash === source));
    for (const media of shown) expect(media!.colours).toEqual([{ colour: '#ff0000', share: 1 }]);
    const asked = desk.asked.length;
    await desk.ask.canvas.findColours({}, never());
    expect(desk.asked.length).toBe(asked);
  });
});
