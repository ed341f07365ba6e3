/**
 * The media of one project: files named by the SHA-256 of what they hold, in folders named by its first two digits.
 * A file is whole on the disk before it gets its name, and is never changed afterwards.
 */
import { randomUUID } from 'node:crypto';
import { lstatSync, rmSync } from 'node:fs';
import { lstat, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { hash as hashSchema, StudioError, type Hash } from '../../contract/index.ts';
import { copyWithDigest, digest, moveIntoPlace, syncFolder } from './disk.ts';

export interface Stored {
  hash: Hash;
  bytes: number;
}

const stagingName = '.staging';

export class MediaStore {
  readonly folder: string;
  /** A second store that is only read: that of a project which can't be changed. */
  readonly #base: string | null;
  readonly #added = new Set<Hash>();
  /** Folders of hashes that are known to be on the disk. */
  readonly #shards = new Set<string>();

  private constructor(folder: string, base: string | null) {
    this.folder = folder;
    this.#base = base;
  }

  /**
   * Opens or makes the store of a folder, and removes what a crash left in its staging area.
   * @throws StudioError `bad-input` when the folder is a link
   */
  static async open(folder: string, base: string | null = null): Promise<MediaStore> {
    await makeFolder(folder);
    await syncFolder(dirname(folder));
    await rm(join(folder, stagingName), { recursive: true, force: true });
    return new MediaStore(folder, base);
  }

  /** What came in since the store was opened; a collection never takes these. */
  get added(): ReadonlySet<Hash> {
    return this.#added;
  }

  /** Where a file lies, or `null`. */
  path(hash: Hash): string | null {
    return MediaStore.find(this.folder, hash) ?? (this.#base && MediaStore.find(this.#base, hash));
  }

  /** The same for a store that isn't open. Links are not followed: a project may come from somebody else. */
  static find(folder: string, hash: Hash): string | null {
    if (!hashSchema.safeParse(hash).success) return null;
    const path = placeIn(folder, hash);
    if (!isFolder(folder) || !isFolder(dirname(path))) return null;
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? path : null;
  }

  /** Copies a user's file in; the file itself is only read. @throws StudioError, AbortError, or of the file system */
  async addFile(path: string, signal?: AbortSignal): Promise<Stored> {
    if (!(await stat(path)).isFile())
      throw new StudioError('bad-input', 'That is not a file.', 'Choose a picture, a clip or a sound.');
    const folder = await this.staging();
    try {
      const copy = join(folder, 'copy');
      const stored = await copyWithDigest(path, copy, signal);
      signal?.throwIfAborted();
      await this.#place(copy, stored);
      return stored;
    } finally {
      await this.dropStaging(folder);
    }
  }

  /** Takes over a file that the studio made, which then no longer exists under its old name. */
  async adopt(path: string): Promise<Stored> {
    if (!(await lstat(path)).isFile()) throw new Error(`not a file: ${path}`);
    const stored = await digest(path);
    try {
      await this.#place(path, stored);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await this.addFile(path); // made on another volume
      await rm(path);
    }
    return stored;
  }

  async #place(path: string, { hash, bytes }: Stored): Promise<void> {
    this.#added.add(hash); // before it is there, so that a collection under way spares it
    const place = placeIn(this.folder, hash);
    const shard = dirname(place);
    if (!this.#shards.has(shard)) {
      await makeFolder(shard);
      await syncFolder(this.folder);
      this.#shards.add(shard);
    }
    const existing = await lstat(place).catch(absent);
    // A file of another length can't be the same content: it was cut off by something else and is made good here.
    if (existing?.isFile() && existing.size === bytes) {
      await syncFolder(shard); // its name may come from an attempt that failed at this very point
      return rm(path);
    }
    await moveIntoPlace(path, place);
  }

  /** A new empty folder on the store's volume, for the results of one task. */
  async staging(): Promise<string> {
    const folder = join(this.folder, stagingName, randomUUID());
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** Removes a folder that `staging` made, with what is left in it. */
  async dropStaging(folder: string): Promise<void> {
    const path = relative(join(this.folder, stagingName), resolve(folder));
    if (path === '' || path.startsWith('..') || path.includes(sep))
      throw new Error(`not a staging folder: ${folder}`);
    await rm(folder, { recursive: true, force: true });
  }

  /** Removes every file that is neither in `keep` nor came in during this session. Answers with how many. */
  async collect(keep: ReadonlySet<Hash>): Promise<number> {
    let removed = 0;
    for (const hash of await this.#hashes()) {
      if (keep.has(hash) || this.#added.has(hash)) continue;
      const path = MediaStore.find(this.folder, hash); // asked again: a link may have come in its place
      if (!path) continue;
      rmSync(path); // at once: nothing may come in between the question and the deed
      removed++;
    }
    return removed;
  }

  /** Removes one file that came in during this session and that nothing needs. */
  drop(hash: Hash): void {
    this.#added.delete(hash);
    const path = MediaStore.find(this.folder, hash);
    if (path) rmSync(path);
  }

  /** Ends the session: nothing stays staged. */
  async close(): Promise<void> {
    await rm(join(this.folder, stagingName), { recursive: true, force: true });
  }

  /** What `#place` could have put here: plain files under their hashes in folders of ours, never behind a link. */
  async #hashes(): Promise<Hash[]> {
    const shards = (await readdir(this.folder, { withFileTypes: true })).filter(
      (entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name),
    );
    const lists = shards.map(async ({ name: shard }) =>
      (await readdir(join(this.folder, shard), { withFileTypes: true }))
        .filter((entry) => entry.isFile() && entry.name.startsWith(shard))
        .map((entry) => entry.name)
        .filter((name) => hashSchema.safeParse(name).success),
    );
    return (await Promise.all(lists)).flat();
  }
}

/** Neither a link nor (on Windows) a junction, which `lstat` takes for one. */
const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Makes a folder where there is none. A link to one is refused: a project may come from somebody else. */
async function makeFolder(path: string): Promise<void> {
  const existing = await lstat(path).catch(absent);
  if (!existing) await mkdir(path, { recursive: true });
  else if (!existing.isDirectory())
    throw new StudioError(
      'bad-input',
      `In this project, “${basename(path)}” is not a folder, but a link or a file.`,
      `Put the folder itself in its place, then try again: ${path}`,
    );
}

const placeIn = (folder: string, hash: Hash): string => join(folder, hash.slice(0, 2), hash);

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
