/**
 * Opens the user's browser on a file that redirects to the studio. Any user of this machine can read a process'
 * arguments, so the address with its secret is in the file, which only this user can read.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RedirectFile {
  path: string;
  remove(): Promise<void>;
}

/** A 0600 file in a 0700 folder of its own. `address` must be safe in HTML: ours is made of a port and base64url. */
export async function writeRedirect(address: string): Promise<RedirectFile> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrail-')); // mkdtemp makes it 0700
  const path = join(folder, 'open.html');
  const page = `<!doctype html>
<meta charset="utf-8" />
<meta name="referrer" content="no-referrer" />
<title>Vitrail</title>
<meta http-equiv="refresh" content="0;url=${address}" />
<p><a href="${address}">Open Vitrail</a></p>
`;
  await writeFile(path, page, { mode: 0o600, flag: 'wx' });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The program that opens a file in the browser of the system, and its arguments. */
export function openerFor(platform: NodeJS.Platform, path: string): [string, string[]] {
  if (platform === 'darwin') return ['open', [path]];
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', path]];
  return ['xdg-open', [path]];
}

/** @returns whether such a program could be started */
export function openInBrowser(path: string): Promise<boolean> {
  const [command, args] = openerFor(process.platform, path);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
