/** Failures of projects, for a person. */
import { makeFailure, StudioError, type Failure } from '../../contract/index.ts';

export const failures = {
  locked: () =>
    makeFailure(
      'locked',
      'This project is open in another window or program.',
      'Close it there, then try again.',
    ),
  newer: () =>
    makeFailure(
      'newer-format',
      'This project was made by a newer version of Vitrail.',
      'Update Vitrail to open it.',
    ),
  newerView: () =>
    makeFailure(
      'newer-format',
      'This project was made by a newer version of Vitrail, so it can only be looked at and exported here.',
      'Update Vitrail to change it.',
    ),
  damaged: (detail: string) =>
    makeFailure(
      'damaged',
      `The project file is damaged (${detail}).`,
      'Put back a copy from your backup. Your pictures, clips and sounds are still in the folder "media" beside it.',
    ),
  damagedView: () =>
    makeFailure(
      'damaged',
      'The project file is damaged. This is what could be read; the file itself was left as it is.',
      'Export what you need, then put back a copy from your backup or start a new project.',
    ),
  notOurs: () =>
    makeFailure(
      'bad-input',
      'That is not a Vitrail project.',
      'Choose a file called "project.vitrail" or its folder.',
    ),
  notThere: () =>
    makeFailure(
      'not-found',
      'There is no project there any more.',
      'If it was moved, open it from its new place.',
    ),
  taken: () =>
    makeFailure('wrong-use', 'That folder already holds a project.', 'Open it, or choose another folder.'),
  unwritable: () =>
    makeFailure(
      'no-permission',
      "This project lies in a place that can't be written to, so it can only be looked at and exported.",
      'Copy its folder to another place to change it.',
    ),
};

export const raise = (failure: Failure): never => {
  throw StudioError.from(failure);
};

/** SQLite's primary result codes (https://sqlite.org/rescode.html). */
const codes = {
  perm: 3,
  busy: 5,
  nomem: 7,
  readonly: 8,
  ioerr: 10,
  corrupt: 11,
  full: 13,
  cantopen: 14,
  notadb: 26,
};

/** The primary result code of an error of node:sqlite; `undefined` for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
}

export const isBusy = (error: unknown): boolean => sqliteCode(error) === codes.busy;
const isDamage = (error: unknown): boolean => [codes.corrupt, codes.notadb].includes(sqliteCode(error) ?? -1);
export const isUnwritable = (error: unknown): boolean =>
  [codes.perm, codes.readonly, codes.cantopen].includes(sqliteCode(error) ?? -1) ||
  ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException | null)?.code ?? '');

/** Whether SQLite could not work, rather than found something wrong in the file. */
export const isTrouble = (error: unknown): boolean =>
  [codes.busy, codes.nomem, codes.ioerr, codes.full].includes(sqliteCode(error) ?? -1) || isUnwritable(error);

/** The typed error for what SQLite threw while saving; any other error comes back as it is. */
export function savingError(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === codes.full)
    return new StudioError(
      'no-space',
      'The disk is full.',
      'Free some space, then try again. Nothing was lost.',
    );
  if (code === codes.ioerr)
    return new StudioError(
      'internal',
      'The disk refused to save the last change.',
      'Check the disk and its free space, then try again. Everything before it is safe.',
    );
  if (isDamage(error)) return StudioError.from(failures.damaged(String((error as Error).message)));
  if (isBusy(error)) return StudioError.from(failures.locked());
  if (code !== undefined && isUnwritable(error)) return StudioError.from(failures.unwritable());
  return error;
}
