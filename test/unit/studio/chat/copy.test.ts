/** What is said next of “it” after something was duplicated. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Plan, Region } from '../../../../src-main/contract/index.ts';
import { never, openDesk, type Desk } from '../session/desk.ts';

const there: Region = { parts: [{ kind: 'point', x: 0.2, y: 0.2, sign: '+' }] };
const planOf = (...commands: [command: string, args: object, region?: Region][]): Plan =>
  ({
    steps: commands.map(([command, args, region], i) => ({
      input: i ? { from: 'step', step: i - 1 } : { from: 'focus' },
      invocation: { module: 'image-editing', command, args, ...(region && { region }) },
    })),
  }) as Plan;

let desk: Desk;
let canvas: string;
beforeEach(async () => {
  desk = await openDesk({});
  canvas = (await desk.ask.engine.importPaths({ paths: [await desk.file('a.png')] }, never())).canvases[0]!;
});
afterEach(() => desk.close());

const selection = () => desk.project().canvases[0]!.selection;
async function run(plan: Plan) {
  const { job } = await desk.ask.chat.perform({ canvas, plan }, never());
  await desk.settled(job);
}

it('is the copy, whatever was selected, and in the message after that, too', async () => {
  await run(planOf(['duplicate', { dx: 0.3 }, there]));
  // Where masks are carried to is played: the right upper quarter.
  expect(selection()).toMatchObject({ bounds: { x1: 0.5, y1: 0, x2: 1, y2: 0.5 } });
  expect(selection()!.region).toEqual({ parts: [{ kind: 'mask', hash: selection()!.mask, sign: '+' }] });
  const { message } = await desk.ask.chat.send({ text: 'blur it', canvas }, never());
  const { plan } = desk.project().messages.find(({ id }) => id === message)!;
  expect(plan!.steps[0]!.invocation).toMatchObject({ command: 'blur', region: selection()!.region });
});

it('is the copy where it was moved on in the same message', async () => {
  await run(planOf(['duplicate', { dx: 0.3 }, there], ['transform', { target: 'copy', dy: 0.1 }]));
  expect(selection()).not.toBeNull();
});

it('is what it was where something was moved that was not selected', async () => {
  await run(planOf(['transform', { dx: 0.3 }, there]));
  expect(selection()).toBeNull();
});
