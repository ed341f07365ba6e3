/** Every request of the contract, and the service that answers it. */
import { copyFile, rename, rm } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { basename, dirname, join } from 'node:path';
import {
  StudioError,
  say,
  type App,
  type EngineRequests,
  type Failure,
  type Handlers,
  type MemoryUse,
  type Media,
} from '../contract/index.ts';
import type { Catalogue } from './catalogue/index.ts';
import { Batches } from './chat/batch.ts';
import { Chat } from './chat/chat.ts';
import { format } from './chat/format.ts';
import { Thread } from './chat/thread.ts';
import { Previews } from './chat/previews.ts';
import { Runner } from './chat/runner.ts';
import { Trials } from './chat/trials.ts';
import type { Planner } from './chat/turn.ts';
import { Selections } from './chat/selection.ts';
import { doctorLines } from './doctor/doctor.ts';
import type { Jobs } from './jobs/jobs.ts';
import { findColours } from './library/colours.ts';
import { Composer } from './layers/composer.ts';
import { layerHandlers } from './layers/handlers.ts';
import { Layers } from './layers/layers.ts';
import { Tickets } from './layers/tickets.ts';
import type { Library } from './library/library.ts';
import { dataState, setDataFolder } from './library/location.ts';
import type { Samples } from './library/samples.ts';
import type { EngineConfig } from './processes/config.ts';
import type { Hosts } from './processes/hosts.ts';
import { NamedRegions } from './regions/regions.ts';
import { pickColour } from './session/colour.ts';
import { Exports } from './session/exports.ts';
import { importFiles } from './session/import.ts';
import type { Session } from './session/session.ts';
import { graphHandlers } from './work/graphs.ts';
import { terminalHandlers } from './work/terminal.ts';

export interface Services {
  config: EngineConfig;
  library: Library;
  samples: Samples;
  catalogue: Catalogue;
  hosts: Hosts;
  jobs: Jobs;
  session: Session;
  notice(failure: Failure): void;
  /** An answer of the chat on its way. */
  answering(answer: { to: string; text: string | null }): void;
  /** What makes plans of words; the grammar where none is given. */
  planner?: Planner;
  appChanged(): void;
  /** The process may end once everything is closed. */
  shutDown(): Promise<void>;
}

export function appState({ config, library, samples, catalogue }: Services): App {
  return {
    version: config.version,
    data: dataState(config),
    ...library.state(),
    samples: samples.list,
    packs: [...catalogue.packs],
  };
}

export function createHandlers(services: Services): Handlers<EngineRequests> {
  const { config, library, samples, catalogue, hosts, jobs, session } = services;
  const composer = new Composer(session, hosts);
  const layers = new Layers(session, composer, jobs);
  const tickets = new Tickets();
  const selections = new Selections(session, jobs, catalogue, composer);
  const previews = new Previews(session, hosts, composer);
  const runner = new Runner(session, catalogue, composer);
  const regions = new NamedRegions(session);
  const confirm = () => library.state().settings.confirmPlans;
  const thread = new Thread(session);
  const trials = new Trials({ session, thread, runner });
  const batches = new Batches({ session, thread, runner, jobs });
  const chat = new Chat({
    session,
    thread,
    batches,
    selections,
    runner,
    jobs,
    confirm,
    notice: services.notice,
    answering: services.answering,
    ...(services.planner && { planner: services.planner }),
  });
  const exports = new Exports(session, hosts, jobs, composer);

  const asLayer = async (path: string, read: () => Promise<Media>) => {
    const expected = tickets.take(path);
    if (expected) layers.put(expected.canvas, await read(), expected);
    return expected?.canvas ?? null;
  };
  const importPaths = async (paths: readonly string[], signal: AbortSignal) => {
    const label = paths.length === 1 ? say('import', basename(paths[0]!)) : say('importFiles', paths.length);
    const job = jobs.start(
      { kind: 'import', label },
      (watch) => importFiles(paths, { session, hosts, scratch: library.scratch, asLayer }, watch),
      signal,
    );
    const { canvases, failed } = await job.result;
    for (const { name, error } of failed) services.notice({ ...error, message: `${name}: ${error.message}` });
    session.touch();
    return { canvases };
  };
  /** Work on a canvas ends before the canvas goes. */
  const leave = (canvas: string) => jobs.stop((job) => job.canvas === canvas);
  const appNow = () => appState(services);

  return {
    app: {
      state: appNow,
      setSettings: async (settings) => {
        await library.setSettings(settings);
        hosts.budgetChanged();
        services.appChanged();
        return appNow();
      },
      memory: async () => memoryUse(await hosts.models()),
      retry: () => {
        hosts.reset();
        return {};
      },
    },
    project: {
      current: async () => {
        await session.settled;
        return session.current;
      },
      create: async ({ name }) => {
        return (await session.create(name ?? 'Untitled')).snapshot();
      },
      openRecent: async ({ id }) => {
        return (await session.open(library.pathOf(id))).snapshot();
      },
      forgetRecent: async ({ id }) => {
        await library.forget(id);
        services.appChanged();
        return appNow();
      },
      close: async () => {
        await session.close();
        return {};
      },
      rename: ({ name }) => {
        session.store.note((doc) => void (doc.name = name));
        session.touch();
        return {};
      },
      undo: () => {
        session.undo();
        return {};
      },
      redo: () => {
        session.redo();
        return {};
      },
      jump: ({ entry }) => {
        session.jump(entry);
        return {};
      },
      shownAt: ({ entry }) => session.store.shownAt(entry),
    },
    layers: layerHandlers(layers, tickets),
    canvas: {
      activate: ({ canvas }) => {
        session.focus(canvas);
        session.store.note((doc) => void (doc.active = canvas));
        return {};
      },
      remove: async ({ canvas }) => {
        const { name } = session.focus(canvas).canvas;
        await leave(canvas);
        session.store.act(say('remove', name), (doc) => doc.canvases.delete(canvas));
        return {};
      },
      removeAll: async ({ canvases }) => {
        const gone = canvases.map((id) => session.focus(id).canvas);
        await jobs.stop((job) => job.canvas !== null && canvases.includes(job.canvas));
        const label = gone.length === 1 ? say('remove', gone[0]!.name) : say('removePhotos', gone.length);
        session.store.act(label, (doc) => canvases.forEach((id) => doc.canvases.delete(id)));
        return {};
      },
      rename: ({ canvas, name }) => {
        session.focus(canvas);
        session.store.act(say('renameTo', name), (doc) => {
          const row = doc.canvases.get(canvas);
          if (row) doc.canvases.put({ ...row, name });
        });
        return {};
      },
      reorder: ({ canvases }) => {
        session.reorder(canvases);
        return {};
      },
      findColours: async (_, signal) => {
        await findColours(session, hosts, signal);
        return {};
      },
      showVersion: ({ layer, version }) => {
        session.showVersion(layer, version);
        return {};
      },
      importSample: async ({ sample }, signal) => importPaths([samples.pathOf(sample)], signal),
      colourAt: ({ canvas, at }, signal) => pickColour(session, hosts, canvas, at, signal),
    },
    selection: {
      set: ({ canvas, region }, signal) => {
        previews.stop();
        return selections.set(canvas, region, signal);
      },
      preview: ({ canvas, at, settled }, signal) => previews.at(canvas, at, settled, signal),
    },
    regions: {
      add: ({ canvas, name, noun }) => regions.add(canvas, name, noun),
      change: ({ region, ...changes }) => {
        regions.change(region, changes);
        return {};
      },
      redraw: ({ region }) => {
        regions.redraw(region);
        return {};
      },
      move: ({ region, before }) => {
        regions.move(region, before);
        return {};
      },
      remove: ({ region }) => {
        regions.remove(region);
        return {};
      },
    },
    chat: {
      setDraft: ({ text, project }) => {
        const open = session.current?.id;
        if (open && open === (project ?? open)) session.store.note((doc) => void (doc.draft = text));
        return {};
      },
      preview: ({ text, canvas }) => chat.preview(text, canvas),
      send: ({ text, canvas, photos }, signal) => chat.send(text, canvas, signal, photos),
      perform: ({ canvas, layer, plan, say }) => chat.perform(canvas, plan, { layer, say }),
      run: ({ message, plan }) => ({ job: chat.run(message, plan) }),
      tryOut: ({ message, plan, by }, signal) => trials.try(message, plan, by, signal),
      compare: ({ message, count }) => ({ job: chat.compare(message, count) }),
      choose: ({ message, version }) => {
        chat.choose(message, version);
        return {};
      },
      dropTries: ({ message }) => {
        chat.dropTries(message);
        return {};
      },
      branch: ({ message }) => {
        chat.branch(message);
        return {};
      },
      batch: ({ plan, canvases }) => chat.batch(plan, canvases),
      format: ({ plan, form, message }) =>
        format(plan, form, session.current, message === undefined ? null : thread.message(message).selection),
    },
    jobs: {
      list: () => jobs.list(),
      cancel: ({ job }) => {
        jobs.cancel(job);
        return {};
      },
    },
    exports: {
      image: ({ canvas, format, quality }, signal) => exports.image(canvas, format, quality, signal),
      mask: ({ canvas, form }, signal) => exports.mask(canvas, form, signal),
      original: ({ canvas }) => exports.original(canvas),
    },
    engine: {
      importPaths: ({ paths }, signal) => importPaths(paths, signal),
      loadMask: ({ path, canvas }, signal) => selections.load(canvas, path, signal),
      openProjectPath: async ({ path }) => {
        return (await session.open(path)).snapshot();
      },
      locate: ({ hash }) => session.locate(hash),
      copyTo: async ({ hash, path }) => {
        const file = session.locate(hash);
        if (!file) throw new StudioError('not-found', 'That file is no longer there.', 'Export it again.');
        const partial = join(dirname(path), `.${basename(path)}.partial`);
        try {
          await copyFile(file.path, partial);
          await rename(partial, path);
        } finally {
          await rm(partial, { force: true });
        }
        return {};
      },
      setDataFolder: async ({ path }) => {
        await setDataFolder(config, path);
        services.appChanged();
        return {};
      },
      shutDown: async () => {
        await services.shutDown();
        return {};
      },
      doctor: async (_, signal) => ({
        lines: await doctorLines({ config, hosts, catalogue }, signal),
      }),
    },
    work: terminalHandlers(hosts, catalogue, library.scratch, jobs),
    graph: graphHandlers(hosts, jobs, config.data),
  };
}

/** What the models of all devices take together. */
function memoryUse({ budget, held }: Awaited<ReturnType<Hosts['models']>>): MemoryUse {
  const models = held.flatMap(({ memory }) => memory?.held ?? []);
  return {
    total: totalmem(),
    budget,
    used: held.reduce((sum, { memory }) => sum + (memory?.used ?? 0), 0),
    held: models.map(({ name, bytes, busy }) => ({ name, bytes, busy })),
  };
}
