/** Questions to the state that several rooms ask. */
import type { Canvas, Layer, Message, Project, Version } from '../../src-main/contract/document.ts';
import type { Job } from '../../src-main/contract/app.ts';
import type { Media } from '../../src-main/contract/media.ts';
import { activeLayer } from '../../src-main/contract/stack.ts';
import { useStore, type State } from './store.ts';

export const activeCanvas = (project: Project | null): Canvas | null =>
  project?.canvases.find((c) => c.id === project.active) ?? null;

export const layersOf = (project: Project, canvas: string): Layer[] =>
  project.layers.filter((l) => l.canvas === canvas).sort((a, b) => a.order - b.order);

export const versionOf = (project: Project, id: string): Version | undefined =>
  project.versions.find((v) => v.id === id);

export const mediaOf = (project: Project, hash: string): Media | undefined =>
  project.media.find((m) => m.hash === hash);

/** The medium that a layer shows now. */
export function shownMedia(project: Project, layer: Layer): Media | undefined {
  const version = versionOf(project, layer.version);
  return version && mediaOf(project, version.media);
}

/** A layer's versions, oldest first. */
export const versionsOf = (project: Project, layer: string): Version[] =>
  project.versions.filter((v) => v.layer === layer).sort((a, b) => a.createdAt - b.createdAt);

/** The layer that edits go to: the one chosen, else the topmost of a canvas. */
export function topLayer(project: Project, canvas: string): Layer | undefined {
  const row = project.canvases.find((c) => c.id === canvas);
  return row && activeLayer(project, row);
}

/** The medium shown by a canvas' lowest layer: it gives the picture's size. */
export function baseMedia(project: Project, canvas: Canvas): Media | undefined {
  const layer = layersOf(project, canvas.id)[0];
  return (layer && shownMedia(project, layer)) ?? mediaOf(project, canvas.source);
}

/** The newest job of a message, if any. */
export const jobOf = (jobs: readonly Job[], message: Message): Job | undefined =>
  jobs.filter((j) => j.message === message.id).at(-1);

/** The hash of the picture that stands for a medium, if it has one. */
export function thumbOf(media: Media | undefined): string | null {
  if (!media) return null;
  return media.preview ?? (media.kind === 'image' ? media.hash : null);
}

export const useProject = (): Project | null => useStore((s: State) => s.project);
export const useActiveCanvas = (): Canvas | null => useStore((s) => activeCanvas(s.project));
