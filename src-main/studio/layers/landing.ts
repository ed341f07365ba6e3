/** What else changes when a plan has run on a layer: where it and the others lie, its mask, what was found on it. */
import {
  layersOn,
  undoing,
  type Affine,
  type Canvas,
  type Extent,
  type Layer,
  type LayerMask,
  type Placement,
  type Plan,
  type Project,
  type Region,
  type Sheet,
} from '../../contract/index.ts';
import type { Draft } from '../project/draft.ts';
import type { StepOutcome } from '../work/execute.ts';
import type { Bench, Found } from '../work/picture.ts';
import type { Composer } from './composer.ts';
import { frameAfter, movementOf, othersAfter, placedAfter } from './follow.ts';

/** A layer in focus, on its canvas of a size. */
export type Focus = Sheet & { canvas: Canvas; frame: Extent };

export interface Landing {
  /** On the canvas. */
  found: (Found & { region: Region }) | undefined;
  moved: StepOutcome['moved'];
  movement?: { movement: Affine; size: Extent; placement: Placement };
  mask?: LayerMask;
}

/** Whether anything has to follow when an edit moves the pixels of this layer. */
export const isLayered = (project: Project, { layer, still, canvas }: Focus): boolean =>
  !still || layer.mask !== null || layersOn(project, canvas.id).length > 1;

export async function landingOf(
  sheet: Focus,
  plan: Plan,
  outcomes: readonly StepOutcome[],
  composer: Composer,
  bench: Bench,
  signal: AbortSignal,
): Promise<Landing> {
  const onCanvas = async <F extends Found>(mask: F | undefined): Promise<F | undefined> => {
    if (!mask || sheet.still) return mask;
    return { ...mask, ...(await composer.onto(mask, undoing(sheet.map), sheet.frame, signal)) };
  };
  const landing: Landing = {
    found: await onCanvas(outcomes.findLast((outcome) => outcome.found)?.found),
    moved: await onCanvas(outcomes.findLast((outcome) => outcome.moved)?.moved),
  };
  const picture = outcomes.findLast((outcome) => outcome.picture)?.picture;
  const movement = movementOf(plan, outcomes);
  if (!picture || !movement) return landing;
  const size = { width: picture.width ?? 1, height: picture.height ?? 1 };
  const placement = placedAfter(sheet, plan, movement, size);
  landing.movement = { movement, size, placement };
  const { mask } = sheet.layer;
  if (mask) {
    const file = await bench.mediaFile(mask.hash);
    landing.mask = { ...mask, hash: (await composer.onto(file, undoing(movement), size, signal)).hash! };
  }
  return landing;
}

/** The layer as the plan left it; the others too where the canvas went with it: that is what the lowest layer does. */
export function land(
  doc: Draft,
  start: Focus & { ground: boolean },
  layer: Layer,
  { movement: moved, mask }: Landing,
): void {
  const masked = mask ? { ...layer, mask } : layer;
  if (!moved) return doc.layers.put(masked);
  if (!start.ground) return doc.layers.put({ ...masked, placement: moved.placement });
  const rows = { layers: doc.layers.all(), versions: doc.versions.all(), media: doc.media.all() };
  const canvas = doc.canvases.get(start.canvas.id)!;
  doc.layers.put({ ...masked, placement: null });
  for (const other of othersAfter(rows, canvas, layer.id, moved.movement)) doc.layers.put(other);
  doc.canvases.put({ ...canvas, frame: frameAfter(rows, canvas, layer.id, moved.size) });
}
