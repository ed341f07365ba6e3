/** Files that are read: really files, so that nothing waits for a pipe or reads a folder. */
import { realpath, stat } from 'node:fs/promises';
import { StudioError } from '../../contract/index.ts';

/** Where a file really lies, whatever links lead to it. @throws StudioError 'bad-input' for what is no file; ENOENT */
export async function plainFile(path: string): Promise<string> {
  const real = await realpath(path);
  const found = await stat(real);
  if (found.isFile()) return real;
  throw new StudioError(
    'bad-input',
    `${path} is ${found.isDirectory() ? 'a folder' : 'no file'}.`,
    'Name the file itself.',
  );
}
