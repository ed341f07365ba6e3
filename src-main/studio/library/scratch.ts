/** A folder for one process, and the clearing away of those whose process ended without doing so. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes `parent/<process id>`, empty, readable by this user only. */
export async function makeScratch(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent))
    if (!isAlive(Number(name)) || Number(name) === process.pid)
      await rm(join(parent, name), { recursive: true, force: true });
  const folder = join(parent, String(process.pid));
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // there, but another user's
  }
}
