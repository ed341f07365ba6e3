/** What a process holds in memory, as Linux says it. */
import { readFileSync, writeFileSync } from 'node:fs';

/** MiB resident now (`VmRSS`) or at the most since `forgetPeak` (`VmHWM`); NaN on systems that don't say. */
export function resident(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  try {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${what}:\\s+(\\d+)`));
    return line ? Number(line[1]) / 1024 : NaN;
  } catch {
    return NaN;
  }
}

export function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // another system: there is no figure then
  }
}
