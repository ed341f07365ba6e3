/** `vitrail serve`, as a person starts it, with a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const sample = (name: string) => join(root, 'assets', 'samples', name);

export interface Served {
  /** `http://127.0.0.1:<port>/` */
  url: string;
  /** The redirect file, as an address. */
  file: string;
  data: string;
  /** Ctrl-C. @returns the exit code */
  stop(): Promise<number | null>;
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });

/** @param data the data folder of an earlier run, to find its projects again */
export async function startServer(data?: string): Promise<Served> {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'vitrail-e2e-')));
  const child = spawn(
    process.execPath,
    [join(root, 'src-main', 'cli', 'bin.mjs'), 'serve', '--no-open', '--json'],
    {
      env: { ...process.env, VITRAIL_DATA: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const gone = ended(child);
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
    gone.then((code) => Promise.reject(new Error(`vitrail serve ended with ${code}`))),
  ]);
  const { url, file } = JSON.parse(line) as { url: string; file: string };
  return {
    url,
    file: pathToFileURL(file).href,
    data: folder,
    stop: () => {
      child.kill('SIGINT');
      return gone;
    },
  };
}

export const forget = (data: string) => rm(data, { recursive: true, force: true, maxRetries: 5 });
