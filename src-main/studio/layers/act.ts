/** One action on the layers of a canvas, and what holds for all of them. */
import {
  StudioError,
  canvasSize,
  frameOf,
  groundVersion,
  layersOn,
  lockOf,
  type Canvas,
  type Layer,
  type Said,
} from '../../contract/index.ts';
import type { Draft } from '../project/draft.ts';
import type { ActionRun } from '../project/store.ts';
import type { Session } from '../session/session.ts';

/** The canvas keeps its size whatever happens to its lowest layer, and no group stays empty. */
export function actOn(
  session: Session,
  canvas: Canvas,
  label: Said,
  change: (doc: Draft) => void,
  run?: ActionRun,
): void {
  const { store } = session;
  const frame = canvasSize(store.snapshot(), canvas);
  store.act(
    label,
    (doc) => {
      const ground = frameIn(doc, canvas.id);
      change(doc);
      const row = doc.canvases.get(canvas.id);
      if (!row) throw gone();
      keepRegions(doc, canvas.id, ground);
      const now = { layers: inOrder(doc, canvas.id), versions: doc.versions.all(), media: doc.media.all() };
      const { width, height } = canvasSize(now, row);
      const kept = width === frame.width && height === frame.height ? row.frame : frame;
      const groups = row.groups.filter((g) => now.layers.some((l) => l.group === g.id));
      if (kept !== row.frame || groups.length !== row.groups.length)
        doc.canvases.put({ ...row, frame: kept, groups });
    },
    run,
  );
  session.dropMisfits();
}

/** The geometry that a canvas has. */
function frameIn(doc: Draft, canvas: string): string | undefined {
  const versions = doc.versions.all();
  const ground = groundVersion({ layers: doc.layers.all(), versions, media: [] }, canvas);
  return ground && frameOf(versions, ground);
}

/** Named regions stay where they are when another layer is the lowest: nothing has moved. */
function keepRegions(doc: Draft, canvas: string, before: string | undefined): void {
  const frame = frameIn(doc, canvas);
  if (!frame || frame === before) return;
  for (const region of doc.regions.all()) {
    const shape = region.canvas === canvas && region.shapes.find((one) => one.frame === before);
    if (!shape) continue;
    const others = region.shapes.filter((one) => one.frame !== frame);
    doc.regions.put({ ...region, shapes: [...others, { ...shape, frame }] });
  }
}

/** @throws StudioError 'wrong-use' */
export function refuseLocked(canvas: Canvas, layer: Layer): void {
  const lock = lockOf(canvas, layer);
  if (lock)
    throw new StudioError('wrong-use', `${lock.name} is locked.`, 'Unlock it in the layers panel first.');
}

export const gone = () => new StudioError('cancelled', 'The layer was taken away meanwhile.');

export const inOrder = (doc: Draft, canvas: string): Layer[] =>
  layersOn({ layers: doc.layers.all(), versions: [], media: [] }, canvas);

/** A place between a layer and the one above it. */
export function orderAbove(doc: Draft, below: string): number {
  const layer = doc.layers.get(below);
  if (!layer) return 0;
  const above = inOrder(doc, layer.canvas).find((l) => l.order > layer.order);
  return above ? (layer.order + above.order) / 2 : layer.order + 1;
}

/** The place and the group of a layer that is put above another: beside a locked group, not in it. */
export function placeAbove(
  doc: Draft,
  canvas: Canvas,
  below: string,
): { order: number; group: string | null } {
  const group = doc.layers.get(below)?.group ?? null;
  if (!canvas.groups.some((one) => one.id === group && one.locked))
    return { order: orderAbove(doc, below), group };
  const top = inOrder(doc, canvas.id).findLast((layer) => layer.group === group)!;
  return { order: orderAbove(doc, top.id), group: null };
}
