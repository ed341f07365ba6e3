/** Pictures pasted into the message box: they join the project and are named in the text. */
import { act } from '../state/ask.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { studio } from '../transport/studio.ts';

/**
 * Imports files while the picture that is being spoken about stays open; answers with words that name them.
 * `null`: nothing came in (the reason has been shown), or they are the project's first.
 */
export async function attach(files: readonly File[]): Promise<string | null> {
  const before = useStore.getState().project?.active ?? null;
  const imported = await act(studio().importFiles(files));
  if (!imported || !before) return null;
  await act(studio().canvas.activate({ canvas: before }));
  const { project } = useStore.getState();
  const names = imported.canvases.flatMap((id) => project?.canvases.find((c) => c.id === id)?.name ?? []);
  return names.length ? names.map(t.chat.photoNamed).join(', ') : null;
}
