/**
 * An engine in miniature: supervised as the real one, with real hosts. `engine.doctor` puts both its hosts into one
 * long call and answers with their pids; `project.create` kills it; `project.current` never answers. It tidies up
 * when its shell is gone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { privateRequests, serve, studioEvents, studioRequests } from '../../../src-main/contract/index.ts';
import { endWithParent, parentPort } from '../../../src-main/process/parent.ts';
import { readConfig } from '../../../src-main/studio/processes/config.ts';
import { createHosts } from '../../../src-main/studio/processes/hosts.ts';
import { block } from './tasks.ts';

const config = readConfig();
const hosts = createHosts(config, { entry: join(import.meta.dirname, 'host.ts') });
const ignore = () => undefined;

const { state } = studioRequests.app;
const { current, create } = studioRequests.project;
const { shutDown, doctor } = privateRequests.engine;
const table = { app: { state }, project: { current, create }, engine: { shutDown, doctor } };

async function marked(path: string): Promise<string> {
  for (;;) {
    try {
      const text = readFileSync(path, 'utf8');
      if (text) return text;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    await wait(20);
  }
}

endWithParent({ before: () => writeFileSync(join(config.data, `closed-${process.pid}`), ''), grace: 10_000 });
const server = serve(parentPort(), table, studioEvents, {
  app: { state: () => Promise.reject(new Error('alive, and that is all')) },
  project: {
    current: () => new Promise<never>(ignore),
    create: () => process.kill(process.pid, 'SIGKILL') as never,
  },
  engine: {
    doctor: async () => {
      const marks = ['interactive', 'batch'].map((lane) => join(config.data, `${lane}-${process.pid}`));
      hosts.run(block, { ms: 600_000, mark: marks[0]! }, { lane: 'interactive' }).catch(ignore);
      hosts.run(block, { ms: 600_000, mark: marks[1]! }, { lane: 'batch' }).catch(ignore);
      const detail = await Promise.all(marks.map(marked));
      server.emit('command', { action: 'hosts-are-busy' });
      return { lines: [{ topic: 'pids', value: String(process.pid), detail }] };
    },
    shutDown: async () => {
      await hosts.close();
      return {};
    },
  },
});
