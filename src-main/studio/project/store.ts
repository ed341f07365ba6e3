/** A project that is open: what it holds, and the only way to change it. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import {
  StudioError,
  type Failure,
  type Hash,
  type PastCanvas,
  type Project,
  type Said,
} from '../../contract/index.ts';
import type { MediaStore } from '../media/store.ts';
import { changesOf, transaction, write, writeLabel, type Entry } from './database.ts';
import type { Draft } from './draft.ts';
import { byOrder, Edit } from './edit.ts';
import { savingError } from './failures.ts';
import type { Lock } from './lock.ts';
import { locationWarning } from './location.ts';
import { createProject, openProject, type Opened } from './opening.ts';
import { pastCanvasOf, reversed } from './past.ts';
import { collectHashes, dangling, needed } from './references.ts';
import { inOne, isUndoable, listsOf, type Change, type Lists, type Rows } from './rows.ts';

export class ProjectStore {
  readonly folder: string;
  readonly id: string;
  readonly media: MediaStore;
  /** Why the project can't be changed, for a person; `null` when it can. */
  readonly readOnly: string | null;
  readonly #refusal: Failure | null;
  readonly #warning: string | null;
  readonly #rows: Rows;
  readonly #entries: Entry[];
  readonly #lock: Lock | null;
  readonly #scratch: string | null;
  readonly #listeners = new Set<() => void>();
  #database: DatabaseSync | null;
  #snapshot: Project | null = null;
  /** Lists of the last snapshot that are still right. */
  #lists: Partial<Lists> = {};
  readonly #opened = randomUUID();
  #revision = 0;
  #busy = false;
  #closed = false;

  private constructor(opened: Opened) {
    this.folder = opened.folder;
    this.media = opened.media;
    this.readOnly = opened.refusal?.message ?? null;
    this.#refusal = opened.refusal;
    this.#rows = opened.rows;
    this.#entries = opened.entries;
    this.#lock = opened.lock;
    this.#scratch = opened.scratch;
    this.#database = opened.database;
    this.id = opened.rows.get('fields', 'id')?.value ?? '';
    this.#warning =
      [locationWarning(opened.folder), this.#missingMedia()].filter((w) => w !== null).join(' ') || null;
  }

  /** Makes a project in a folder that holds none; the folder itself may exist. @throws StudioError */
  static async create(folder: string, name: string): Promise<ProjectStore> {
    return new ProjectStore(await createProject(folder, name));
  }

  /** Opens `project.vitrail` or the folder that holds it. @throws StudioError */
  static async open(path: string): Promise<ProjectStore> {
    return new ProjectStore(await openProject(path));
  }

  /** The whole project as the page draws it; the same object until something changes. */
  snapshot(): Project {
    if (this.#snapshot) return this.#snapshot;
    const draft = new Edit(this.#rows);
    const lists: Lists = {
      canvases: this.#lists.canvases ?? draft.canvases.all().sort(byOrder),
      layers: this.#lists.layers ?? draft.layers.all().sort(byOrder),
      versions: this.#lists.versions ?? draft.versions.all(),
      regions: this.#lists.regions ?? draft.regions.all().sort(byOrder),
      media: this.#lists.media ?? draft.media.all(),
      messages: this.#lists.messages ?? draft.messages.all(),
      history: this.#lists.history ?? this.#history(),
    };
    this.#lists = lists;
    this.#snapshot = {
      id: this.id,
      opened: this.#opened,
      revision: this.#revision,
      name: draft.name,
      readOnly: this.readOnly,
      warning: this.#warning,
      ...lists,
      active: draft.active,
      draft: draft.draft,
      undo: this.#lastDone()?.label ?? null,
      redo: this.#firstUndone()?.label ?? null,
    };
    return this.#snapshot;
  }

  #history(): Project['history'] {
    const shown = this.#entries.filter((entry) => entry.state !== 'abandoned');
    return shown.map(({ id, label, at, state }) => ({ id, label, at, undone: state === 'undone' }));
  }

  /**
   * One undoable action in one transaction, on the disk when this returns. Whatever `change` throws, or the disk
   * refuses, nothing has changed. An action that changes nothing that can be undone leaves no entry in the history.
   * @param run what it is a part of: it joins that run's entry while nothing else was done since
   * @throws StudioError when the project is read-only or the disk full
   */
  act<T>(label: Said, change: (doc: Draft) => T, run?: ActionRun): T {
    this.#writable();
    return this.#change(change, (changes) => this.#recording(label, changes.filter(isReversible), run));
  }

  /** The entry that the next action of a run joins, if it joins one. */
  #entryOf(run: ActionRun | undefined): Entry | undefined {
    const last = this.#lastDone();
    return run && last && run.entry === last.id && !this.#firstUndone() ? last : undefined;
  }

  /** Whether an action of this run would join those before it. */
  joins(run: ActionRun): boolean {
    return this.#entryOf(run) !== undefined;
  }

  /** Whether the newest entry of a run has been undone. */
  isUndone({ entry }: ActionRun): boolean {
    return entry !== null && this.#entries.some(({ id, state }) => id === entry && state !== 'done');
  }

  /**
   * A transaction outside undo; it may not touch what undo covers. In a read-only project it is kept in memory
   * until the project is closed, so that one can point, look and export.
   */
  note<T>(change: (doc: Draft) => T): T {
    return this.#change(change, (changes) => {
      const wrong = changes.find(isReversible);
      if (wrong) throw new Error(`only act may change ${wrong.table} (${wrong.id})`);
      return nothingElse;
    });
  }

  /** Takes the last action back. `false`: there is none. */
  undo(): boolean {
    const entry = this.#lastDone();
    if (!entry) return false;
    this.#commit(reversed(changesOf(this.#writable(), entry.id)), this.#moving(entry, 'undone'));
    return true;
  }

  /** Does the action again that was undone last. `false`: there is none. */
  redo(): boolean {
    const entry = this.#firstUndone();
    if (!entry) return false;
    this.#commit(changesOf(this.#writable(), entry.id), this.#moving(entry, 'done'));
    return true;
  }

  /** Goes to the state right after an entry (0: before the first) in one transaction. `false`: there is no such. */
  jump(target: number): boolean {
    const way = this.#wayTo(target);
    if (!way) return false;
    const { moves, state } = way;
    if (!moves.length) return true;
    this.#commit(way.changes(this.#writable()), (db) => {
      const kept = moves.map((entry) => this.#moving(entry, state)(db));
      return () => kept.forEach((remember) => remember());
    });
    return true;
  }

  /** What the canvas that an entry is about showed right after it. `null`: nothing, or there is no such entry. */
  shownAt(target: number): PastCanvas | null {
    const way = this.#wayTo(target);
    if (!way || !target || !this.#database) return null;
    return pastCanvasOf(this.#rows.with(way.changes(this.#database)), changesOf(this.#database, target));
  }

  /** The actions between now and the state right after an entry, in the order to take them; what each becomes. */
  #wayTo(target: number) {
    const kept = this.#entries.filter((entry) => entry.state !== 'abandoned');
    if (target !== 0 && !kept.some((entry) => entry.id === target)) return null;
    const back = kept.filter((entry) => entry.state === 'done' && entry.id > target).reverse();
    const forth = kept.filter((entry) => entry.state === 'undone' && entry.id <= target);
    const moves = back.length ? back : forth;
    const state: Entry['state'] = back.length ? 'undone' : 'done';
    const changes = (database: DatabaseSync) =>
      moves.flatMap(({ id }) => {
        const own = changesOf(database, id);
        return back.length ? reversed(own) : own;
      });
    return { moves, state, changes };
  }

  /** Calls back after each transaction; the listener must not throw. Answers with how to stop it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The id of the newest entry of the history, 0 where there is none. */
  get newest(): number {
    return this.#entries.at(-1)?.id ?? 0;
  }

  /**
   * Removes a mask at once that was made when `since` was the newest entry, unless a row or a later entry needs it.
   * @returns whether it is gone
   */
  dropMask(mask: Hash, since: number): boolean {
    if (this.#refusal || this.#closed) return false;
    if (this.#needed(this.#entries.filter(({ id }) => id > since)).has(mask)) return false;
    this.note(({ media }) => media.delete(mask));
    this.media.drop(mask);
    return true;
  }

  /** What the rows and entries of the history refer to. */
  #needed(entries: readonly Entry[]): Set<Hash> {
    const database = this.#writable();
    return needed(
      this.#rows,
      entries.map(({ id }) => changesOf(database, id)),
    );
  }

  /**
   * Removes media that nothing needs any more: no version, canvas or layer now or anywhere in the history, no
   * selection, no message, and not brought in during this session. Answers with the number of files removed.
   */
  async collectGarbage(): Promise<number> {
    if (this.#refusal) return 0;
    const keep = new Set<Hash>([...this.media.added, ...this.#needed(this.#entries)]);
    for (const row of this.#rows.all('media')) if (keep.has(row.hash)) collectHashes(row, keep);
    this.note(({ media }) => {
      for (const { hash } of media.all()) if (!keep.has(hash)) media.delete(hash);
    });
    return this.media.collect(keep);
  }

  /** Merges the log, lets go of the lock. Nothing of the session stays in the folder but the project itself. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#listeners.clear();
    try {
      this.#database?.close();
      await this.media.close();
    } finally {
      this.#database = null;
      this.#lock?.release();
      if (this.#scratch) await rm(this.#scratch, { recursive: true, force: true });
    }
  }

  /** What a change would make, by what it answers with: nothing comes of it. */
  imagine<T>(change: (doc: Draft) => T): T {
    return change(new Edit(this.#rows));
  }

  /** Runs a change on a draft, checks what came of it and saves it. */
  #change<T>(change: (doc: Draft) => T, also: (changes: Change[]) => Also): T {
    if (this.#closed) throw new Error('the project is closed');
    if (this.#busy) throw new Error('a transaction inside a transaction');
    const edit = new Edit(this.#rows);
    this.#busy = true;
    let result: T;
    try {
      result = change(edit);
    } finally {
      this.#busy = false;
    }
    if (result instanceof Promise) throw new Error('a transaction has to be synchronous');
    const changes = edit.changes();
    if (!changes.length) return result;
    this.#check(edit, changes);
    this.#commit(changes, also(changes));
    return result;
  }

  /** What is wrong here is a bug: media are stored before a row names them, and rows name rows that are there. */
  #check(edit: Edit, changes: readonly Change[]): void {
    const rows = changes.map((change) => change.after);
    for (const hash of collectHashes(rows, new Set()))
      if (!this.media.path(hash)) throw new Error(`media ${hash} are named before they are stored`);
    if (!changes.some((change) => isReversible(change) || change.table === 'media')) return;
    const [first] = dangling(edit);
    if (first) throw new Error(`${first.table} ${first.id}: ${first.what}`);
  }

  /** On the disk first, then in memory, then to whoever listens. */
  #commit(changes: readonly Change[], also: Also): void {
    const remember = this.#database && this.#save(this.#database, changes, also);
    this.#rows.apply(changes);
    remember?.();
    this.#snapshot = null;
    this.#revision++;
    for (const { table } of changes) for (const list of listsOf[table]) delete this.#lists[list];
    if (also !== nothingElse) delete this.#lists.history;
    for (const listener of [...this.#listeners]) listener();
  }

  #save(database: DatabaseSync, changes: readonly Change[], also: Also): () => void {
    try {
      return transaction(database, () => {
        write(database, changes);
        return also(database);
      });
    } catch (error) {
      throw savingError(error);
    }
  }

  /** A new entry; what was undone before it can't be done again from here, but stays in the file. */
  #recording(label: Said, changes: readonly Change[], run?: ActionRun): Also {
    if (!changes.length) return nothingElse;
    const joined = this.#entryOf(run);
    if (joined) return this.#joining(joined, label, changes);
    return (database) => {
      const entry: Entry = {
        id: (this.#entries.at(-1)?.id ?? 0) + 1,
        parent: this.#lastDone()?.id ?? null,
        label,
        at: Date.now(),
        state: 'done',
      };
      database.exec("UPDATE actions SET state = 'abandoned' WHERE state = 'undone'");
      database
        .prepare('INSERT INTO actions (id, parent, label, at, state, changes) VALUES (?, ?, ?, ?, ?, ?)')
        .run(entry.id, entry.parent, writeLabel(label), entry.at, entry.state, JSON.stringify(changes));
      return () => {
        for (const old of this.#entries) if (old.state === 'undone') old.state = 'abandoned';
        this.#entries.push(entry);
        if (run) run.entry = entry.id;
      };
    };
  }

  /** The last entry with more that was done. */
  #joining(entry: Entry, label: Said, changes: readonly Change[]): Also {
    return (database) => {
      const more = { label, at: Date.now() };
      const all = inOne([...changesOf(database, entry.id), ...changes]);
      database
        .prepare('UPDATE actions SET label = ?, at = ?, changes = ? WHERE id = ?')
        .run(writeLabel(label), more.at, JSON.stringify(all), entry.id);
      return () => void Object.assign(entry, more);
    };
  }

  #moving(entry: Entry, state: Entry['state']): Also {
    return (database) => {
      database.prepare('UPDATE actions SET state = ? WHERE id = ?').run(state, entry.id);
      return () => void (entry.state = state);
    };
  }

  #lastDone(): Entry | undefined {
    return this.#entries.findLast((entry) => entry.state === 'done');
  }

  #firstUndone(): Entry | undefined {
    return this.#entries.find((entry) => entry.state === 'undone');
  }

  #writable(): DatabaseSync {
    if (this.#refusal) throw StudioError.from(this.#refusal);
    if (!this.#database) throw new Error('the project is closed');
    return this.#database;
  }

  #missingMedia(): string | null {
    const missing = this.#rows.all('media').filter((row) => !this.media.path(row.hash)).length;
    if (!missing) return null;
    const files = missing === 1 ? '1 file is' : `${missing} files are`;
    return `${files} missing from the project's folder "media". Put the folder back as it was, or go on without.`;
  }
}

/**
 * Several actions that are one step of the history: an edit of many photos, say, each on the disk as soon as it is
 * done. `entry`: the one that the next of them joins, set by `act`.
 */
export interface ActionRun {
  entry: number | null;
}

/** What else a transaction writes; answers with what to change in memory once it is saved. */
type Also = (database: DatabaseSync) => () => void;

const nothingElse: Also = () => () => {};
const isReversible = (change: Change): boolean => isUndoable(change.table);
