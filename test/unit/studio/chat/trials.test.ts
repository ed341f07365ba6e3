import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Plan } from '../../../../src-main/contract/index.ts';
import * as classic from '../../../../src-main/systems/classic/index.ts';
import * as codecs from '../../../../src-main/systems/codecs/index.ts';
import { codeOf, never, openDesk, type Desk } from '../session/desk.ts';

const planOf = (command: string, args: object): Plan =>
  ({
    steps: [{ input: { from: 'focus' }, invocation: { module: 'image-editing', command, args } }],
  }) as Plan;
const sharpen = (amount: number) => planOf('sharpen', { amount });

let desk: Desk;
let canvas: string;
/** Called when an edit begins that is to be stopped. */
let begun: (() => void) | null;
/** Of each edit, at which size it was asked for. */
let asked: { by: number }[];

beforeEach(async () => {
  begun = null;
  asked = [];
  desk = await openDesk({
    [codecs.probe.name]: async () => ({
      media: { kind: 'image', type: 'image/png', width: 6000, height: 4000, depth: 8, alpha: false },
    }),
    // What is made says how: the same edit makes the same picture.
    [classic.edit.name]: async (
      { out, edit, by }: { out: string; edit: object; by: number },
      signal: AbortSignal,
    ) => {
      asked.push({ by });
      if (begun) {
        begun();
        begun = null;
        await new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason as Error)),
        );
      }
      await writeFile(`${out}/edit.png`, JSON.stringify(edit));
      return { path: `${out}/edit.png` };
    },
  });
  const { canvases } = await desk.ask.engine.importPaths({ paths: [await desk.file('a.png')] }, never());
  canvas = canvases[0]!;
});
afterEach(() => desk.close());

const tryOut = async (message: string, plan: Plan, by = 1) =>
  desk.ask.chat.tryOut({ message, plan, by }, never());
const has = (picture: string) => desk.project().media.some(({ hash }) => hash === picture);
async function done(amount: number) {
  const { message, job } = await desk.ask.chat.perform({ canvas, plan: sharpen(amount) }, never());
  await desk.settled(job);
  return message;
}

it('makes what the changed plan would make of what it ran on, and no history knows of it', async () => {
  const message = await done(0.2);
  const { layers, versions, history, messages } = desk.project();
  const { layer, picture } = await tryOut(message, sharpen(0.7));
  expect(layer).toBe(layers[0]!.id);
  expect(has(picture)).toBe(true);
  expect(desk.project()).toMatchObject({ layers, versions, history, messages });
  // Run, it is that very picture.
  const { job } = await desk.ask.chat.run({ message, plan: sharpen(0.7) }, never());
  await desk.settled(job);
  const [shown] = desk.project().layers;
  expect(desk.project().versions.find(({ id }) => id === shown!.version)!.media).toBe(picture);
  // And stays when the next one is tried.
  await tryOut(message, sharpen(0.9));
  expect(has(picture)).toBe(true);
});

it('of pictures that were only tried the last one stays', async () => {
  const message = await done(0.2);
  const first = await tryOut(message, sharpen(0.3));
  const second = await tryOut(message, sharpen(0.4));
  expect([has(first.picture), has(second.picture)]).toEqual([false, true]);
});

it.each([
  ['resize', { factor: 0.5 }],
  ['extend', { left: 0.2 }],
  ['transform', { target: 'subject', dx: 0.1 }],
])('%s isn’t tried', async (command, args) => {
  const message = await done(0.2);
  const plan = planOf(command, args);
  expect(await codeOf(tryOut(message, plan))).toBe('wrong-use');
});

it('is made as small as it is shown, where that looks the same', async () => {
  const { project } = desk;
  const [media] = project().media;
  const message = await done(0.2);
  const by = async (plan: Plan, coarse: number) => {
    await tryOut(message, plan, coarse);
    return asked.at(-1)!.by;
  };
  expect(media).toMatchObject({ width: 6000, height: 4000 });
  const clarity = planOf('clarity', { amount: 0.4 });
  expect(await by(clarity, 4)).toBe(4);
  expect(await by(clarity, 3.9)).toBe(3);
  expect(await by(clarity, 1)).toBe(1);
  // No smaller than what reaches that are pixels can bear.
  expect(await by(clarity, 40)).toBe(6);
  expect(await by(sharpen(0.7), 4)).toBe(1);
  expect(await by(planOf('stylise', { style: 'oil' }), 4)).toBe(1);
  expect(await by(planOf('rotate', { degrees: 30 }), 4)).toBe(4);
  // A step after one that moves things has a mask of the whole size.
  const [turned, clear] = [planOf('rotate', { degrees: 30 }), clarity];
  const both: Plan = {
    steps: [...turned.steps, { ...clear.steps[0]!, input: { from: 'step', step: 0 } }],
  };
  expect(await by(both, 4)).toBe(1);
  // Only the first step takes the whole picture.
  const twice: Plan = {
    steps: [...clear.steps, { ...clear.steps[0]!, input: { from: 'step', step: 0 } }],
  };
  await tryOut(message, twice, 4);
  expect(asked.slice(-2).map((one) => one.by)).toEqual([4, 1]);
});

it('what is turned has the size that it will have, and what is not, the layer’s', async () => {
  const message = await done(0.2);
  const turn = planOf('rotate', { degrees: 90 });
  const turned = await tryOut(message, turn, 4);
  // The stand-in for an edit makes pictures of one size.
  expect(turned).toMatchObject({ size: { width: 6000 * 4, height: 4000 * 4 }, frame: null });
  expect(turned.layers).toEqual(desk.project().layers);
  const clear = planOf('clarity', { amount: 0.4 });
  const inPlace = await tryOut(message, clear, 4);
  expect(inPlace.size).toEqual({ width: 6000, height: 4000 });
});

it('a later one stops the one before it', async () => {
  const message = await done(0.2);
  const started = new Promise<void>((resolve) => (begun = resolve));
  const first = codeOf((async () => tryOut(message, sharpen(0.3)))());
  await started;
  const second = await tryOut(message, sharpen(0.4));
  expect(await first).toBe('cancelled');
  expect(has(second.picture)).toBe(true);
});
