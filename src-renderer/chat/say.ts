/** Saying something to the studio, from the composer or a quick button. */
import { settled } from '../canvas/selecting.ts';
import { act } from '../state/ask.ts';
import { activeCanvas } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { keepPending } from '../tools/work/pending.ts';
import { studio } from '../transport/studio.ts';

/** Sends a message about the active canvas (or one that it was about before); answers whether it was taken. */
export async function say(text: string, about: string | null = null): Promise<boolean> {
  await keepPending();
  await settled();
  const { project } = useStore.getState();
  const there = project?.canvases.find((c) => c.id === about);
  const canvas = (there ?? activeCanvas(project))?.id ?? null;
  useStore.setState({ tinted: false }); // a pointer that still rests on a control must not hide what comes
  return (await act(studio().chat.send({ text, canvas }))) !== undefined;
}
