/** What becomes of the layers of a canvas when an edit sends the pixels of one of them elsewhere. */
import {
  chained,
  canvasSize,
  layersOn,
  placementOf,
  sheetOf,
  undoing,
  type Affine,
  type Canvas,
  type Extent,
  type Layer,
  type Placement,
  type Plan,
  type Project,
  type Sheet,
} from '../../contract/index.ts';
import type { StepOutcome } from '../work/execute.ts';

/** Where the last picture of a plan came from the first: every step on its way; `null` when nothing moved. */
export function movementOf(plan: Plan, outcomes: readonly StepOutcome[]): Affine | null {
  let map: Affine | null = null;
  let step = outcomes.findLastIndex((outcome) => outcome.picture);
  while (step >= 0) {
    const own = outcomes[step]?.map;
    if (own) map = map ? chained(own, map) : own;
    const { input } = plan.steps[step]!;
    step = input.from === 'step' ? input.step : -1;
  }
  return map;
}

/** These turn or scale a layer about its middle; the others leave its pixels where they were. */
const aboutMiddle = new Set(['rotate', 'flip', 'resize']);

/** The layer's own placement after an edit that made its picture `size`. */
export function placedAfter(sheet: Sheet, plan: Plan, movement: Affine, size: Extent): Placement {
  const still = plan.steps.every(({ invocation }) => aboutMiddle.has(invocation.command));
  if (still) return sheet.layer.placement ?? placementOf(sheet.map, sheet.size);
  return placementOf(chained(undoing(movement), sheet.map), size);
}

/** The other layers of a canvas after all of it was sent elsewhere. */
export function othersAfter(
  project: Pick<Project, 'layers' | 'versions' | 'media'>,
  canvas: Canvas,
  edited: string,
  movement: Affine,
): Layer[] {
  return layersOn(project, canvas.id).flatMap((layer) => {
    const sheet = layer.id === edited ? undefined : sheetOf(project, canvas, layer);
    if (!sheet) return [];
    return [{ ...layer, placement: placementOf(chained(sheet.map, movement), sheet.size) }];
  });
}

/** The frame to keep with a canvas whose size has changed; `null` where its lowest layer says it by itself. */
export function frameAfter(
  project: Pick<Project, 'layers' | 'versions' | 'media'>,
  canvas: Canvas,
  edited: string,
  size: Extent,
): Canvas['frame'] {
  const [lowest] = layersOn(project, canvas.id);
  const alone = canvas.frame === null && lowest?.id === edited;
  const { width, height } = canvasSize(project, canvas);
  if (alone || (canvas.frame === null && width === size.width && height === size.height)) return null;
  return size;
}
