/** What the studio does to itself when it is asked in words. */
import { missingCase, say, type Said, type Region, type Turn } from '../../contract/index.ts';
import type { Session } from '../session/session.ts';
import type { Selections } from './selection.ts';

const wholePicture: Region = {
  parts: [
    {
      kind: 'polygon',
      points: [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      sign: '+',
    },
  ],
};

/** Does it, and says what was done. */
export async function perform(
  action: NonNullable<Turn['action']>,
  canvas: string | null,
  session: Session,
  selections: Selections,
  signal: AbortSignal,
): Promise<Said> {
  const { store } = session;
  switch (action) {
    case 'undo': {
      const label = store.snapshot().undo;
      if (label === null) return 'There is nothing to undo.';
      session.undo();
      return say('undone', label);
    }
    case 'redo': {
      const label = store.snapshot().redo;
      if (label === null) return 'There is nothing to redo.';
      session.redo();
      return say('redone', label);
    }
    case 'deselect':
      if (canvas) await selections.set(canvas, null, signal);
      return 'Nothing is selected now.';
    case 'select-all':
      if (!canvas) return 'Open a picture first.';
      await selections.set(canvas, wholePicture, signal);
      return 'Everything is selected.';
    case 'invert-selection': {
      const current = canvas && session.focus(canvas).canvas.selection;
      if (!canvas || !current) return 'Nothing is selected yet. Click on a thing first.';
      await selections.set(canvas, { ...current.region, inverted: !current.region.inverted }, signal);
      return 'Everything else is selected now.';
    }
    default:
      return missingCase(action);
  }
}
