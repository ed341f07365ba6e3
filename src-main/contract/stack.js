import { affineOf, isIdentity } from './placing.ts';
const byOrder = (a, b) => a.order - b.order;
/** From the lowest to the topmost. */
export const layersOn = (project, canvas) =>
  project.layers.filter((layer) => layer.canvas === canvas).sort(byOrder);
export function shownOf(project, layer) {
  const version = project.versions.find((v) => v.id === layer.version);
  const media = version && project.media.find((m) => m.hash === version.media);
  return version && media && { version, media };
}
const sizeOf = ({ width = 1, height = 1 }) => ({ width, height });
/** The canvas' size in pixels. */
export function canvasSize(project, canvas) {
  if (canvas.frame) return canvas.frame;
  const [lowest] = layersOn(project, canvas.id);
  const media =
    (lowest && shownOf(project, lowest)?.media) ?? project.media.find((m) => m.hash === canvas.source);
  return media ? sizeOf(media) : { width: 1, height: 1 };
}
/** The version that gives the canvas its geometry: what its lowest layer shows. */
export const groundVersion = (project, canvas) => layersOn(project, canvas)[0]?.version;
/** The layer that edits go to: the one chosen, else the topmost. */
export function activeLayer(project, canvas) {
  const layers = layersOn(project, canvas.id);
  return layers.find((layer) => layer.id === canvas.view.layer) ?? layers.at(-1);
}
export function sheetOf(project, canvas, layer) {
  const shown = shownOf(project, layer);
  if (!shown) return undefined;
  const size = sizeOf(shown.media);
  const map = affineOf(layer.placement, size, canvasSize(project, canvas));
  return { layer, ...shown, size, map, still: isIdentity(map) };
}
/** What is seen of a canvas, from the lowest: hidden layers and groups are left out. */
export function bundlesOf(project, canvas) {
  const bundles = [];
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
export const isPlain = ({ layer, still }) =>
  still && layer.opacity === 1 && layer.blend === 'normal' && !layer.mask?.on;
/** The one picture that a canvas shows, where that is a layer's own. */
export function plainPicture(bundles) {
  const [only, ...others] = bundles;
  if (!only || others.length || only.sheets.length !== 1 || (only.group && only.group.opacity < 1))
    return undefined;
  const [sheet] = only.sheets;
  return sheet && isPlain(sheet) ? sheet.media : undefined;
}
