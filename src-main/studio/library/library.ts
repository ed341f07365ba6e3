/** What the studio remembers between sessions, outside any project: settings and recent projects. */
import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import {
  id,
  makeFailure,
  recentProject,
  servedType,
  settings,
  StudioError,
  type App,
  type Failure,
  type Hash,
  type ServedType,
  type Settings,
} from '../../contract/index.ts';
import { MediaStore } from '../media/store.ts';
import { projectFile } from '../project/format.ts';
import type { ProjectStore } from '../project/store.ts';
import { readJson, writeJson } from './file.ts';
import { makeNewFolder } from './names.ts';
import { makeScratch } from './scratch.ts';

/** The file's own form; `path` and `previewType` never reach the page. */
const stored = z.object({
  settings: settings.default(settings.parse({})),
  recents: z
    .array(recentProject.extend({ path: z.string(), previewType: servedType.nullable() }))
    .default([]),
  openProject: id.nullable().default(null),
});
type Stored = z.output<typeof stored>;

const mostRecents = 24;

export type LibraryState = Pick<App, 'settings' | 'recents'>;

export class Library {
  /** The folder of everything that belongs to the user but to no project. */
  readonly folder: string;
  /** A folder for files of this session that belong to no project; gone when the library is closed. */
  readonly scratch: string;
  readonly #file: string;
  readonly #notices: Failure[] = [];

  private constructor(folder: string, scratch: string) {
    this.folder = folder;
    this.scratch = scratch;
    this.#file = join(folder, 'library.json');
    this.#read();
  }

  /** Opens the data folder, which is made where it doesn't exist. */
  static async open(folder: string): Promise<Library> {
    return new Library(folder, await makeScratch(join(folder, 'scratch')));
  }

  async close(): Promise<void> {
    await rm(this.scratch, { recursive: true, force: true });
  }

  /** What a person should be told, once: answers with it and forgets it. */
  takeNotices(): Failure[] {
    return this.#notices.splice(0);
  }

  /** Settings and recent projects, the latest first. Projects that are gone drop off the list. */
  state(): LibraryState {
    const { settings, recents } = this.#read();
    if (!recents.every(isThere)) this.#change((now) => (now.recents = now.recents.filter(isThere)));
    return {
      settings,
      recents: recents
        .filter(isThere)
        .map(({ id, name, openedAt, preview }) => ({ id, name, openedAt, preview })),
    };
  }

  /** Changes some settings; what is left out or `undefined` stays. */
  setSettings(changes: { [K in keyof Settings]?: Settings[K] | undefined }): void {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    this.#change((now) => (now.settings = settings.parse({ ...now.settings, ...Object.fromEntries(given) })));
  }

  /** The project to open again after a restart or a crash; `null`: none was open. */
  get openProject(): string | null {
    return this.#read().openProject;
  }
  set openProject(project: string | null) {
    this.#change((now) => (now.openProject = project));
  }

  /** Puts a project first among the recent ones, as it is now, and as the one to open again. */
  remember(store: ProjectStore): void {
    const { id, name, canvases, layers, versions, media, active } = store.snapshot();
    const shown = canvases.find((canvas) => canvas.id === active) ?? canvases[0];
    // The photo that the others lie on says more than a word or a patch on top of it.
    const base = shown && layers.find((layer) => layer.canvas === shown.id && layer.visible);
    const picture = media.find(
      (row) => row.hash === versions.find((version) => version.id === base?.version)?.media,
    );
    const preview = picture?.preview ?? (picture?.kind === 'image' ? picture.hash : null);
    const previewType = media.find((row) => row.hash === preview)?.type ?? null;
    this.#change((now) => {
      const path = store.folder;
      const others = now.recents.filter((recent) => recent.path !== path && isThere(recent));
      const entry = { id: entryId(id, path, now), name, openedAt: Date.now(), preview, previewType, path };
      now.recents = [entry, ...others].slice(0, mostRecents);
      now.openProject = entry.id;
    });
  }

  /** Takes a project off the list; its folder stays as it is. */
  forget(project: string): void {
    this.#change((now) => {
      now.recents = now.recents.filter((recent) => recent.id !== project);
      if (now.openProject === project) now.openProject = null;
    });
  }

  /** The folder of a recent project. @throws StudioError `not-found` when it isn't on the list, or is gone */
  pathOf(project: string): string {
    const found = this.#read().recents.find((recent) => recent.id === project);
    if (found && isThere(found)) return found.path;
    if (found) this.forget(project);
    throw new StudioError(
      'not-found',
      'That project is no longer where it was.',
      'If it was moved, open it from its new place.',
    );
  }

  /** Where the picture of a recent project lies, though that project isn't open. */
  locatePreview(hash: Hash): { path: string; type: ServedType; bytes: number } | null {
    for (const { path, preview, previewType } of this.#read().recents) {
      if (preview !== hash || !previewType) continue;
      const file = MediaStore.find(join(path, 'media'), hash);
      if (file) return { path: file, type: previewType, bytes: statSync(file).size };
    }
    return null;
  }

  /** A new folder for a project, named after it. */
  newProjectFolder(name: string): string {
    return makeNewFolder(join(this.folder, 'projects'), name);
  }

  #read(): Stored {
    return readJson(this.#file, stored, (aside) =>
      this.#notices.push(
        makeFailure(
          'damaged',
          'The list of settings and recent projects could not be read, so it starts afresh. Your projects are safe.',
          `Open them from their folders. The old list was kept as "${basename(aside)}".`,
        ),
      ),
    );
  }

  /** Reads again first: another window or the terminal may have written since. */
  #change(change: (now: Stored) => void): void {
    const now = this.#read();
    change(now);
    writeJson(this.#file, now);
  }
}

/** A project's own id on the list; another one for a folder that was copied, as both are the same project inside. */
function entryId(id: string, path: string, { recents }: Stored): string {
  if (!recents.some((recent) => recent.id === id && recent.path !== path && isThere(recent))) return id;
  const known = recents.find((recent) => recent.path === path && recent.id !== id);
  return known?.id ?? randomUUID();
}

const isThere = ({ path }: { path: string }): boolean => existsSync(join(path, projectFile));
