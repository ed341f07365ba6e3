/** The engine of one command: started when needed, closed whatever happens. */
import type { EngineRequests } from '../contract/index.ts';
import { tell, unwrap, type Client } from '../contract/index.ts';
import { startEngine } from '../studio/processes/engine.ts';
import { engineConfig } from './paths.ts';
import type { Terminal } from './terminal.ts';

export type Work = Client<EngineRequests>['work'];

export interface TerminalEngine {
  /** One request; Ctrl-C cancels it. @throws StudioError */
  ask(channel: string, input: unknown): Promise<unknown>;
}

/** Runs `work` with an engine; its progress goes to the terminal. */
export async function withEngine<T>(
  terminal: Terminal,
  work: (engine: TerminalEngine) => Promise<T>,
): Promise<T> {
  const engine = await startEngine(engineConfig());
  const off = engine.on('job', (job) => {
    if (job.state === 'running')
      terminal.progress({ label: tell(job.label), share: Math.min(1, job.done / job.total) });
  });
  try {
    return await work({
      ask: async (channel, input) => unwrap(await engine.call(channel, input, terminal.signal)),
    });
  } finally {
    off();
    terminal.progress(null);
    await engine.close();
  }
}
