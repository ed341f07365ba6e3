/** What happens when things overlap: projects opened at once, work whose picture goes, disks that fill up. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tell } from '../../../../src-main/contract/said.ts';
import { StudioError } from '../../../../src-main/contract/index.ts';
import { ProjectStore } from '../../../../src-main/studio/project/store.ts';
import * as classic from '../../../../src-main/systems/classic/index.ts';
import { codeOf, never, openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => (desk = await openDesk()));
afterEach(async () => {
  vi.restoreAllMocks();
  await desk.close();
});

const point = { parts: [{ kind: 'point' as const, x: 0.5, y: 0.5, sign: '+' as const }] };
const other = { parts: [{ kind: 'point' as const, x: 0.1, y: 0.1, sign: '+' as const }] };
const importOne = async (name = 'photo.png') =>
  (await desk.ask.engine.importPaths({ paths: [await desk.file(name)] }, never())).canvases[0]!;
const labels = () => desk.project().history.map((entry) => tell(entry.label));

/** A gate that a played host waits at, and how many came. */
function gate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const wait = (signal: AbortSignal) => {
    arrive();
    return new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new StudioError('cancelled', 'Cancelled.')));
      void passed.then(resolve);
    });
  };
  return { open, arrived, wait };
}

/** A desk whose edits wait at a gate. */
async function gatedDesk() {
  await desk.close();
  const at = gate();
  let made = 0;
  desk = await openDesk({
    [classic.edit.name]: async ({ out }: { out: string }, signal: AbortSignal) => {
      await at.wait(signal);
      await writeFile(join(out, 'edit.png'), `edit ${made++}`);
      return { path: join(out, 'edit.png') };
    },
  });
  return at;
}

describe('opening and closing', () => {
  it('takes turns: the last one asked for is open, and no other stays locked', async () => {
    const make = async (name: string) => (await desk.ask.project.create({ name }, never())).id;
    const [a, b] = [await make('A'), await make('B')];
    await desk.ask.project.close({}, never());
    await Promise.all([
      desk.ask.project.openRecent({ id: a }, never()),
      desk.ask.project.openRecent({ id: b }, never()),
    ]);
    expect(desk.project().name).toBe('B');
    expect((await desk.ask.project.openRecent({ id: a }, never())).name).toBe('A');
    expect((await desk.ask.project.openRecent({ id: b }, never())).name).toBe('B');
  });

  it('opens a project once when its tile is clicked twice', async () => {
    const { id } = await desk.ask.project.create({ name: 'A' }, never());
    await desk.ask.project.close({}, never());
    const open = () => codeOf(Promise.resolve(desk.ask.project.openRecent({ id }, never())));
    expect(await Promise.all([open(), open()])).toEqual(['no failure', 'no failure']);
  });

  it('keeps what is open when another can’t be opened', async () => {
    await importOne();
    expect(
      await codeOf(desk.ask.engine.openProjectPath({ path: join(desk.data, 'nowhere') }, never())),
    ).not.toBe('no failure');
    expect(desk.project().name).toBe('photo');
  });

  it('lets a file that is dropped while a project opens land in that project', async () => {
    const { id } = await desk.ask.project.create({ name: 'A' }, never());
    await desk.ask.project.close({}, never());
    const file = await desk.file('late.png');
    await Promise.all([
      desk.ask.project.openRecent({ id }, never()),
      desk.ask.engine.importPaths({ paths: [file] }, never()),
    ]);
    expect(desk.project()).toMatchObject({ name: 'A', canvases: [{ name: 'late' }] });
  });

  it('ends work into a project before it closes it, and says nothing worse than cancelled', async () => {
    const at = await gatedDesk();
    const canvas = await importOne();
    const { job } = await desk.ask.chat.send({ text: 'sharpen it', canvas }, never());
    await at.arrived;
    await desk.ask.project.create({ name: 'B' }, never());
    expect((await desk.settled(job!)).state).toBe('cancelled');
    expect(desk.project()).toMatchObject({ name: 'B', canvases: [] });
  });

  it('closes and unlocks a project even when the disk is full', async () => {
    await importOne();
    const { id } = desk.project();
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    vi.spyOn(ProjectStore.prototype, 'collectGarbage').mockRejectedValueOnce(full);
    await desk.ask.project.close({}, never());
    expect(desk.notices).toEqual([expect.objectContaining({ code: 'no-space' })]);
    expect((await desk.ask.project.openRecent({ id }, never())).name).toBe('photo');
  });

  it('opens a project that misses a file, warns, and goes on', async () => {
    const canvas = await importOne();
    const { id } = desk.project();
    const path = desk.session.store.media.path(desk.session.focus(canvas).media.hash)!;
    await desk.ask.project.close({}, never());
    await rm(path);
    const project = await desk.ask.project.openRecent({ id }, never());
    expect(project.warning).toMatch(/missing/);
    await importOne('second.png');
    expect(desk.project().canvases).toHaveLength(2);
  });
});

describe('a plan', () => {
  it('runs once, however often it is asked to', async () => {
    const at = await gatedDesk();
    await desk.ask.app.setSettings({ confirmPlans: true }, never());
    const canvas = await importOne();
    const { message } = await desk.ask.chat.send({ text: 'sharpen it', canvas }, never());
    const { job } = await desk.ask.chat.run({ message }, never());
    expect(await codeOf((async () => desk.ask.chat.run({ message }, never()))())).toBe('wrong-use');
    at.open();
    await desk.settled(job);
    expect(labels().filter((label) => label === 'Sharpen')).toHaveLength(1);
  });

  it('that waits for its turn can be cancelled, and the one before it goes on', async () => {
    const at = await gatedDesk();
    const canvas = await importOne();
    const first = await desk.ask.chat.send({ text: 'sharpen it', canvas }, never());
    await at.arrived;
    const second = await desk.ask.chat.send({ text: 'make it black and white', canvas }, never());
    await desk.ask.jobs.cancel({ job: second.job! }, never());
    expect((await desk.settled(second.job!)).state).toBe('cancelled');
    at.open();
    expect((await desk.settled(first.job!)).state).toBe('done');
    expect(tell(desk.session.focus(canvas).version.label)).toBe('Sharpen');
  });

  it('ends when its picture is taken out of the project', async () => {
    const at = await gatedDesk();
    const canvas = await importOne();
    const { job } = await desk.ask.chat.send({ text: 'sharpen it', canvas }, never());
    await at.arrived;
    await desk.ask.canvas.remove({ canvas }, never());
    expect((await desk.settled(job!)).state).toBe('cancelled');
    await desk.ask.project.undo({}, never());
    expect(tell(desk.session.focus(canvas).version.label)).toBe('Original');
  });

  it('leaves alone what the user pointed at while it ran', async () => {
    const at = await gatedDesk();
    const canvas = await importOne();
    await desk.ask.selection.set({ canvas, region: point }, never());
    const { job } = await desk.ask.chat.send({ text: 'cut this out', canvas }, never());
    await at.arrived;
    await desk.ask.selection.set({ canvas, region: other }, never());
    at.open();
    await desk.settled(job!);
    expect(desk.session.focus(canvas).canvas.selection?.region).toEqual(other);
  });

  it('ends with a notice, not with the engine, when even its failure can’t be written', async () => {
    const at = await gatedDesk();
    const canvas = await importOne();
    const { job } = await desk.ask.chat.send({ text: 'sharpen it', canvas }, never());
    await at.arrived;
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    vi.spyOn(desk.session.store, 'act').mockImplementation(() => {
      throw full;
    });
    vi.spyOn(desk.session.store, 'note').mockImplementation(() => {
      throw full;
    });
    at.open();
    expect((await desk.settled(job!)).error).toMatchObject({ code: 'no-space' });
    await vi.waitFor(() => expect(desk.notices).toEqual([expect.objectContaining({ code: 'no-space' })]));
  });

  it('that was killed says so of every step whose picture is lost', async () => {
    const canvas = await importOne();
    const { message, job } = await desk.ask.chat.send({ text: 'sharpen it, then flip it', canvas }, never());
    await desk.settled(job!);
    const { id } = desk.project();
    const row = desk.project().messages.find((m) => m.id === message)!;
    desk.session.store.note((doc) =>
      doc.messages.put({ ...row, steps: [{ state: 'done' }, { state: 'waiting' }] }),
    );
    await desk.close(true);
    desk = await openDesk({}, desk.data);
    const project = await desk.ask.project.openRecent({ id }, never());
    expect(project.messages.find((m) => m.id === message)!.steps).toMatchObject([
      { state: 'failed', error: { code: 'crashed' } },
      { state: 'waiting' },
    ]);
  });
});

describe('another photo as the background', () => {
  const template = (photo: string) =>
    `<Module> Image Editing </Module> <Instruction> replace background | photo = ${photo} </Instruction>`;

  it('is read from the project, and kept there as long as a message or a version needs it', async () => {
    const canvas = await importOne();
    const beach = await importOne('beach.png');
    const { source } = desk.project().canvases.find((c) => c.id === beach)!;
    const { job } = await desk.ask.chat.send({ text: template(source), canvas }, never());
    expect((await desk.settled(job!)).state).toBe('done');
    const edit = desk.asked.find(({ task }) => task === classic.edit.name)!;
    const { path } = edit.input['photo'] as { path: string };
    expect(await readFile(path, 'utf8')).toBe('beach.png');
    expect((edit.input['mask'] as { path: string }).path).toBeTruthy();
    await desk.ask.canvas.remove({ canvas: beach }, never());
    const { id } = desk.project();
    await desk.ask.project.close({}, never());
    await desk.ask.project.openRecent({ id }, never());
    expect(await readFile(path, 'utf8')).toBe('beach.png');
  });

  it('that isn’t in the project is said, not a fault', async () => {
    const canvas = await importOne();
    const { message } = await desk.ask.chat.send({ text: template('f'.repeat(64)), canvas }, never());
    expect(desk.project().messages.find((m) => m.id === message)!.error).toMatchObject({ code: 'not-found' });
  });
});
