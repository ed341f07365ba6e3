/** Saying something to the studio, from the composer or a quick button. */
import type { Message } from '../../src-main/contract/document.ts';
import { settled } from '../canvas/selecting.ts';
import { act } from '../state/ask.ts';
import { useStore } from '../state/store.ts';
import { keepPending } from '../tools/work/pending.ts';
import { studio } from '../transport/studio.ts';
import { targetOf } from './target.ts';

/** What a message was about: to say it again about the same. */
export const aboutOf = ({ canvas, photos }: Message): string[] =>
  canvas ? [canvas] : photos.map((photo) => photo.canvas);

/** Sends a message about its target (or what it was about before, as far as that is there); answers whether it was taken. */
export async function say(text: string, about: readonly string[] = []): Promise<boolean> {
  await keepPending();
  await settled();
  const state = useStore.getState();
  const there = about.filter((id) => state.project?.canvases.some((c) => c.id === id));
  const [first, ...others] = there.length ? there : targetOf(state).canvases.map(({ id }) => id);
  useStore.setState({ tinted: false }); // a pointer that still rests on a control must not hide what comes
  const photos = others.length ? [first!, ...others] : undefined;
  return (
    (await act(studio().chat.send({ text, canvas: photos ? null : (first ?? null), photos }))) !== undefined
  );
}
