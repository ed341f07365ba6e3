/** OpenCV's Python package: that of the Python in VITRAIL_BENCH_PYTHON, or an environment of its own under `.cache`. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a job takes: time, and memory at the most beyond what was held before. */
export interface Cost {
  seconds: number;
  mebibytes: number;
}

export interface Peer {
  /** What OpenCV takes for a job, reading and writing the pictures included. */
  cost(job: Record<string, unknown>): Promise<Cost>;
  close(): void;
}

function environment(root: string): string {
  const given = process.env['VITRAIL_BENCH_PYTHON'];
  if (given) return given;
  const folder = join(root, '.cache', 'bench-venv');
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const run = (command: string, args: string[]) => {
    const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
  };
  if (!existsSync(python)) {
    console.error('Setting up OpenCV (Python) to compare with …');
    run(process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', folder]);
  }
  run(python, ['-m', 'pip', 'install', '--quiet', 'numpy', 'opencv-python-headless']);
  return python;
}

export function startPeer(root: string): Peer {
  const child = spawn(environment(root), [join(root, 'test', 'bench', 'opencv.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async cost(job) {
      child.stdin.write(`${JSON.stringify(job)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('OpenCV ended');
      return JSON.parse(value) as Cost;
    },
    close: () => child.stdin.end(),
  };
}
