/** What a message will be about. Nothing is edited that isn't on screen or named in the message box. */
import { useMemo } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import { activeCanvas } from '../state/select.ts';
import { useStore, type State } from '../state/store.ts';

export interface Target {
  /** One picture, clip or sound; or several photos; or none. */
  canvases: readonly Canvas[];
  /** It isn't what one looks at, so that it has to be said. */
  named: boolean;
  /** It was chosen in the sheet. */
  chosen: boolean;
}

/** In the sheet, what is selected there (of several only the photos), else the picture that is open. */
export function targetOf({ project, sheet, picked }: Pick<State, 'project' | 'sheet' | 'picked'>): Target {
  const open = activeCanvas(project);
  const canvases = open ? [open] : [];
  if (!project || !sheet || !canvases.length) return { canvases, named: false, chosen: false };
  const chosen = project.canvases.filter(({ id }) => picked.ids.includes(id));
  if (!chosen.length) return { canvases, named: true, chosen: false };
  const photos = chosen.filter(({ kind }) => kind === 'image');
  return { canvases: chosen.length > 1 ? photos : chosen, named: true, chosen: true };
}

export function useTarget(): Target {
  const project = useStore((s) => s.project);
  const sheet = useStore((s) => s.sheet);
  const picked = useStore((s) => s.picked);
  return useMemo(() => targetOf({ project, sheet, picked }), [project, sheet, picked]);
}
