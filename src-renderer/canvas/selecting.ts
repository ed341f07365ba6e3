/** Asks the studio what a region covers. The newest wish wins. */
import { create } from 'zustand';
import type { Canvas, Selection } from '../../src-main/contract/document.ts';
import { frameOf } from '../../src-main/contract/frame.ts';
import type { Region } from '../../src-main/contract/region.ts';
import { announce, newestNotice, notify, outlive, useStore } from '../state/store.ts';
import { activeCanvas, layersOf } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { clockSpan, percent } from '../strings/format.ts';
import type { Gesture } from '../tools/tool.ts';
import { studio } from '../transport/studio.ts';
import { moved, remembered, type Past } from './past.ts';
import { join, needsMask, type Ground } from './region.ts';

let newest = 0;

/** The selections of the canvas that was pointed at last. */
export const usePast = create<{ past: Past | null }>()(() => ({ past: null }));

/** What is selected or being looked up on a canvas: the ground for the next gesture. */
export function wishedRegion(canvas: Canvas): Region | null {
  const { pending } = useStore.getState();
  return pending?.canvas === canvas.id ? pending.region : (canvas.selection?.region ?? null);
}

/** The same with its mask, as far as it is known by now. */
function groundOf(canvas: Canvas): Ground | null {
  const region = wishedRegion(canvas);
  const known = useStore.getState().pending?.canvas !== canvas.id;
  return region && { region, mask: known ? (canvas.selection?.mask ?? null) : null };
}

const active = () => activeCanvas(useStore.getState().project);

/** Waits until what was pointed at has been looked up. */
export function settled(): Promise<void> {
  if (!useStore.getState().pending) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useStore.subscribe(({ pending }) => {
      if (pending) return;
      stop();
      resolve();
    });
  });
}

/** Joins a gesture to the active canvas' selection, and says so where it can't be. */
export async function joinGesture(gesture: Gesture): Promise<void> {
  const canvas = active();
  if (canvas && needsMask(wishedRegion(canvas), gesture.mode)) await settled();
  return changeSelection((region, ground) => {
    const next = join(ground, gesture);
    if (next === region) {
      notify('info', { code: 'needs-region', message: t.canvas.minusNeedsPlus });
      announce(t.canvas.minusNeedsPlus);
    }
    return next;
  });
}

/** Where a canvas' selection lies: its picture and the geometry that it has now. */
function placeOf(canvas: Canvas): { canvas: string; frame: string } {
  const { project } = useStore.getState();
  const version = project && layersOf(project, canvas.id)[0]?.version;
  return { canvas: canvas.id, frame: project && version ? frameOf(project.versions, version) : '' };
}

/** Goes back to the selection before this one, or forward again. */
export async function stepSelection(by: -1 | 1): Promise<void> {
  const step = moved(usePast.getState().past, by);
  if (!step || !canStep(by)) return;
  usePast.setState({ past: step.past });
  await change(() => step.region, false);
}

export function canStep(by: -1 | 1): boolean {
  const canvas = active();
  const { past } = usePast.getState();
  if (!canvas || past?.canvas !== canvas.id || past.frame !== placeOf(canvas).frame) return false;
  return moved(past, by) !== null;
}

type Change = (region: Region | null, ground: Ground | null) => Region | null;

/** Changes the active canvas' region; a change to the same value does nothing. */
export const changeSelection = (make: Change): Promise<void> => change(make, true);

async function change(make: Change, remember: boolean): Promise<void> {
  const canvas = active();
  if (!canvas) return;
  const before = wishedRegion(canvas);
  const region = make(before, groundOf(canvas));
  if (region === before) return;
  const turn = ++newest;
  const earlier = newestNotice();
  if (remember) usePast.setState(({ past }) => ({ past: remembered(past, placeOf(canvas), before, region) }));
  useStore.setState({ tinted: false, pending: { canvas: canvas.id, region } });
  const result = await studio().selection.set({ canvas: canvas.id, region });
  if (turn !== newest) return; // a newer wish is on its way
  useStore.setState(({ project }) => ({
    pending: null,
    // The answer may be here before the project's event: show it at once.
    ...(result.ok &&
      project && {
        project: {
          ...project,
          canvases: project.canvases.map((c) => (c.id === canvas.id ? { ...c, selection: result.value } : c)),
        },
      }),
  }));
  if (result.ok) {
    outlive(earlier);
    announce(spoken(result.value));
  } else if (result.error.code !== 'cancelled') notify('error', result.error);
}

/** A selection as it is told to screen readers. */
export function spoken(selection: Selection | null): string {
  if (!selection) return t.selection.cleared;
  const { region, area } = selection;
  if (region.time) return `${t.time.range(...clockSpan(region.time))}.`;
  return area ? t.selection.made(percent(area)) : t.selection.nothing;
}
