import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tell } from '../../../../src-main/contract/said.ts';
import type { Message, Region } from '../../../../src-main/contract/index.ts';
import { never, openDesk, type Desk } from '../session/desk.ts';

const point: Region = { parts: [{ kind: 'point', x: 0.2, y: 0.3, sign: '+' }] };

describe('words for several photos', () => {
  let desk: Desk;
  let canvases: string[];
  beforeEach(async () => {
    desk = await openDesk();
    const paths = await Promise.all(['a.png', 'b.png', 'c.png'].map((name) => desk.file(name)));
    ({ canvases } = await desk.ask.engine.importPaths({ paths }, never()));
  });
  afterEach(() => desk.close());
  const shown = (canvas: string) => desk.session.focus(canvas).version;
  const say = async (text: string, photos: readonly string[]) => {
    const { message, job } = await desk.ask.chat.send(
      { text, canvas: canvases[2]!, photos: [...photos] },
      never(),
    );
    if (job) await desk.settled(job);
    return desk.project().messages.find(({ id }) => id === message)!;
  };
  const select = (canvas: string) => desk.ask.selection.set({ canvas, region: point }, never());

  it('join the thread with what they are about, and change those alone', async () => {
    const [a, b, c] = canvases as [string, string, string];
    const before = shown(c).id;
    const card = await say('make it warmer', [a, b]);
    const [asked, answer] = desk.project().messages as [Message, Message];
    expect(asked).toMatchObject({ role: 'user', text: 'make it warmer', canvas: null });
    expect(asked.photos.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(answer).toBe(card);
    expect([a, b].map((id) => shown(id).invocation)).toMatchObject([
      { command: 'adjust' },
      { command: 'adjust' },
    ]);
    expect(shown(c).id).toBe(before);
  });

  it('are about one photo like any others where it is one', async () => {
    const card = await say('make it warmer', [canvases[0]!]);
    expect(card).toMatchObject({ canvas: canvases[0], photos: [], steps: [{ state: 'done' }] });
    expect(desk.project().messages[0]).toMatchObject({ canvas: canvases[0], photos: [] });
  });

  it('mean what is selected in each, where something is', async () => {
    await select(canvases[1]!);
    await say('blur this', canvases);
    expect(canvases.map((id) => shown(id).invocation?.region)).toEqual([undefined, point, undefined]);
  });

  it('are read for each photo by what was done to it', async () => {
    const [a, b, c] = canvases as [string, string, string];
    const originals = canvases.map((id) => shown(id).id);
    await say('make it warmer', [a, b]);
    await say('make it brighter', [c]);
    const less = await say('a bit less', [a, b]);
    expect(shown(a)).toMatchObject({ parent: originals[0], invocation: { args: { temperature: 0.22 } } });
    expect(shown(b)).toMatchObject({ parent: originals[1], invocation: { args: { temperature: 0.22 } } });
    expect(less.photos.map(({ before }) => before)).toEqual(originals.slice(0, 2));
    // And of one of them alone, after it was one of several.
    await say('half of that', [b]);
    expect(shown(b)).toMatchObject({ parent: originals[1], invocation: { args: { temperature: 0.11 } } });
    await desk.ask.project.undo({}, never());
    await desk.ask.project.undo({}, never());
    expect([a, b].map((id) => shown(id).invocation)).toMatchObject([
      { args: { temperature: 0.3 } },
      { args: { temperature: 0.3 } },
    ]);
  });

  it('wait on their card where plans are confirmed', async () => {
    await desk.ask.app.setSettings({ confirmPlans: true }, never());
    const card = await say('make it warmer', canvases);
    expect(card.photos.map(({ state }) => state.state)).toEqual(['waiting', 'waiting', 'waiting']);
    const { job } = await desk.ask.chat.run({ message: card.id }, never());
    await desk.settled(job);
    expect(tell(desk.project().undo!)).toBe('Adjust: 3 photos');
  });

  it('that can’t be understood change nothing, and the answer is in the thread', async () => {
    const answer = await say('gibberish of the third kind', canvases);
    expect(answer).toMatchObject({ plan: null, error: { code: 'not-understood' } });
    expect(answer.photos).toHaveLength(3);
    expect(tell(desk.project().undo!)).toBe('Import c');
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
    expect(tell(desk.project().undo!)).toBe('Remove 2 photos');
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
