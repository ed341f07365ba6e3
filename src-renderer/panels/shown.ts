/** Which panels make sense now. */
import type { State } from '../state/store.ts';
import { panelOrder, type PanelId } from './ids.ts';

/** All of them beside a picture. The history is the project's: it is there without one, and beside the sheet of all. */
export function panelsFor({ project, sheet }: Pick<State, 'project' | 'sheet'>): readonly PanelId[] {
  if (!project) return none;
  if (project.canvases.length > 0 && !sheet) return panelOrder;
  return project.canvases.length + project.history.length > 0 ? historyAlone : none;
}

// The same arrays each time: what React compares.
const none: readonly PanelId[] = [];
const historyAlone: readonly PanelId[] = ['history'];
