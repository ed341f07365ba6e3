/** The studio's services over a real library and real projects; only the hosts are played. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  StudioError,
  afterChange,
  failureOf,
  type EngineRequests,
  type Failure,
  type Handlers,
  type Job,
  type Project,
} from '../../../../src-main/contract/index.ts';
import * as classic from '../../../../src-main/systems/classic/index.ts';
import * as codecs from '../../../../src-main/systems/codecs/index.ts';
import * as compose from '../../../../src-main/systems/compose/index.ts';
import { createCatalogue } from '../../../../src-main/studio/catalogue/index.ts';
import { createHandlers } from '../../../../src-main/studio/handlers.ts';
import type { Planner } from '../../../../src-main/studio/chat/turn.ts';
import { Jobs } from '../../../../src-main/studio/jobs/jobs.ts';
import { Library } from '../../../../src-main/studio/library/library.ts';
import { readSamples } from '../../../../src-main/studio/library/samples.ts';
import type { Hosts } from '../../../../src-main/studio/processes/hosts.ts';
import { Session } from '../../../../src-main/studio/session/session.ts';
import { Warm } from '../../../../src-main/studio/session/warm.ts';

type Play = (input: never, signal: AbortSignal) => Promise<unknown>;

/** Tasks by name: what a host would answer. Files are written where a host would write them. */
function playHosts(overrides: Record<string, Play>) {
  let next = 0;
  const asked: { task: string; input: Record<string, unknown> }[] = [];
  const write = async (out: string, name: string) => {
    const path = join(out, name);
    await writeFile(path, `made ${next++}`);
    return path;
  };
  const plays: Record<string, Play> = {
    [codecs.probe.name]: async ({ file, out }: { file: { path: string }; out: string }) => {
      if (file.path.endsWith('.txt')) throw new StudioError('bad-input', 'This is not a picture.');
      if (file.path.endsWith('.wav'))
        return {
          media: { kind: 'audio', type: 'audio/wav', duration: 4_000_000, sampleRate: 8000, channels: 1 },
        };
      return {
        media: { kind: 'image', type: 'image/png', width: 8, height: 4, depth: 8, alpha: false },
        preview: await write(out, 'preview.webp'),
      };
    },
    [classic.prepare.name]: async () => ({}),
    [classic.preview.name]: async () => ({ mask: { size: [4, 8], counts: '0P1' } }),
    [classic.segment.name]: async ({ out }: { out: string }) => ({
      path: await write(out, 'mask.png'),
      width: 8,
      height: 4,
      bounds: { x1: 0, y1: 0, x2: 0.5, y2: 0.5 },
      area: 0.25,
    }),
    [classic.carry.name]: async ({ out }: { out: string }) => ({
      path: await write(out, 'carried.png'),
      width: 8,
      height: 4,
      bounds: { x1: 0.5, y1: 0, x2: 1, y2: 0.5 },
      area: 0.25,
    }),
    [classic.edit.name]: async ({ out }: { out: string }) => ({ path: await write(out, 'edit.png') }),
    [codecs.encodeImage.name]: async ({ out }: { out: string }) => {
      await writeFile(out, `export ${next++}`);
      return { path: out };
    },
    [codecs.colours.name]: async () => ({ colours: [{ colour: '#ff0000', share: 1 }] }),
    [compose.flatten.name]: async ({ out }: { out: string }) => ({ path: await write(out, 'flat.png') }),
    [compose.ontoLayer.name]: async ({ out, size }: { out: string; size: object }) => ({
      path: await write(out, 'mask.png'),
      ...size,
      bounds: { x1: 0, y1: 0, x2: 1, y2: 1 },
      area: 1,
    }),
    // Half as wide, from the middle.
    [classic.movement.name]: async () => ({ back: [1, 0, 2, 0, 1, 0, 0, 0, 1], width: 4, height: 4 }),
    [codecs.fitMask.name]: async ({ out }: { out: string }) => ({ path: await write(out, 'fit.png') }),
    [codecs.readMask.name]: async () => ({ size: [4, 8], counts: '0P1' }),
    ...overrides,
  };
  const hosts: Hosts = {
    run: (async (
      task: { name: string },
      input: Record<string, unknown>,
      { signal }: { signal: AbortSignal },
    ) => {
      asked.push({ task: task.name, input });
      return plays[task.name]!(input as never, signal);
    }) as Hosts['run'],
    free: async () => 0,
    models: async () => ({ budget: 0, held: [] }),
    budgetChanged: () => void asked.push({ task: 'budget', input: {} }),
    reset: () => void asked.push({ task: 'reset', input: {} }),
    status: () => [],
    close: async () => undefined,
  };
  return { hosts, asked };
}

export interface Desk {
  data: string;
  session: Session;
  hosts: Hosts;
  jobs: Jobs;
  ask: Handlers<EngineRequests>;
  asked: { task: string; input: Record<string, unknown> }[];
  notices: Failure[];
  /** What was told of answers on their way. */
  answers: { to: string; text: string | null }[];
  seen: { jobs: Job[]; projects: (Project | null)[] };
  project(): Project;
  /** A file in the data folder to import. */
  file(name: string): Promise<string>;
  /** Waits for the plan of a message to end. */
  settled(job: string): Promise<Job>;
  close(keep?: boolean): Promise<void>;
}

export const never = () => new AbortController().signal;
export const codeOf = (promise: unknown) =>
  Promise.resolve(promise).then(
    () => 'no failure',
    (error: unknown) => failureOf(error).code,
  );

export async function openDesk(
  overrides: Record<string, Play> = {},
  folder?: string,
  planner?: Planner,
): Promise<Desk> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'vitrail-desk-')));
  const library = await Library.open(data);
  const { hosts, asked } = playHosts(overrides);
  const seen: Desk['seen'] = { jobs: [], projects: [] };
  const notices: Failure[] = [];
  const answers: Desk['answers'] = [];
  const jobs = new Jobs((job) => seen.jobs.push(job));
  const session = new Session(library, hosts, {
    project: (project) => {
      seen.projects.push(project);
      warm.look(project);
    },
    change: (change) => {
      const after = afterChange(seen.projects.at(-1) ?? null, change);
      if (!after) throw new Error('a change is missing');
      seen.projects.push(after);
      warm.look(session.current);
    },
    app: () => undefined,
    notice: (failure) => notices.push(failure),
    leaving: async () => {
      warm.stop();
      await jobs.stop();
    },
  });
  const warm = new Warm(session, hosts);
  const config = {
    node: process.execPath,
    dist: data,
    models: join(process.cwd(), 'models'),
    assets: join(process.cwd(), 'assets'),
    data,
    version: '1.2.3',
  };
  const ask = createHandlers({
    config,
    library,
    samples: readSamples(config.assets),
    catalogue: createCatalogue(config.models),
    hosts,
    jobs,
    session,
    notice: (failure) => notices.push(failure),
    answering: (answer) => answers.push(answer),
    appChanged: () => undefined,
    shutDown: async () => undefined,
    ...(planner && { planner }),
  });
  return {
    data,
    hosts,
    session,
    jobs,
    ask,
    asked,
    notices,
    answers,
    seen,
    project: () => session.current!,
    file: async (name) => {
      const path = join(data, name);
      await writeFile(path, name);
      return path;
    },
    settled: async (id) => {
      for (;;) {
        const job = seen.jobs.findLast((j) => j.id === id);
        if (job && job.state !== 'running') return job;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    close: async (keep) => {
      await jobs.stop();
      await session.close(true);
      await library.close();
      if (!keep) await rm(data, { recursive: true, force: true });
    },
  };
}
