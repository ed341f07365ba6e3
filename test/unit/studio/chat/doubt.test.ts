import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Message, Plan } from '../../../../src-main/contract/index.ts';
import * as classic from '../../../../src-main/systems/classic/index.ts';
import { never, openDesk, type Desk } from '../session/desk.ts';

let desk: Desk;
let canvas: string;
let edits: number;
/** The masks that were looked up, by their order. */
let looked: number;

const box = (x1: number, x2: number) => ({ x1, y1: 0.25, x2, y2: 0.75 });

beforeEach(async () => {
  edits = 0;
  looked = 0;
  desk = await openDesk({
    [classic.segment.name]: async ({ out, parts }: { out: string; parts: { kind: string }[] }) => {
      const mask = async (name: string, bounds: object) => {
        const path = `${out}/${name}.png`;
        await writeFile(path, `mask ${looked++}`);
        return { path, width: 8, height: 4, bounds, area: 0.25 };
      };
      const found = await mask('mask', box(0, 0.5));
      if (parts[0]!.kind === 'mask') return { ...found, doubt: null };
      const others = [await mask('other', box(0.5, 1))];
      return { ...found, doubt: { sure: 0.3, others } };
    },
    [classic.edit.name]: async ({ out, mask }: { out: string; mask: { key?: string } | null }) => {
      await writeFile(`${out}/edit.png`, `edit ${++edits} of ${mask?.key}`);
      return { path: `${out}/edit.png` };
    },
  });
  const { canvases } = await desk.ask.engine.importPaths({ paths: [await desk.file('a.png')] }, never());
  canvas = canvases[0]!;
});
afterEach(() => desk.close());

const message = (id: string): Message => desk.project().messages.find((one) => one.id === id)!;
const selection = () => desk.project().canvases.find(({ id }) => id === canvas)!.selection;

async function say(text: string): Promise<Message> {
  const { message: id, job } = await desk.ask.chat.send({ text, canvas, photos: [] }, never());
  await desk.settled(job!);
  return message(id);
}

/** The plan as the card sends it once something was chosen. */
const chosen = ({ plan }: Message, mask: string): Plan =>
  ({
    steps: plan!.steps.map((step) => ({
      ...step,
      invocation: { ...step.invocation, region: { parts: [{ kind: 'mask', hash: mask, sign: '+' }] } },
    })),
  }) as Plan;

it.each(['remove the background', 'remove the red one', 'remove the biggest object'])(
  'shows what “%s” would take away, and waits',
  async (words) => {
    const said = await say(words);
    expect(edits).toBe(0);
    expect(said.steps).toEqual([{ state: 'waiting' }]);
    expect(said.doubt).toMatchObject({ steps: [0], held: true });
    expect(said.doubt!.choices.map(({ bounds }) => bounds)).toEqual([box(0, 0.5), box(0.5, 1)]);
    // what it would be done to is selected: it can be seen, and clicked otherwise
    expect(selection()!.mask).toBe(said.doubt!.choices[0]!.mask);
    expect(desk.project().history).toHaveLength(1);
  },
);

it('is done to what was chosen, and asks no more', async () => {
  const said = await say('remove the background');
  const { mask } = said.doubt!.choices[1]!;
  const { job } = await desk.ask.chat.run({ message: said.id, plan: chosen(said, mask) }, never());
  await desk.settled(job);
  expect(edits).toBe(1);
  expect(message(said.id)).toMatchObject({ steps: [{ state: 'done' }], doubt: { held: false } });
  // what else there was stays, for whoever changes their mind: it runs on what it ran on before
  const first = desk.project().layers[0]!.version;
  const again = await desk.ask.chat.run(
    { message: said.id, plan: chosen(said, said.doubt!.choices[0]!.mask) },
    never(),
  );
  await desk.settled(again.job);
  const { versions, layers } = desk.project();
  const [before, after] = [first, layers[0]!.version].map((id) => versions.find((v) => v.id === id)!);
  expect(after!.parent).toBe(before!.parent);
});

it('does at once what takes nothing away, and says that it is not sure', async () => {
  const said = await say('blur the background');
  expect(edits).toBe(1);
  expect(said).toMatchObject({ steps: [{ state: 'done' }], doubt: { steps: [0], held: false } });
  expect(said.doubt!.choices).toHaveLength(2);
});

it('takes what was selected before for seen', async () => {
  const region = { parts: [{ kind: 'words' as const, text: 'subject' }] };
  const found = await desk.ask.selection.set({ canvas, region }, never());
  expect(found!.others).toHaveLength(1);
  const said = await say('remove this');
  expect(edits).toBe(1);
  expect(said).toMatchObject({ steps: [{ state: 'done' }], doubt: null });
});
