/** A display for the windows of the tests, where there is none; it goes away with them. */
import { spawn } from 'node:child_process';
import { testTools } from './tools.mjs';

export default async function startDisplay(): Promise<(() => void) | undefined> {
  const { display } = await testTools();
  if (!display) return undefined;
  // Xvfb picks a free number and writes it to the descriptor given.
  const options = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]!.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  process.env.DISPLAY = `:${number}`;
  return () => void server.kill();
}
