import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Plan } from '../../../../src-main/contract/index.ts';
import * as classic from '../../../../src-main/systems/classic/index.ts';
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

beforeEach(async () => {
  begun = null;
  desk = await openDesk({
    // What is made says how: the same edit makes the same picture.
    [classic.edit.name]: async ({ out, edit }: { out: string; edit: object }, signal: AbortSignal) => {
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

const has = (picture: string) => desk.project().media.some(({ hash }) => hash === picture);
async function done(amount: number) {
  const { message, job } = await desk.ask.chat.perform({ canvas, plan: sharpen(amount) }, never());
  await desk.settled(job);
  return message;
}

it('makes what the changed plan would make of what it ran on, and no history knows of it', async () => {
  const message = await done(0.2);
  const { layers, versions, history, messages } = desk.project();
  const { layer, picture } = await desk.ask.chat.tryOut({ message, plan: sharpen(0.7) }, never());
  expect(layer).toBe(layers[0]!.id);
  expect(has(picture)).toBe(true);
  expect(desk.project()).toMatchObject({ layers, versions, history, messages });
  // Run, it is that very picture.
  const { job } = await desk.ask.chat.run({ message, plan: sharpen(0.7) }, never());
  await desk.settled(job);
  const [shown] = desk.project().layers;
  expect(desk.project().versions.find(({ id }) => id === shown!.version)!.media).toBe(picture);
  // And stays when the next one is tried.
  await desk.ask.chat.tryOut({ message, plan: sharpen(0.9) }, never());
  expect(has(picture)).toBe(true);
});

it('of pictures that were only tried the last one stays', async () => {
  const message = await done(0.2);
  const first = await desk.ask.chat.tryOut({ message, plan: sharpen(0.3) }, never());
  const second = await desk.ask.chat.tryOut({ message, plan: sharpen(0.4) }, never());
  expect([has(first.picture), has(second.picture)]).toEqual([false, true]);
});

it('what would send pixels elsewhere can’t be seen in place', async () => {
  const message = await done(0.2);
  const turn = planOf('rotate', { degrees: 90 });
  expect(await codeOf((async () => desk.ask.chat.tryOut({ message, plan: turn }, never()))())).toBe(
    'wrong-use',
  );
});

it('a later one stops the one before it', async () => {
  const message = await done(0.2);
  const started = new Promise<void>((resolve) => (begun = resolve));
  const first = codeOf((async () => desk.ask.chat.tryOut({ message, plan: sharpen(0.3) }, never()))());
  await started;
  const second = await desk.ask.chat.tryOut({ message, plan: sharpen(0.4) }, never());
  expect(await first).toBe('cancelled');
  expect(has(second.picture)).toBe(true);
});
