/** What a canvas shows: its layers from the lowest to the topmost, as both the page and the engine lay them. */
import type { Canvas, Layer, Project, Version } from './document.ts';
import type { Group } from './layers.ts';
import type { Media } from './media.ts';
import { affineOf, isIdentity, type Affine, type Extent } from './placing.ts';

type Documents = Pick<Project, 'layers' | 'versions' | 'media'>;

/** A layer with what it shows. */
export interface Sheet {
  layer: Layer;
  version: Version;
  media: Media;
  size: Extent;
  /** From the layer's pixels to the canvas'. */
  map: Affine;
  /** Whether that leaves every pixel in its place. */
  still: boolean;
}

/** Sheets that lie next to each other and share a group, or one without a group. */
export interface Bundle {
  group: Group | null;
  sheets: Sheet[];
}

const byOrder = (a: Layer, b: Layer): number => a.order - b.order;

/** From the lowest to the topmost. */
export const layersOn = (project: Documents, canvas: string): Layer[] =>
  project.layers.filter((layer) => layer.canvas === canvas).sort(byOrder);

export function shownOf(project: Documents, layer: Layer): { version: Version; media: Media } | undefined {
  const version = project.versions.find((v) => v.id === layer.version);
  const media = version && project.media.find((m) => m.hash === version.media);
  return version && media && { version, media };
}

const sizeOf = ({ width = 1, height = 1 }: Media): Extent => ({ width, height });

/** The canvas' size in pixels. */
export function canvasSize(project: Documents, canvas: Canvas): Extent {
  if (canvas.frame) return canvas.frame;
  const [lowest] = layersOn(project, canvas.id);
  const media =
    (lowest && shownOf(project, lowest)?.media) ?? project.media.find((m) => m.hash === canvas.source);
  return media ? sizeOf(media) : { width: 1, height: 1 };
}

/** The version that gives the canvas its geometry: what its lowest layer shows. */
export const groundVersion = (project: Documents, canvas: string): string | undefined =>
  layersOn(project, canvas)[0]?.version;

/** The layer that edits go to: the one chosen, else the topmost. */
export function activeLayer(project: Documents, canvas: Canvas): Layer | undefined {
  const layers = layersOn(project, canvas.id);
  return layers.find((layer) => layer.id === canvas.view.layer) ?? layers.at(-1);
}

/** What keeps a layer from being edited: it itself, or its group; `null` when nothing does. */
export function lockOf({ groups }: Pick<Canvas, 'groups'>, layer: Layer): Layer | Group | null {
  if (layer.locked) return layer;
  return groups.find((group) => group.id === layer.group && group.locked) ?? null;
}

export function sheetOf(project: Documents, canvas: Canvas, layer: Layer): Sheet | undefined {
  const shown = shownOf(project, layer);
  if (!shown) return undefined;
  const size = sizeOf(shown.media);
  const map = affineOf(layer.placement, size, canvasSize(project, canvas));
  return { layer, ...shown, size, map, still: isIdentity(map) };
}

/** What is seen of a canvas, from the lowest: hidden layers and groups are left out. */
export function bundlesOf(project: Documents, canvas: Canvas): Bundle[] {
  const bundles: Bundle[] = [];
  for (const layer of layersOn(project, canvas.id)) {
    const group = canvas.groups.find((g) => g.id === layer.group) ?? null;
    const sheet = sheetOf(project, canvas, layer);
    if (!sheet || !layer.visible || group?.visible === false) continue;
    const last = bundles.at(-1);
    if (group && last?.group?.id === group.id) last.sheets.push(sheet);
    else bundles.push({ group, sheets: [sheet] });
  }
  return bundles;
}

/** Whether a layer is shown as it is: nothing has to be composed to see it. */
export const isPlain = ({ layer, still }: Sheet): boolean =>
  still && layer.opacity === 1 && layer.blend === 'normal' && !layer.mask?.on;

/** The one picture that a canvas shows, where that is a layer's own. */
export function plainPicture(bundles: readonly Bundle[]): Media | undefined {
  const [only, ...others] = bundles;
  if (!only || others.length || only.sheets.length !== 1 || (only.group && only.group.opacity < 1))
    return undefined;
  const [sheet] = only.sheets;
  return sheet && isPlain(sheet) ? sheet.media : undefined;
}
