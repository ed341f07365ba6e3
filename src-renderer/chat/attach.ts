/** Pictures pasted or dropped into the chat: they join the project and are named in the message. */
import { act } from '../state/ask.ts';
import { announce, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { photoPhrase } from '../strings/phrases.ts';
import { studio } from '../transport/studio.ts';
import { composer, writeMessage } from './focus.ts';

/**
 * Imports files while the picture that is being spoken about stays open, and names them in the message box. Where
 * nothing was open, they are what is spoken about and need no name.
 */
export async function attach(files: readonly File[]): Promise<void> {
  const before = useStore.getState().project?.active ?? null;
  const imported = await act(studio().importFiles(files));
  if (!imported || !before) return;
  await act(studio().canvas.activate({ canvas: before }));
  const { project } = useStore.getState();
  const names = imported.canvases.flatMap((id) => project?.canvases.find((c) => c.id === id)?.name ?? []);
  if (!names.length) return;
  const words = names.map(photoPhrase).join(' and ');
  writeMessage(`${composer.current?.value.trimEnd() ?? ''} ${words}`.trimStart());
  announce(names.map(t.chat.photoDropped).join(' '));
}
