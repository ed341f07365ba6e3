import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok, studioEvents, type Result, type Turn } from '../../../../src-main/contract/index.ts';
import { Chat } from '../../../../src-main/studio/chat/chat.ts';
import { Runner } from '../../../../src-main/studio/chat/runner.ts';
import { Selections } from '../../../../src-main/studio/chat/selection.ts';
import type { Planner } from '../../../../src-main/studio/chat/turn.ts';
import { Composer } from '../../../../src-main/studio/layers/composer.ts';
import { createCatalogue } from '../../../../src-main/studio/catalogue/index.ts';
import { codeOf, never, openDesk, type Desk } from './desk.ts';

let desk: Desk;
let canvas: string;
beforeEach(async () => {
  desk = await openDesk();
  const { canvases } = await desk.ask.engine.importPaths({ paths: [await desk.file('photo.png')] }, never());
  canvas = canvases[0]!;
});
afterEach(() => desk.close());

/** The chat of the desk with a planner of its own. */
function chatWith(planner: Planner): Chat {
  const { session, jobs } = desk;
  const catalogue = createCatalogue('models');
  const composer = new Composer(session, desk.hosts);
  return new Chat({
    session,
    selections: new Selections(session, jobs, catalogue, composer),
    runner: new Runner(session, catalogue, composer),
    jobs,
    confirm: () => true,
    notice: () => undefined,
    answering: (answer) => desk.answers.push(studioEvents.answer.parse(answer)),
    planner,
  });
}

describe('an answer on its way', () => {
  it('is told of as it is written, and joins the thread once', async () => {
    const words = ['I see', 'I see a cup.'];
    const chat = chatWith(async (_text, _about, { tell }) => {
      for (const word of words) {
        await new Promise((resolve) => setImmediate(resolve));
        tell(word);
        expect(desk.project().messages.map((m) => m.role)).toEqual(['user']);
      }
      return ok({ say: words.at(-1)! } as Turn);
    });
    await chat.send('what is this?', canvas, never());
    const [asked, answer] = desk.project().messages;
    expect(answer!.text).toBe('I see a cup.');
    expect(desk.answers).toEqual(['', ...words, null].map((text) => ({ to: asked!.id, text })));
  });

  it('ends when the planner fails or is stopped, and nothing is answered then', async () => {
    const stop = new AbortController();
    const waiting = chatWith(
      (_text, _about, { signal }) =>
        new Promise<Result<Turn>>((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason as Error)),
        ),
    ).send('wait', canvas, stop.signal);
    while (!desk.answers.length) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await expect(waiting).rejects.toThrow();
    expect(desk.answers.at(-1)!.text).toBeNull();
    expect(desk.project().messages.map((m) => m.text)).toEqual(['wait']);
  });

  it('never lands in another project', async () => {
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const late = chatWith(async () => {
      await gate;
      return ok({ say: 'late' } as Turn);
    });
    const sent = codeOf(late.send('hello', canvas, never()));
    await new Promise((resolve) => setImmediate(resolve));
    await desk.ask.project.create({ name: randomUUID() }, never());
    go();
    expect(await sent).toBe('cancelled');
    expect(desk.project().messages).toEqual([]);
  });

  it('of the built-in planner is told of too', async () => {
    await desk.ask.chat.send({ text: 'make it warmer', canvas }, never());
    expect(desk.answers.map((a) => a.text)).toEqual(['', null]);
  });
});

describe('photos of one name', () => {
  it('get names that tell them apart', async () => {
    const again = await desk.file('photo.png');
    await desk.ask.engine.importPaths({ paths: [again, again] }, never());
    expect(desk.project().canvases.map((c) => c.name)).toEqual(['photo', 'photo 2', 'photo 3']);
    const { canvases } = desk.project();
    const turn = await desk.ask.chat.preview(
      { text: 'replace the background with the photo photo 2', canvas },
      never(),
    );
    const hash = desk.session.focus(canvases[1]!.id).media.hash;
    expect(turn.plan?.steps[0]!.invocation.args).toMatchObject({ photo: hash });
  });
});
