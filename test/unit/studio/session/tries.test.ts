import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message, Plan } from '../../../../src-main/contract/index.ts';
import { seedsAfter, takesSeed, withSeed } from '../../../../src-main/studio/chat/seeds.ts';
import { codeOf, never, openDesk, type Desk } from './desk.ts';

let desk: Desk;
let canvas: string;
beforeEach(async () => {
  desk = await openDesk();
  const { canvases } = await desk.ask.engine.importPaths({ paths: [await desk.file('photo.png')] }, never());
  canvas = canvases[0]!;
  await desk.ask.selection.set(
    { canvas, region: { parts: [{ kind: 'point', x: 0.5, y: 0.5, sign: '+' }] } },
    never(),
  );
});
afterEach(() => desk.close());

/** The code that a request fails with, thrown at once or later. */
const failing = (work: () => unknown) => codeOf((async () => work())());
const shown = () => desk.session.focus(canvas).version;
const message = (id: string): Message => desk.project().messages.find((m) => m.id === id)!;
const finish = async (job: string) => {
  await desk.settled(job);
  await new Promise((resolve) => setImmediate(resolve));
};
const say = async (text: string) => {
  const said = await desk.ask.chat.send({ text, canvas }, never());
  if (said.job) await finish(said.job);
  return said.message;
};
const changed = ({ steps: [step] }: Plan, args: object): Plan =>
  ({ steps: [{ ...step, invocation: { ...step!.invocation, args } }] }) as Plan;

describe('a changed plan', () => {
  it('runs on what it was run on before, beside the first result', async () => {
    const original = shown().id;
    const id = await say('make it warmer');
    const first = shown();
    const { job } = await desk.ask.chat.run(
      { message: id, plan: changed(message(id).plan!, { temperature: -0.4 }) },
      never(),
    );
    await finish(job);
    expect(shown().id).not.toBe(first.id);
    expect([first.parent, shown().parent]).toEqual([original, original]);
    expect(shown().invocation).toMatchObject({ args: { temperature: -0.4 } });
    expect(desk.project().versions.map((v) => v.id)).toContain(first.id);
    expect(message(id).steps).toEqual([{ state: 'done', version: shown().id }]);
  });

  it('runs on what is shown where the first result was undone', async () => {
    const original = shown().id;
    const id = await say('make it warmer');
    await desk.ask.project.undo({}, never());
    const { job } = await desk.ask.chat.run(
      { message: id, plan: changed(message(id).plan!, { tint: 0.2 }) },
      never(),
    );
    await finish(job);
    expect(shown().parent).toBe(original);
  });
});

describe('comparing seeds', () => {
  it('makes a version a seed, shows none, and takes the one that is chosen', async () => {
    const id = await say('remove this');
    const result = shown();
    const { job } = await desk.ask.chat.compare({ message: id, count: 3 }, never());
    await finish(job);
    const { tries } = message(id);
    expect(tries.map((t) => t.seed)).toEqual([1, 2, 3]);
    const made = tries.map((t) => desk.project().versions.find((v) => v.id === t.version)!);
    expect(made.map((v) => v.parent)).toEqual(Array(3).fill(result.parent));
    expect(made.map((v) => v.invocation)).toMatchObject([1, 2, 3].map((seed) => ({ args: { seed } })));
    expect(shown().id).toBe(result.id);

    await desk.ask.chat.choose({ message: id, version: tries[2]!.version }, never());
    expect(shown().id).toBe(tries[2]!.version);
    expect(message(id)).toMatchObject({
      plan: { steps: [{ invocation: { args: { seed: 3 } } }] },
      steps: [{ state: 'done', version: tries[2]!.version }],
    });
    await desk.ask.project.undo({}, never()); // the choice
    expect(shown().id).toBe(result.id);
    await desk.ask.project.undo({}, never()); // the tries
    expect(desk.project().versions).toHaveLength(2);
    expect(
      await failing(() => desk.ask.chat.choose({ message: id, version: tries[0]!.version }, never())),
    ).toBe('not-found');
  });

  it('discards the tries that were not taken, until that is undone', async () => {
    const id = await say('remove this');
    const first = shown();
    const { job } = await desk.ask.chat.compare({ message: id, count: 3 }, never());
    await finish(job);
    const [one, two, three] = message(id).tries.map((t) => t.version);
    await desk.ask.chat.choose({ message: id, version: one! }, never());
    await say('make it warmer'); // on the first
    await desk.ask.chat.choose({ message: id, version: two! }, never());
    await desk.ask.chat.dropTries({ message: id }, never());
    const ids = () => desk.project().versions.map((v) => v.id);
    expect(ids()).toEqual(expect.arrayContaining([first.id, one, two])); // the first is what a later edit began with
    expect(ids()).not.toContain(three);
    expect(shown().id).toBe(two);
    await desk.ask.project.undo({}, never());
    expect(ids()).toContain(three);
  });

  it('discards the earlier steps of a try with it', async () => {
    const id = await say('make it warmer, then remove this');
    const before = desk.project().versions.map((v) => v.id);
    const { job } = await desk.ask.chat.compare({ message: id, count: 2 }, never());
    await finish(job);
    expect(desk.project().versions).toHaveLength(before.length + 4);
    await desk.ask.chat.dropTries({ message: id }, never());
    expect(desk.project().versions.map((v) => v.id)).toEqual(before);
  });

  it('is refused where chance has no part', async () => {
    const id = await say('make it warmer');
    expect(await failing(() => desk.ask.chat.compare({ message: id, count: 2 }, never()))).toBe('wrong-use');
  });
});

describe('going on from a message', () => {
  it('shows what it left, or what it saw, and says so', async () => {
    const original = shown().id;
    const warm = await say('make it warmer');
    const warmer = shown().id;
    const grey = await say('black and white');
    await desk.ask.chat.branch({ message: warm }, never());
    expect(shown().id).toBe(warmer);
    expect(desk.project().messages.at(-1)!.text).toBe('Going on from “Adjust”.');
    const asked = desk.project().messages.find((m) => m.role === 'user' && m.text === 'make it warmer')!;
    await desk.ask.chat.branch({ message: asked.id }, never());
    expect(shown().id).toBe(original);
    await say('blur it');
    expect(shown().parent).toBe(original);
    expect(message(grey).steps).toHaveLength(1); // what was said before stays
  });

  it('says when that picture is gone', async () => {
    const id = await say('make it warmer');
    const { messages } = desk.project();
    desk.session.store.note((doc) => doc.messages.put({ ...messages.at(-1)!, version: null }));
    await desk.ask.project.undo({}, never());
    expect(await failing(() => desk.ask.chat.branch({ message: id }, never()))).toBe('not-found');
  });
});

describe('seeds', () => {
  const plan: Plan = {
    steps: [
      {
        input: { from: 'focus' },
        invocation: { module: 'image-editing', command: 'remove', args: { seed: 7 } },
      },
      {
        input: { from: 'step', step: 0 },
        invocation: { module: 'image-editing', command: 'sharpen', args: { amount: 1 } },
      },
    ],
  };
  it('go only where they are taken, and begin with the plan’s own', () => {
    expect(plan.steps.map((s) => takesSeed(s.invocation))).toEqual([true, false]);
    expect(withSeed(plan, 9).steps.map((s) => s.invocation.args)).toEqual([{ seed: 9 }, { amount: 1 }]);
    expect(seedsAfter(plan, 3)).toEqual([7, 8, 9]);
    expect(seedsAfter({ steps: [plan.steps[1]!] }, 2)).toEqual([1, 2]);
  });
});
