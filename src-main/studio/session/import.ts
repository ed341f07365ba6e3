/** Files become canvases: copied untouched into the project, read by a decoder, shown. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { StudioError, failureOf, type Failure, type Media } from '../../contract/index.ts';
import * as codecs from '../../systems/codecs/index.ts';
import type { Hosts } from '../processes/hosts.ts';
import type { ProjectStore } from '../project/store.ts';
import type { Watch } from '../work/picture.ts';
import { adoptProbed, type Session } from './session.ts';

export interface Imported {
  canvases: string[];
  /** Files that could not be read; the others are in the project. */
  failed: { name: string; error: Failure }[];
}

const nameOf = (path: string) => basename(path, extname(path)) || basename(path);

/**
 * Imports files one after the other; each is one undoable action.
 * @throws the failure of the first bad file when no file could be imported
 */
export async function importFiles(
  paths: readonly string[],
  session: Session,
  hosts: Hosts,
  watch: Watch,
): Promise<Imported> {
  const result: Imported = { canvases: [], failed: [] };
  for (const [index, path] of paths.entries()) {
    watch.signal.throwIfAborted();
    try {
      result.canvases.push(await importFile(path, session, hosts, watch.signal));
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

async function importFile(
  path: string,
  session: Session,
  hosts: Hosts,
  signal: AbortSignal,
): Promise<string> {
  // Read first: a file that nothing can decode never makes a project.
  const out = await session.staging();
  const probed = await hosts.run(codecs.probe, { file: { path }, out }, { signal, lane: 'batch' });
  const store = await session.storeOrNew(nameOf(path));
  if (store.readOnly)
    throw new StudioError('no-permission', 'This project can’t be changed.', store.readOnly);
  const media = await adoptProbed(store, probed, await store.media.addFile(path, signal));
  await rm(out, { recursive: true, force: true });
  return addCanvas(store, nameOf(path), media);
}

/** A new canvas with one layer that shows the medium, and the focus on it. */
function addCanvas(store: ProjectStore, name: string, media: Media): string {
  const kind = media.kind as 'image' | 'video' | 'audio';
  const canvas = randomUUID();
  const layer = randomUUID();
  const version = randomUUID();
  const createdAt = Date.now();
  store.act(`Import ${name}`, (doc) => {
    const order = Math.max(0, ...doc.canvases.all().map((c) => c.order)) + 1;
    doc.canvases.put({ id: canvas, name, kind, source: media.hash, createdAt, order, selection: null });
    doc.versions.put({
      id: version,
      layer,
      media: media.hash,
      parent: null,
      invocation: null,
      label: 'Original',
      createdAt,
    });
    doc.layers.put({
      id: layer,
      canvas,
      name,
      kind,
      visible: true,
      start: 0,
      duration: media.duration ?? 0,
      version,
      order: 0,
    });
    doc.active = canvas;
  });
  return canvas;
}
