/** Projects in temporary folders, and the smallest things to put into them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type {
  Canvas,
  Layer,
  Media,
  Message,
  Project,
  Selection,
  Version,
} from '../../../../src-main/contract/index.ts';
import type { Draft } from '../../../../src-main/studio/project/draft.ts';
import type { ProjectStore } from '../../../../src-main/studio/project/store.ts';

/** A folder that goes away with the test. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vitrail-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Stores a text as if it were a picture. */
export async function store(project: ProjectStore, text: string): Promise<Media> {
  const folder = await project.media.staging();
  writeFileSync(join(folder, 'file'), text);
  const { hash, bytes } = await project.media.adopt(join(folder, 'file'));
  await project.media.dropStaging(folder);
  return { hash, bytes, kind: 'image', type: 'image/png', width: 4, height: 3 };
}

export const canvasOf = (id: string, source: string, more: Partial<Canvas> = {}): Canvas => ({
  id,
  name: id,
  kind: 'image',
  source,
  createdAt: 1,
  order: 0,
  selection: null,
  frame: null,
  groups: [],
  view: { layer: null, collapsed: [] },
  ...more,
});

export const layerOf = (id: string, canvas: string, version: string, more: Partial<Layer> = {}): Layer => ({
  id,
  canvas,
  name: id,
  kind: 'image',
  visible: true,
  start: 0,
  duration: 0,
  version,
  order: 0,
  opacity: 1,
  blend: 'normal',
  locked: false,
  group: null,
  mask: null,
  placement: null,
  ...more,
});

export const versionOf = (
  id: string,
  layer: string,
  media: string,
  more: Partial<Version> = {},
): Version => ({
  id,
  layer,
  media,
  parent: null,
  invocation: null,
  label: id,
  createdAt: 1,
  text: null,
  ...more,
});

export const messageOf = (id: string, more: Partial<Message> = {}): Message => ({
  id,
  role: 'user',
  canvas: null,
  regions: null,
  doubt: null,
  text: id,
  said: null,
  selection: null,
  plan: null,
  layer: null,
  steps: [],
  photos: [],
  words: null,
  version: null,
  tries: [],
  instead: null,
  error: null,
  createdAt: 1,
  ...more,
});

export const selectionOf = (mask: string | null, area = 0.5): Selection => ({
  region: { parts: [{ kind: 'point', x: 0.5, y: area, sign: '+' }] },
  mask,
  bounds: null,
  area,
});

/** Canvas `c`, layer `c-layer`, version `c-version`, in focus. */
export function importInto(doc: Draft, media: Media, id = 'c'): void {
  doc.media.put(media);
  doc.canvases.put(canvasOf(id, media.hash));
  doc.layers.put(layerOf(`${id}-layer`, id, `${id}-version`));
  doc.versions.put(versionOf(`${id}-version`, `${id}-layer`, media.hash));
  doc.active = id;
}

/** A project without what is new each time that it is opened. */
export const kept = ({
  opened: _,
  revision: __,
  ...project
}: Project): Omit<Project, 'opened' | 'revision'> => project;
