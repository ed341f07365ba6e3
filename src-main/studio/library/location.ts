/**
 * Where the user's data lie. The usual place of the system is `home`; a small file in it may name another folder, which
 * is used from the next start on. Runs in Electron's main as well, so no API that Node 16 lacks.
 */
import { constants, existsSync, readFileSync, rmSync } from 'node:fs';
import { access, copyFile, mkdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { StudioError, makeFailure, type App, type Failure } from '../../contract/index.ts';
import type { EngineConfig } from '../processes/config.ts';
import { writeJson } from './file.ts';

const fileOf = (home: string) => join(home, 'data-folder.json');

/** The folder that is named, whether or not it is there; `null`: none is. */
function named(home: string): string | null {
  try {
    const { folder } = JSON.parse(readFileSync(fileOf(home), 'utf8')) as { folder?: unknown };
    return typeof folder === 'string' && isAbsolute(folder) ? folder : null;
  } catch {
    return null; // no such file, or nonsense in it: the usual place
  }
}

/** The folder to use now: the one that is named, if it is there. */
export function locateData(home: string): string {
  const folder = named(home);
  return folder && existsSync(folder) ? folder : home;
}

type Config = Pick<EngineConfig, 'data' | 'home'>;

/** What the settings show. */
export function dataState({ data, home }: Config): App['data'] {
  if (home === undefined) return { folder: data, next: null, fixed: true };
  const next = named(home) ?? home;
  return { folder: data, next: next === data ? null : next, fixed: false };
}

/** Why the usual folder is used although another one is named: for a person. */
export function lostDataFolder({ data, home }: Config): Failure | null {
  const folder = home === undefined ? null : named(home);
  if (!folder || folder === data || existsSync(folder)) return null;
  return makeFailure(
    'not-found',
    `The data folder ${folder} is not there, so the one before is used.`,
    'Connect its drive and start Vitrail again, or choose another folder in the settings.',
  );
}

/**
 * Names another folder for the next start. Settings and the list of recent projects are copied there unless it has its
 * own; projects and models stay where they are.
 * @throws StudioError 'wrong-use', 'no-permission'
 */
export async function setDataFolder({ data, home }: Config, path: string): Promise<void> {
  if (home === undefined)
    throw new StudioError(
      'wrong-use',
      'The data folder is set from outside.',
      'Start Vitrail without VITRAIL_DATA to choose it here.',
    );
  await mkdir(path, { recursive: true });
  const folder = await realpath(resolve(path));
  if (existsSync(join(folder, 'project.vitrail')))
    throw new StudioError('wrong-use', 'That is the folder of a project.', 'Choose a folder of its own.');
  await access(folder, constants.W_OK);
  if (folder !== data)
    await copyFile(join(data, 'library.json'), join(folder, 'library.json'), constants.COPYFILE_EXCL).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
      },
    );
  if (folder === (await realpath(home))) rmSync(fileOf(home), { force: true });
  else writeJson(fileOf(home), { folder });
}
