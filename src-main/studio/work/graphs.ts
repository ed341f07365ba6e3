/** Graphs of single models, for the terminal. */
import { join } from 'node:path';
import { say, type Handlers, type privateRequests } from '../../contract/index.ts';
import * as graphs from '../../systems/graphs/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { Devices } from '../processes/devices.ts';
import type { Hosts } from '../processes/hosts.ts';

export function graphHandlers(
  hosts: Hosts,
  jobs: Jobs,
  cache: string,
): Handlers<typeof privateRequests>['graph'] {
  const devices = new Devices(hosts);
  const alone = { lane: 'alone' } as const;
  return {
    list: async (_, signal) => (await hosts.run(graphs.list, {}, { ...alone, signal })).architectures,
    run: (input, signal) =>
      jobs.start(
        { kind: 'model', label: say('runModel', input.architecture) },
        async (watch) => {
          const { provider, notice } = await devices.choose(input.provider, watch.signal);
          const result = await hosts.run(
            graphs.run,
            { ...input, provider, cache: join(cache, 'models') },
            {
              // What is timed has its process to itself; anything else may find its model loaded.
              lane: input.repeat ? 'alone' : `models-${provider}`,
              signal: watch.signal,
              onProgress: (done, total) => watch.progress(done / total),
            },
          );
          if (input.provider !== 'auto') return result;
          return { ...result, device: { provider, ...(notice && { notice }) } };
        },
        signal,
      ).result,
    check: (input, signal) => hosts.run(graphs.check, input, { ...alone, signal }),
    export: (input, signal) => hosts.run(graphs.exportModel, input, { ...alone, signal }),
  };
}
