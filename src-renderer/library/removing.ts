/** Taking photos out of the project, as one action that can be undone. */
import { act } from '../state/ask.ts';
import { announce } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { studio } from '../transport/studio.ts';

export async function removePhotos(canvases: readonly string[]): Promise<void> {
  if (!canvases.length) return;
  if (await act(studio().canvas.removeAll({ canvases: [...canvases] })))
    announce(t.sheet.removed(canvases.length));
}
