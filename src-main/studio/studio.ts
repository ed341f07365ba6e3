/** Puts the services together and serves them on a port. */
import { totalmem } from 'node:os';
import {
  engineRequests,
  failureOf,
  serve,
  studioEvents,
  type Failure,
  type Port,
} from '../contract/index.ts';
import { createCatalogue } from './catalogue/index.ts';
import { appState, createHandlers, type Services } from './handlers.ts';
import { Jobs } from './jobs/jobs.ts';
import { Library } from './library/library.ts';
import { lostDataFolder } from './library/location.ts';
import { readSamples } from './library/samples.ts';
import type { EngineConfig } from './processes/config.ts';
import { createHosts } from './processes/hosts.ts';
import { Session } from './session/session.ts';
import { Warm } from './session/warm.ts';

/** @returns how to end it: stops what runs and closes the project cleanly */
export async function startStudio(config: EngineConfig, port: Port): Promise<() => Promise<void>> {
  const library = await Library.open(config.data);
  const notice = (failure: Failure) => server.emit('notice', { level: 'error', failure });
  const half = Math.floor(totalmem() / 2);
  const budget = () => library.state().settings.modelMemory ?? half;
  const hosts = createHosts(config, { onFailed: notice, budget });
  const jobs = new Jobs((job) => server.emit('job', job));
  const appChanged = () => server.emit('app', appState(services));
  const session = new Session(library, hosts, {
    project: (project) => {
      server.emit('project', project);
      warm.look(project);
    },
    change: (change) => {
      server.emit('change', change);
      warm.look(session.current);
    },
    app: appChanged,
    notice,
    leaving: async () => {
      warm.stop();
      await jobs.stop();
    },
  });
  const warm = new Warm(session, hosts);
  let closing: Promise<void> | undefined;
  /** Every step is tried, whatever became of the one before it. */
  const shutDown = () =>
    (closing ??= (async () => {
      warm.stop();
      await jobs.stop();
      const steps = [() => session.close(true), () => hosts.close(), () => library.close()];
      for (const step of steps)
        await step().catch((error: unknown) => console.error(failureOf(error).message));
    })());
  const services: Services = {
    config,
    library,
    samples: readSamples(config.assets),
    catalogue: createCatalogue(config.models),
    hosts,
    jobs,
    session,
    notice,
    answering: (answer) => server.emit('answer', answer),
    appChanged,
    shutDown,
  };
  const server = serve(port, engineRequests, studioEvents, createHandlers(services));
  // Before any request can come: whoever opens another project takes the turn after this one.
  if (config.reopen) void reopen(session, library, notice);
  library.takeNotices().forEach(notice);
  const lost = lostDataFolder(config);
  if (lost) notice(lost);
  return shutDown;
}

/** Opens the project that was open when the studio last ended, however it ended. */
async function reopen(session: Session, library: Library, notice: (failure: Failure) => void): Promise<void> {
  const id = library.openProject;
  if (!id) return;
  try {
    await session.open(library.pathOf(id));
  } catch (error) {
    notice(failureOf(error));
  }
}
