import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Message } from '../../../../src-main/contract/index.ts';
import { never, openDesk, type Desk } from './desk.ts';

let desk: Desk;
let canvas: string;
beforeEach(async () => {
  desk = await openDesk();
  const { canvases } = await desk.ask.engine.importPaths({ paths: [await desk.file('photo.png')] }, never());
  canvas = canvases[0]!;
});
afterEach(() => desk.close());

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
const temperature = (value: number) => ({ command: 'adjust', args: { temperature: value } });

it('“a bit less” takes the place of what was done, again and again', async () => {
  const original = shown().id;
  const first = await say('make it warmer');
  const second = await say('a bit less');
  expect(message(second).instead).toBe(first);
  expect(shown()).toMatchObject({ parent: original, invocation: temperature(0.22) });
  await say('half of that');
  expect(shown()).toMatchObject({ parent: original, invocation: temperature(0.11) });
  await desk.ask.project.undo({}, never());
  expect(shown().invocation).toMatchObject(temperature(0.22));
});

it('what is said before the first has run waits for it', async () => {
  const original = shown().id;
  const first = await desk.ask.chat.send({ text: 'make it warmer', canvas }, never());
  const second = await desk.ask.chat.send({ text: 'twice as much', canvas }, never());
  await finish(first.job!);
  await finish(second.job!);
  expect(shown()).toMatchObject({ parent: original, invocation: temperature(0.6) });
});

it('“again” does it on top', async () => {
  await say('make it warmer');
  const once = shown().id;
  await say('again');
  expect(shown()).toMatchObject({ parent: once, invocation: temperature(0.3) });
});

it('what was done to the whole picture stays so with something selected since', async () => {
  await say('make it warmer');
  await desk.ask.selection.set(
    { canvas, region: { parts: [{ kind: 'point', x: 0.5, y: 0.5, sign: '+' }] } },
    never(),
  );
  await say('more');
  expect(shown().invocation).toMatchObject({ ...temperature(0.45), region: { parts: [] } });
});

it('asks again where something else is shown by now', async () => {
  const original = shown();
  await say('make it warmer');
  desk.session.showVersion(original.layer, original.id);
  expect(message(await say('a bit less')).error).toMatchObject({ code: 'not-understood' });
  expect(shown().id).toBe(original.id);
});

it('runs on what is shown where the first was undone', async () => {
  const original = shown().id;
  await say('make it warmer');
  await desk.ask.project.undo({}, never());
  await say('a bit less');
  expect(shown()).toMatchObject({ parent: original, invocation: temperature(0.22) });
});
