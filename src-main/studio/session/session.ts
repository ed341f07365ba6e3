/** The project that is open, if one is, and the bench that works into it. */
import { mkdtemp } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  StudioError,
  type Canvas,
  type Hash,
  type Layer,
  type Media,
  type Project,
  type Region,
  type TaskOutput,
  type Version,
} from '../../contract/index.ts';
import * as codecs from '../../systems/codecs/index.ts';
import type { Library } from '../library/library.ts';
import type { Hosts } from '../processes/hosts.ts';
import { ProjectStore } from '../project/store.ts';
import type { Bench, Found, Workpiece } from '../work/picture.ts';

export interface SessionEvents {
  project(project: Project | null): void;
  app(): void;
}

export class Session {
  readonly #library: Library;
  readonly #hosts: Hosts;
  readonly #events: SessionEvents;
  #store: ProjectStore | null = null;
  #forgetListener: (() => void) | null = null;
  #creating: Promise<ProjectStore> | null = null;
  /** Regions looked up in this session, by picture and region: a plan finds again what the click has found. */
  readonly #found = new Map<string, Found>();

  constructor(library: Library, hosts: Hosts, events: SessionEvents) {
    this.#library = library;
    this.#hosts = hosts;
    this.#events = events;
  }

  get current(): Project | null {
    return this.#store?.snapshot() ?? null;
  }

  /** @throws StudioError 'not-found' when no project is open */
  get store(): ProjectStore {
    if (!this.#store) throw new StudioError('not-found', 'No project is open.', 'Drop a photo to begin one.');
    return this.#store;
  }

  /** The open project, or a new one for the first thing that is dropped; two drops at once share it. */
  async storeOrNew(name: string): Promise<ProjectStore> {
    if (this.#store) return this.#store;
    this.#creating ??= this.create(name).finally(() => (this.#creating = null));
    return this.#creating;
  }

  async create(name: string): Promise<ProjectStore> {
    const store = await ProjectStore.create(this.#library.newProjectFolder(name), name);
    return this.#use(store);
  }

  async open(path: string): Promise<ProjectStore> {
    const asked = resolve(path);
    if (this.#store && [asked, dirname(asked)].includes(this.#store.folder)) return this.#store;
    return this.#use(await ProjectStore.open(path));
  }

  async #use(store: ProjectStore): Promise<ProjectStore> {
    await this.close();
    this.#store = store;
    this.#forgetListener = store.onChange(() => this.#events.project(store.snapshot()));
    endInterrupted(store);
    this.#remember(store);
    this.#events.project(store.snapshot());
    return store;
  }

  #remember(store: ProjectStore): void {
    this.#library.remember(store);
    this.#events.app();
  }

  /** Closes cleanly. `keepOpen`: the studio ends, and the project is opened again when it starts. */
  async close(keepOpen = false): Promise<void> {
    const store = this.#store;
    if (!store) return;
    this.#remember(store); // its preview may have changed
    this.#store = null;
    this.#found.clear();
    this.#forgetListener?.();
    if (!keepOpen) this.#library.openProject = null;
    if (!store.readOnly) await store.collectGarbage();
    await store.close();
    if (!keepOpen) this.#events.project(null);
  }

  undo(): void {
    this.store.undo();
    this.dropMisfits();
  }

  redo(): void {
    this.store.redo();
    this.dropMisfits();
  }

  /** Shows a version of a layer: one undoable action. */
  showVersion(layerId: string, versionId: string): void {
    const version = this.store.snapshot().versions.find((v) => v.id === versionId && v.layer === layerId);
    if (!version) throw new StudioError('not-found', 'That version is no longer in the project.');
    this.store.act(`Show ${version.label}`, (doc) => {
      const layer = doc.layers.get(layerId);
      if (layer) doc.layers.put({ ...layer, version: versionId });
    });
    this.dropMisfits();
  }

  /** Clears selections that no longer have the size of the picture they lie on. */
  dropMisfits(): void {
    const { canvases, media } = this.store.snapshot();
    for (const canvas of canvases) {
      const mask = media.find((m) => m.hash === canvas.selection?.mask);
      const shown = mask && this.focus(canvas.id).media;
      if (mask && shown && (mask.width !== shown.width || mask.height !== shown.height))
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

  /** The list of recent projects shows this one as it is now. */
  touch(): void {
    if (this.#store) this.#remember(this.#store);
  }

  /** A canvas with its layer and the version that it shows. @throws StudioError 'not-found' */
  focus(canvasId: string): { canvas: Canvas; layer: Layer; version: Version; media: Media } {
    const project = this.store.snapshot();
    const canvas = project.canvases.find((c) => c.id === canvasId);
    const layer = canvas && project.layers.find((l) => l.canvas === canvas.id);
    const version = layer && project.versions.find((v) => v.id === layer.version);
    const media = version && project.media.find((m) => m.hash === version.media);
    if (!canvas || !layer || !version || !media)
      throw new StudioError('not-found', 'That picture is no longer in the project.', 'Choose another one.');
    return { canvas, layer, version, media };
  }

  workpiece(media: Media): Workpiece {
    const path = this.store.media.path(media.hash);
    if (!path)
      throw new StudioError(
        'damaged',
        'A file of this project is missing.',
        'Restore the project’s media folder.',
      );
    return {
      file: { path, key: media.hash },
      kind: media.kind,
      width: media.width,
      height: media.height,
      hash: media.hash,
    };
  }

  /** A bench whose results join the open project's media. */
  bench(): Bench {
    const store = this.store;
    return {
      hosts: this.#hosts,
      staging: () => store.media.staging(),
      keepPicture: async (path, signal) => this.workpiece(await this.keep(store, path, signal)),
      keepMask: async (path, size) => {
        const { hash, bytes } = await store.media.adopt(path);
        await store.media.dropStaging(dirname(path));
        store.note((doc) => doc.media.put({ hash, bytes, kind: 'mask', type: 'image/png', ...size }));
        return { file: { path: store.media.path(hash)!, key: hash }, hash };
      },
      mediaFile: async (hash) => {
        const media = store.snapshot().media.find((m) => m.hash === hash);
        if (!media)
          throw new StudioError('not-found', 'A mask or picture that this names is not in the project.');
        return this.workpiece(media);
      },
      recall: (picture, region) => this.#found.get(foundKey(picture.hash, region)),
    };
  }

  /** Remembers what a region meant on a picture, until the project is closed. */
  rememberFound(picture: Hash, region: Region, found: Found): void {
    this.#found.set(foundKey(picture, region), found);
  }

  /** A new empty folder on the volume where the next thing imported will lie. */
  async staging(): Promise<string> {
    return this.#store ? this.#store.media.staging() : mkdtemp(join(this.#library.scratch, 'import-'));
  }

  /** Takes a file of a staging folder into the store, with what the decoder says about it and its preview. */
  async keep(store: ProjectStore, path: string, signal: AbortSignal): Promise<Media> {
    const out = await store.media.staging();
    const probed = await this.#hosts.run(codecs.probe, { file: { path }, out }, { signal, lane: 'batch' });
    const media = await adoptProbed(store, probed, await store.media.adopt(path));
    await Promise.all([out, dirname(path)].map((folder) => store.media.dropStaging(folder)));
    return media;
  }
}

/** Adds a stored file to the project's media, together with the preview and peaks that its decoder made. */
export async function adoptProbed(
  store: ProjectStore,
  probed: TaskOutput<typeof codecs.probe>,
  source: { hash: Hash; bytes: number },
): Promise<Media> {
  const preview = probed.preview && (await store.media.adopt(probed.preview));
  const peaks = probed.peaks && (await store.media.adopt(probed.peaks));
  const media: Media = {
    ...probed.media,
    ...source,
    ...(preview && { preview: preview.hash }),
    ...(peaks && { peaks: peaks.hash }),
  };
  store.note((doc) => {
    if (preview) doc.media.put({ ...preview, kind: 'image', type: 'image/webp' });
    if (peaks) doc.media.put({ ...peaks, kind: 'audio', type: 'application/json' });
    doc.media.put(media);
  });
  return media;
}

const foundKey = (picture: Hash | undefined, region: Region) => `${picture} ${JSON.stringify(region)}`;

/** Steps that were under way when the studio ended unexpectedly say so, and can be run again. */
function endInterrupted(store: ProjectStore): void {
  const open = store.snapshot().messages.filter((m) => m.steps.some((s) => s.state === 'running'));
  if (!open.length || store.readOnly) return;
  store.note((doc) => {
    for (const message of open)
      doc.messages.put({
        ...message,
        steps: message.steps.map((step) =>
          step.state === 'running'
            ? {
                state: 'failed',
                error: {
                  code: 'crashed',
                  message: 'Vitrail ended in the middle of this.',
                  hint: 'Nothing was lost: run it again.',
                },
              }
            : step,
        ),
      });
  });
}
