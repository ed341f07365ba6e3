/** A shell in miniature: starts the engine, and prints the pids of all once its hosts are in a long call. */
import { join } from 'node:path';
import { readConfig } from '../../../src-main/studio/processes/config.ts';
import { startEngine } from '../../../src-main/studio/processes/engine.ts';

const engine = startEngine(readConfig(), { entry: join(import.meta.dirname, 'engine.ts') });
const answer = await engine.client.engine.doctor();
if (!answer.ok) throw new Error(answer.error.message);
const { value, detail } = answer.value.lines[0]!;
console.log(JSON.stringify({ engine: Number(value), hosts: detail.map(Number) }));
