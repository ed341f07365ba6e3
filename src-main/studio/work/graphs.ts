/** Graphs of single models, for the terminal: each in a process of its own, which ends with it. */
import { join } from 'node:path';
import type { Handlers, privateRequests } from '../../contract/index.ts';
import * as graphs from '../../systems/graphs/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Hosts } from '../processes/hosts.ts';

export function graphHandlers(
  hosts: Hosts,
  jobs: Jobs,
  cache: string,
): Handlers<typeof privateRequests>['graph'] {
  return {
    list: async (_, signal) => (await hosts.run(graphs.list, {}, { lane: 'alone', signal })).architectures,
    run: (input, signal) =>
      jobs.start(
        { kind: 'model', label: `Run ${input.architecture}` },
        (watch) =>
          hosts.run(
            graphs.run,
            { ...input, cache: join(cache, 'models') },
            {
              lane: 'alone',
              signal: watch.signal,
              onProgress: (done, total) => watch.progress(done / total),
            },
          ),
        signal,
      ).result,
    check: (input, signal) => hosts.run(graphs.check, input, { lane: 'alone', signal }),
    export: (input, signal) => hosts.run(graphs.exportModel, input, { lane: 'alone', signal }),
  };
}
