/** Puts the services together and serves them on a port. */
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
import { readSamples } from './library/samples.ts';
import type { EngineConfig } from './processes/config.ts';
import { createHosts } from './processes/hosts.ts';
import { Session } from './session/session.ts';
import { Warm } from './session/warm.ts';

/** @returns how to end it: stops what runs and closes the project cleanly */
export async function startStudio(config: EngineConfig, port: Port): Promise<() => Promise<void>> {
  const library = await Library.open(config.data);
  const notice = (failure: Failure) => server.emit('notice', { level: 'error', failure });
  const hosts = createHosts(config, { onFailed: notice });
  const jobs = new Jobs((job) => server.emit('job', job));
  const appChanged = () => server.emit('app', appState(services));
  const session = new Session(library, hosts, {
    project: (project) => {
      server.emit('project', project);
      warm.look(project);
    },
    app: appChanged,
  });
  const warm = new Warm(session, hosts);
  let closing: Promise<void> | undefined;
  const shutDown = () =>
    (closing ??= (async () => {
      warm.stop();
      await jobs.stopAll();
      await session.close(true);
      await hosts.close();
      await library.close();
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
    appChanged,
    shutDown,
  };
  const server = serve(port, engineRequests, studioEvents, createHandlers(services));
  library.takeNotices().forEach(notice);
  if (config.reopen) await reopen(session, library, notice);
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
