/** The program that the storage tests kill, starve and lie to. `child.ts <command> <folder> …` */
import { cpSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureOf } from '../../../src-main/contract/index.ts';
import { ProjectStore } from '../../../src-main/studio/project/store.ts';
import { isSound } from './sound.ts';

const say = (value: unknown): void => void process.stdout.write(JSON.stringify(value) + '\n');

/** The nth state of a project: canvas `c<n>` over a medium of its own, said so in the draft. */
async function addCanvas(project: ProjectStore, n: number): Promise<void> {
  const folder = await project.media.staging();
  writeFileSync(join(folder, 'file'), `picture ${n} `.repeat(500));
  const { hash, bytes } = await project.media.adopt(join(folder, 'file'));
  const [canvas, layer, version] = [`c${n}`, `l${n}`, `v${n}`];
  project.act(`Import ${n}`, (doc) => {
    doc.media.put({ hash, bytes, kind: 'image', type: 'image/png' });
    doc.canvases.put({
      id: canvas,
      name: canvas,
      kind: 'image',
      source: hash,
      createdAt: 1,
      order: n,
      selection: null,
    });
    doc.layers.put({
      id: layer,
      canvas,
      name: layer,
      kind: 'image',
      visible: true,
      start: 0,
      duration: 0,
      version,
      order: 0,
    });
    doc.versions.put({
      id: version,
      layer,
      media: hash,
      parent: null,
      invocation: null,
      label: 'x',
      createdAt: 1,
    });
    doc.draft = `after ${n}`;
  });
}

/** Opens, adds canvas 1 of 2, closes: the life whose every write is made to fail. */
async function life(folder: string): Promise<void> {
  const project = await ProjectStore.open(folder);
  try {
    await addCanvas(project, 1);
  } finally {
    await project.close();
  }
}

/** What is in a project, and whether every medium named in it holds what its name says. */
async function report(folder: string): Promise<unknown> {
  const project = await ProjectStore.open(folder);
  const { canvases, draft, history, media, readOnly } = project.snapshot();
  const sound = await Promise.all(media.map(({ hash }) => isSound(project.media, hash)));
  await project.close();
  return {
    canvases: canvases.map((c) => c.id),
    draft,
    history: history.length,
    readOnly,
    sound: !sound.includes(false),
  };
}

/** Tells the fault library what to do from now on; `true`: it had done what it was told before. */
function fault(what: string, n = 0): boolean {
  try {
    unlinkSync(`/fault/${what}/${n}`);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTEMPTY';
  }
  throw new Error('the fault library is not loaded');
}

const outcomeOf = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => failureOf(error),
  );

const [command, folder = '', ...more] = process.argv.slice(2);
// Once everything is loaded: what root may do says nothing about permissions.
if (process.env['FAULT_USER']) {
  process.setgroups!([]);
  process.setgid!(Number(process.env['FAULT_USER']));
  process.setuid!(Number(process.env['FAULT_USER']));
}
switch (command) {
  case 'create': {
    const project = await ProjectStore.create(folder, 'p');
    await addCanvas(project, 0);
    await project.close();
    break;
  }
  case 'add': {
    // Canvas after canvas, undoing and redoing on the way, until somebody ends this process.
    const project = await ProjectStore.open(folder);
    for (let n = Number(more[0]); ; n++) {
      await addCanvas(project, n);
      project.undo();
      project.redo();
      say(n);
    }
  }
  case 'fill': {
    // Until the disk is full; then says why, and what the project holds by then.
    const project = await ProjectStore.open(folder);
    for (let n = 1; ; n++) {
      const outcome = await outcomeOf(addCanvas(project, n));
      if (outcome === 'done') continue;
      const { canvases, draft } = project.snapshot();
      say({ error: outcome, canvases: canvases.length, draft });
      break;
    }
    rmSync(more[0]!); // room again: the same session goes on
    say(await outcomeOf(addCanvas(project, 10_000)));
    await project.close();
    break;
  }
  case 'once':
  case 'on':
  case 'full':
    // A life for each write that can fail, each on a copy of the project.
    for (let n = 1; ; n++) {
      const copy = `${folder}-${command}-${n}`;
      cpSync(folder, copy, { recursive: true });
      fault(command, n);
      const outcome = await outcomeOf(life(copy));
      const reached = fault('off');
      say({ n, reached, outcome, after: await report(copy).catch((error: unknown) => failureOf(error)) });
      rmSync(copy, { recursive: true });
      if (!reached) break;
    }
    break;
  case 'kill':
    fault('kill', Number(more[0]));
    await life(folder);
    say('survived');
    break;
  case 'try':
    say(await outcomeOf(life(folder)));
    break;
  case 'report':
    say(await report(folder).catch((error: unknown) => failureOf(error)));
    break;
  default:
    throw new Error(`no such command: ${command}`);
}
