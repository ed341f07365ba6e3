/** Files from outside: arguments, a second start, the system's "open with", the clipboard. */
import { statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '../contract/index.ts';
import { safeFileName } from '../studio/library/names.ts';
import type { EngineHandle } from '../studio/processes/engine.ts';
import type { GivenFile } from './wire.ts';

/** Files of a command line as absolute paths. `skip`: how many of its words are the program's own. */
export function pathsOf(argv: readonly string[], folder: string, skip: number): string[] {
  return argv
    .filter((word) => word && !word.startsWith('-'))
    .slice(skip)
    .map((word) => resolve(folder, word))
    .filter(isThere);
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // too long for a name, in a folder that can't be looked into, a link to itself: nothing to open
  }
}

const isProject = (path: string) => extname(path).toLowerCase() === '.vitrail';

/** A project is opened (the last of several), anything else is imported. */
export async function openPaths(
  engine: EngineHandle,
  paths: readonly string[],
): Promise<Result<{ canvases: string[] }>> {
  const project = paths.filter(isProject).pop();
  if (project) {
    const opened = await engine.client.engine.openProjectPath({ path: project });
    if (!opened.ok) return opened;
  }
  const media = paths.filter((path) => !isProject(path));
  return media.length ? engine.client.engine.importPaths({ paths: media }) : ok({ canvases: [] });
}

/** Files as masks of a canvas, one after the other: the last one that could be read stays selected. */
async function loadMasks(
  engine: EngineHandle,
  paths: readonly string[],
  canvas: string,
): Promise<Result<{ canvases: string[] }>> {
  let answer: Result<{ canvases: string[] }> = ok({ canvases: [] });
  for (const path of paths) {
    answer = await engine.client.engine.loadMask({ path, canvas });
    if (!answer.ok) return answer;
  }
  return answer;
}

/** Dropped, pasted and chosen files: those with a path are read where they are, the others from their bytes. */
export async function importGiven(
  engine: EngineHandle,
  files: readonly GivenFile[],
  temporary: string,
  maskFor?: string,
): Promise<Result<{ canvases: string[] }>> {
  const folder = await mkdtemp(join(temporary, 'pasted-'));
  try {
    const paths: string[] = [];
    for (const [index, file] of files.entries()) {
      if ('path' in file) {
        paths.push(file.path);
        continue;
      }
      if (!file.bytes.byteLength) return fail('bad-input', `${file.name || 'The file'} is empty.`);
      const own = await mkdtemp(join(folder, `${index}-`)); // two may have one name
      const path = join(own, safeFileName(file.name));
      await writeFile(path, file.bytes, { mode: 0o600 });
      paths.push(path);
    }
    return maskFor === undefined ? await openPaths(engine, paths) : await loadMasks(engine, paths, maskFor);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
