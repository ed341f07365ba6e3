/** Native dialogs. */
import { app, dialog, type BrowserWindow } from 'electron';
import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { DialogWords } from '../contract/index.ts';
import { safeFileName } from '../studio/library/names.ts';
import { allEndings } from './endings.ts';

/** Until the page has said them in the language in use. */
let words: DialogWords = {
  open: 'Open photos, clips or sounds',
  media: 'Photos, clips and sounds',
  all: 'All files',
  openProject: 'Open project',
  project: 'Vitrail project',
  folder: 'Choose a data folder',
  save: 'Save',
  stopped: 'The studio stopped several times in a row.',
  stoppedDetail: 'Your project is safe on disk. You can try again, or close Vitrail and open it later.',
  retry: 'Try again',
  later: 'Later',
};
export function sayInDialogs(next: DialogWords): void {
  words = next;
}

/** Files to import; empty when the user changed their mind. */
export async function askForFiles(window: BrowserWindow): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.open,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: words.media, extensions: [...allEndings] },
      { name: words.all, extensions: ['*'] },
    ],
  });
  return filePaths;
}

export async function askForProject(window: BrowserWindow): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.openProject,
    properties: ['openFile'],
    filters: [{ name: words.project, extensions: ['vitrail'] }],
  });
  return filePaths[0];
}

/** A folder for the user's data. */
export async function askForFolder(window: BrowserWindow): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.folder,
    properties: ['openDirectory', 'createDirectory'],
  });
  return filePaths[0];
}

let lastFolder: string | undefined;

/** Where to save; the folder chosen last is offered again. */
export async function askWhereToSave(window: BrowserWindow, name: string): Promise<string | undefined> {
  const folder = lastFolder && existsSync(lastFolder) ? lastFolder : app.getPath('downloads');
  const ending = extname(name).slice(1);
  const { filePath } = await dialog.showSaveDialog(window, {
    title: words.save,
    defaultPath: join(folder, safeFileName(name)),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    filters: ending ? [{ name: ending.toUpperCase(), extensions: [ending] }] : [],
  });
  if (filePath) lastFolder = dirname(filePath);
  return filePath || undefined;
}

/** The engine could not be kept alive. @returns whether to try again */
export async function askToRetry(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: app.getName(),
    message: words.stopped,
    detail: words.stoppedDetail,
    buttons: [words.retry, words.later],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
