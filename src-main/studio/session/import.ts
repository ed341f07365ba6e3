/** Files become canvases: copied untouched into the project, read by a decoder, shown. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { StudioError, failureOf, say, type Failure, type Media } from '../../contract/index.ts';
import * as codecs from '../../systems/codecs/index.ts';
import type { Hosts } from '../processes/hosts.ts';
import type { ProjectStore } from '../project/store.ts';
import type { Watch } from '../work/picture.ts';
import { adoptProbed } from './bench.ts';
import type { Session } from './session.ts';

export interface Imported {
  canvases: string[];
  /** Files that could not be read; the others are in the project. */
  failed: { name: string; error: Failure }[];
}

/** What an import needs: where it goes, who reads, and a folder for what the reader makes. */
export interface ImportTools {
  session: Session;
  hosts: Hosts;
  scratch: string;
  /** Puts a file that is expected as a layer in its place; answers with its canvas, or `null` for other files. */
  asLayer?(path: string, media: () => Promise<Media>): Promise<string | null>;
}

const nameOf = (path: string) => basename(path, extname(path)) || basename(path);

/**
 * Imports files one after the other; each is one undoable action.
 * @throws the failure of the first bad file when no file could be imported
 */
export async function importFiles(
  paths: readonly string[],
  tools: ImportTools,
  watch: Watch,
): Promise<Imported> {
  const result: Imported = { canvases: [], failed: [] };
  for (const [index, path] of paths.entries()) {
    watch.signal.throwIfAborted();
    try {
      result.canvases.push(await importFile(path, tools, watch.signal));
    } catch (error) {
      if (watch.signal.aborted) throw error;
      result.failed.push({ name: basename(path), error: failureOf(error) });
    }
    watch.progress((index + 1) / paths.length);
  }
  if (!result.canvases.length && result.failed[0]) {
    const { name, error } = result.failed[0];
    throw StudioError.from({ ...error, message: `${name}: ${error.message}` });
  }
  return result;
}

async function importFile(path: string, tools: ImportTools, signal: AbortSignal): Promise<string> {
  const layered = await tools.asLayer?.(path, () => importMedia(path, tools, signal));
  if (layered) return layered;
  const media = await importMedia(path, tools, signal);
  return addCanvas(tools.session.store, nameOf(path), media);
}

/** Copies a file into the open project (or a new one) and reads it. */
async function importMedia(path: string, tools: ImportTools, signal: AbortSignal): Promise<Media> {
  const out = await mkdtemp(join(tools.scratch, 'import-'));
  try {
    // Read first: a file that nothing can decode never makes a project.
    const probed = await tools.hosts.run(codecs.probe, { file: { path }, out }, { signal, lane: 'batch' });
    const store = await tools.session.storeOrNew(nameOf(path), signal);
    if (store.readOnly)
      throw new StudioError('no-permission', 'This project can’t be changed.', store.readOnly);
    return await adoptProbed(store, probed, await store.media.addFile(path, signal));
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** “image 2” where there is an “image” already: photos are spoken of by their names. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${name} ${n}`;
    if (!taken.has(free)) return free;
  }
}

/** A new canvas with one layer that shows the medium, and the focus on it. */
function addCanvas(store: ProjectStore, file: string, media: Media): string {
  const kind = media.kind as 'image' | 'video' | 'audio';
  const [canvas, layer, version] = [randomUUID(), randomUUID(), randomUUID()];
  const createdAt = Date.now();
  store.act(say('import', file), (doc) => {
    const name = freeName(file, new Set(doc.canvases.all().map((c) => c.name)));
    const order = Math.max(0, ...doc.canvases.all().map((c) => c.order)) + 1;
    const made = { media: media.hash, parent: null, invocation: null, label: say('original'), createdAt };
    const span = { start: 0, duration: media.duration ?? 0 };
    doc.canvases.put({ id: canvas, name, kind, source: media.hash, createdAt, order, selection: null });
    doc.versions.put({ id: version, layer, ...made });
    doc.layers.put({ id: layer, canvas, name, kind, visible: true, ...span, version, order: 0 });
    doc.active = canvas;
  });
  return canvas;
}
