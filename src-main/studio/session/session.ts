/** The project that is open, if one is. Opening and closing take turns, so that no two are ever half open. */
import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  StudioError,
  activeLayer,
  failureOf,
  canvasSize,
  say,
  sheetOf,
  type Canvas,
  type Extent,
  type Failure,
  type Hash,
  type Media,
  type Project,
  type ProjectChange,
  type Region,
  type Sheet,
} from '../../contract/index.ts';
import type { Library } from '../library/library.ts';
import type { Hosts } from '../processes/hosts.ts';
import { ProjectStore } from '../project/store.ts';
import type { Bench, Found, Workpiece } from '../work/picture.ts';
import { FoundRegions, projectBench, workpieceOf } from './bench.ts';
import { endInterrupted } from './interrupted.ts';
import { Told } from './told.ts';
import { Turns, endOf } from './turns.ts';

export interface SessionEvents {
  /** Another project is open, or none. */
  project(project: Project | null): void;
  /** A transaction changed it. */
  change(change: ProjectChange): void;
  app(): void;
  notice(failure: Failure): void;
  /** Ends the work into the open project, before it is closed. */
  leaving(): Promise<void>;
}

export class Session {
  readonly #library: Library;
  readonly #hosts: Hosts;
  readonly #events: SessionEvents;
  readonly #turns = new Turns();
  readonly #found = new FoundRegions();
  #store: ProjectStore | null = null;
  #forgetListener: (() => void) | null = null;

  constructor(library: Library, hosts: Hosts, events: SessionEvents) {
    this.#library = library;
    this.#hosts = hosts;
    this.#events = events;
  }

  get current(): Project | null {
    return this.#store?.snapshot() ?? null;
  }

  /** When no project is about to be opened or closed. */
  get settled(): Promise<unknown> {
    return this.#turns.settled;
  }

  /** @throws StudioError 'not-found' when no project is open */
  get store(): ProjectStore {
    if (!this.#store) throw new StudioError('not-found', 'No project is open.', 'Drop a photo to begin one.');
    return this.#store;
  }

  /**
   * The open project, or a new one for the first thing that is dropped; two drops at once share it.
   * The signal ends the waiting: work that is being ended must not wait for the turn that ends it.
   */
  async storeOrNew(name: string, signal: AbortSignal): Promise<ProjectStore> {
    const made = this.#turns.take(async () => {
      signal.throwIfAborted();
      return this.#store ?? this.#create(name);
    });
    await endOf(made, signal);
    return made;
  }

  create(name: string): Promise<ProjectStore> {
    return this.#turns.take(() => this.#create(name));
  }

  async #create(name: string): Promise<ProjectStore> {
    return this.#use(await ProjectStore.create(this.#library.newProjectFolder(name), name));
  }

  /** Opens a project by its file or folder; what was open stays open when that fails. */
  open(path: string): Promise<ProjectStore> {
    return this.#turns.take(async () => {
      const real = await realpath(path).catch(() => path); // an unreadable path fails below, with a reason
      if (this.#store && [real, dirname(real)].includes(this.#store.folder)) return this.#store;
      return this.#use(await ProjectStore.open(path));
    });
  }

  /** Closes cleanly. `keepOpen`: the studio ends, and the project is opened again when it starts. */
  close(keepOpen = false): Promise<void> {
    return this.#turns.take(async () => {
      if (!this.#store) return;
      await this.#leave(keepOpen);
      if (!keepOpen) this.#events.project(null);
    });
  }

  async #use(store: ProjectStore): Promise<ProjectStore> {
    await this.#leave();
    this.#store = store;
    this.#try(() => endInterrupted(store));
    this.touch();
    const told = new Told(store);
    this.#forgetListener = store.onChange(() => this.#events.change(told.next()));
    this.#events.project(store.snapshot());
    return store;
  }

  /** Whatever goes wrong on the way (a full disk, say), the project ends up closed and unlocked. */
  async #leave(keepOpen = false): Promise<void> {
    const store = this.#store;
    if (!store) return;
    await this.#events.leaving();
    this.touch(); // its preview may have changed
    this.#store = null;
    this.#found.clear();
    this.#forgetListener?.();
    try {
      if (!keepOpen) this.#try(() => void (this.#library.openProject = null));
      if (!store.readOnly) await store.collectGarbage();
    } catch (error) {
      this.#events.notice(failureOf(error));
    } finally {
      await store.close();
    }
  }

  #try(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#events.notice(failureOf(error));
    }
  }

  /** The list of recent projects shows this one as it is now. */
  touch(): void {
    const store = this.#store;
    if (!store) return;
    this.#try(() => this.#library.remember(store));
    this.#events.app();
  }

  undo(): void {
    this.store.undo();
    this.dropMisfits();
  }

  redo(): void {
    this.store.redo();
    this.dropMisfits();
  }

  /** @throws StudioError 'not-found' when the history has no such entry */
  jump(entry: number): void {
    if (!this.store.jump(entry))
      throw new StudioError('not-found', 'That state is no longer in the history.');
    this.dropMisfits();
  }

  /** Shows a version of a layer: one undoable action. */
  showVersion(layerId: string, versionId: string): void {
    const version = this.store.snapshot().versions.find((v) => v.id === versionId && v.layer === layerId);
    if (!version) throw new StudioError('not-found', 'That version is no longer in the project.');
    this.store.act(say('showVersion', version.label), (doc) => {
      const layer = doc.layers.get(layerId);
      if (layer) doc.layers.put({ ...layer, version: versionId });
    });
    this.dropMisfits();
  }

  /** Puts canvases in this order, in the places that they have: one undoable action. @throws StudioError 'not-found' */
  reorder(canvases: readonly string[]): void {
    const places = canvases.map((id) => this.focus(id).canvas.order).sort((a, b) => a - b);
    this.store.act(say('reorder'), (doc) =>
      canvases.forEach((id, index) => {
        const row = doc.canvases.get(id);
        if (row) doc.canvases.put({ ...row, order: places[index]! });
      }),
    );
  }

  /** Clears selections that no longer have the size of the canvas they lie on. */
  dropMisfits(): void {
    const { canvases, media } = this.store.snapshot();
    for (const canvas of canvases) {
      const mask = media.find((m) => m.hash === canvas.selection?.mask);
      const frame = mask && this.focus(canvas.id).frame;
      if (mask && frame && (mask.width !== frame.width || mask.height !== frame.height))
        this.store.note((doc) => doc.canvases.put({ ...canvas, selection: null }));
    }
  }

  /** Where a file of the open project lies, or the preview of a recent one, for the shells. */
  locate(hash: Hash): { path: string; type: Media['type']; bytes: number } | null {
    const media = this.#store?.snapshot().media.find((m) => m.hash === hash);
    const path = media && this.#store?.media.path(hash);
    if (media && path) return { path, type: media.type, bytes: media.bytes };
    return this.#library.locatePreview(hash);
  }

  /**
   * A canvas with its active layer (or the one asked for) and the version that it shows (or the one asked for).
   * @throws StudioError 'not-found'
   */
  focus(
    canvasId: string,
    other: { layer?: string | undefined; version?: string | undefined } = {},
  ): Sheet & { canvas: Canvas; frame: Extent } {
    const project = this.store.snapshot();
    const canvas = project.canvases.find((c) => c.id === canvasId);
    const version = project.versions.find((v) => v.id === other.version);
    const id = version?.layer ?? other.layer;
    const shown =
      canvas &&
      (id === undefined
        ? activeLayer(project, canvas)
        : project.layers.find((l) => l.id === id && l.canvas === canvas.id));
    const layer = shown && version ? { ...shown, version: version.id } : shown;
    const as = { ...project, layers: project.layers.map((l) => (l.id === layer?.id ? layer : l)) };
    const sheet = layer && sheetOf(as, canvas!, layer);
    if (!canvas || !sheet)
      throw new StudioError('not-found', 'That picture is no longer in the project.', 'Choose another one.');
    return { canvas, frame: canvasSize(as, canvas), ...sheet };
  }

  workpiece(media: Media): Workpiece {
    return workpieceOf(this.store, media);
  }

  /** A bench whose results join the open project's media. */
  bench(): Bench {
    return projectBench(this.store, this.#hosts, this.#found);
  }

  /** Forgets the regions that were found to have a mask which is gone. */
  forgetFound(mask: Hash): void {
    this.#found.forget(mask);
  }

  /** Remembers what a region meant on a picture. */
  rememberFound(picture: Hash, region: Region, found: Found): void {
    this.#found.set(picture, region, found);
  }
}
