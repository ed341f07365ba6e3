/** The processes of the machine, as each system lists them. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

interface Process {
  pid: number;
  parent: number;
  command: string;
}

function listLinux(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const parent = Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
        return [{ pid: Number(pid), parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }];
      } catch {
        return []; // it ended while we looked
      }
    });
}

function listMac(): Process[] {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)!;
    return { pid: Number(pid), parent: Number(parent), command: command! };
  });
}

function listWindows(): Process[] {
  const script =
    'Get-CimInstance Win32_Process | Select-Object ProcessId,ParentProcessId,CommandLine | ConvertTo-Json -Compress';
  const text = execFileSync('powershell', ['-NoProfile', '-Command', script], {
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  const rows = JSON.parse(text) as {
    ProcessId: number;
    ParentProcessId: number;
    CommandLine: string | null;
  }[];
  return rows.map((row) => ({
    pid: row.ProcessId,
    parent: row.ParentProcessId,
    command: row.CommandLine ?? '',
  }));
}

const list = { linux: listLinux, darwin: listMac, win32: listWindows }[process.platform as 'linux'];

/** Pids of the engine that serves a data folder, and of the hosts that it started. */
export function processesOf(data: string): { engine: number[]; hosts: number[] } {
  const all = list();
  const folder = JSON.stringify(data).slice(1, -1);
  const engine = all
    .filter(({ command }) => command.includes('engine.mjs') && command.includes(folder))
    .map(({ pid }) => pid);
  const hosts = all
    .filter(({ parent, command }) => engine.includes(parent) && command.includes('host.mjs'))
    .map(({ pid }) => pid);
  return { engine, hosts };
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !(
      process.platform === 'linux' && /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    );
  } catch {
    return false;
  }
}
