/** Asks the studio what a region covers. The newest wish wins. */
import type { Canvas, Selection } from '../../src-main/contract/document.ts';
import type { Region } from '../../src-main/contract/region.ts';
import { announce, newestNotice, notify, outlive, useStore } from '../state/store.ts';
import { activeCanvas } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { clockSpan, percent } from '../strings/format.ts';
import { studio } from '../transport/studio.ts';

let newest = 0;

/** What is selected or being looked up on a canvas: the ground for the next gesture. */
export function wishedRegion(canvas: Canvas): Region | null {
  const { pending } = useStore.getState();
  return pending?.canvas === canvas.id ? pending.region : (canvas.selection?.region ?? null);
}

/** Changes the active canvas' region; a change to the same value does nothing. */
export async function changeSelection(change: (region: Region | null) => Region | null): Promise<void> {
  const canvas = activeCanvas(useStore.getState().project);
  if (!canvas) return;
  const before = wishedRegion(canvas);
  const region = change(before);
  if (region === before) return;
  const turn = ++newest;
  const earlier = newestNotice();
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
