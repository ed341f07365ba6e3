/** From a project to what the stage draws. */
import type { Canvas, Project, Trial } from '../../../src-main/contract/document.ts';
import { bundlesOf, canvasSize, sheetOf, type Bundle } from '../../../src-main/contract/stack.ts';
import { sourcesOf } from '../pictures.ts';
import { isSteep } from './draw.ts';
import type { Scene } from './stack.ts';

export interface SceneTools {
  url(hash: string): string;
  onError(): void;
}

/** What a canvas' layers show. */
type Documents = Pick<Project, 'layers' | 'versions' | 'media'>;

/** How a layer differs from what it shows, for looking at one of its versions. */
export interface Instead {
  layer: string;
  version: string;
}

/** The canvas with a version of a layer in the place of the present one. */
function bundlesWith(project: Documents, canvas: Canvas, instead: Instead | null): Bundle[] {
  if (!instead) return bundlesOf(project, canvas);
  const layers = project.layers.map((l) => (l.id === instead.layer ? { ...l, version: instead.version } : l));
  return bundlesOf({ ...project, layers }, { ...canvas, frame: canvasSize(project, canvas) });
}

/** The project and the canvas as they would look with another picture on a layer, which has no version of its own. */
export function tried(
  project: Documents,
  canvas: Canvas,
  { layer, picture, size, layers, frame }: Trial,
): { project: Documents; canvas: Canvas } {
  const found = project.layers.find(({ id }) => id === layer);
  const version = project.versions.find(({ id }) => id === found?.version);
  if (!version || !project.media.some(({ hash }) => hash === picture)) return { project, canvas };
  const placed = new Map(layers.map((one) => [one.id, one]));
  return {
    project: {
      layers: project.layers.map((one) => placed.get(one.id) ?? one),
      versions: project.versions.map((one) => (one === version ? { ...one, media: picture } : one)),
      media: project.media.map((one) => (one.hash === picture ? { ...one, ...size } : one)),
    },
    canvas: { ...canvas, frame },
  };
}

export function sceneOf(
  project: Documents,
  canvas: Canvas,
  active: string | null,
  tools: SceneTools,
  instead: Instead | null = null,
): Scene {
  const found = bundlesWith(project, canvas, instead).map(({ group, sheets }) => ({
    id: group?.id ?? null,
    opacity: group?.opacity ?? 1,
    blend: group?.blend ?? ('pass-through' as const),
    sheets,
  }));
  const exact = isSteep(
    found.map(({ blend, sheets }) => ({ blend, layers: sheets.map(({ layer }) => layer) })),
  );
  const bundles = found.map(({ sheets, ...group }) => ({
    ...group,
    layers: sheets.map(({ layer, media, size, map }) => {
      const { first, full } = sourcesOf(media);
      const mask = layer.mask?.on ? layer.mask.hash : null;
      return {
        id: layer.id,
        source: {
          key: `${media.hash} ${mask ?? ''}${mask && exact ? ' exact' : ''}`,
          exact,
          first: tools.url(first),
          full: full && tools.url(full),
          mask: mask && tools.url(mask),
          onError: tools.onError,
        },
        size,
        map,
        opacity: layer.opacity,
        blend: layer.blend,
      };
    }),
  }));
  return { bundles, active };
}

/** The imported original by itself. */
export function originalOf(project: Project, canvas: Canvas, tools: SceneTools): Scene {
  const media = project.media.find((m) => m.hash === canvas.source);
  const layer = project.layers.find((l) => l.canvas === canvas.id);
  if (!media || !layer) return { bundles: [], active: null };
  const plain = {
    ...layer,
    opacity: 1,
    blend: 'normal' as const,
    mask: null,
    placement: null,
    visible: true,
  };
  const version = {
    ...project.versions.find((v) => v.id === layer.version)!,
    id: 'original',
    media: media.hash,
  };
  const alone = { ...project, layers: [{ ...plain, version: 'original' }], versions: [version] };
  const sheet = sheetOf(alone, { ...canvas, frame: canvasSize(project, canvas) }, alone.layers[0]!);
  if (!sheet) return { bundles: [], active: null };
  return sceneOf(alone, { ...canvas, groups: [], frame: canvasSize(project, canvas) }, null, tools);
}
