/** What a click can do about a failure. */
import type { Message } from '../../src-main/contract/document.ts';
import type { Failure } from '../../src-main/contract/result.ts';
import { changeSelection } from '../canvas/selecting.ts';
import { act } from '../state/ask.ts';
import { useStore } from '../state/store.ts';
import { studio } from '../transport/studio.ts';
import { writeMessage } from './focus.ts';
import { say } from './say.ts';

export interface Remedy {
  name: 'subject' | 'rephrase' | 'retry' | 'settings';
  act(): unknown;
}

/** The words that a message answers. */
export function wordsBefore(messages: readonly Message[], id: string): string | null {
  const at = messages.findIndex((m) => m.id === id);
  const said = messages.slice(0, Math.max(0, at)).filter((m) => m.role === 'user');
  return said.at(-1)?.text ?? null;
}

export function remediesFor(failure: Failure, message: Message): Remedy[] {
  const { project, sheet } = useStore.getState();
  const words = wordsBefore(project?.messages ?? [], message.id);
  const open =
    !sheet && (message.canvas === null ? !message.photos.length : message.canvas === project?.active);
  const rephrase: Remedy[] = words === null ? [] : [{ name: 'rephrase', act: () => writeMessage(words) }];
  const retry: Remedy[] = message.plan
    ? [{ name: 'retry', act: () => act(studio().chat.run({ message: message.id })) }]
    : [];
  switch (failure.code) {
    case 'needs-region':
      // The one that is open is the one that a selection can be made in.
      return words !== null && open
        ? [{ name: 'subject', act: () => withSubject(words) }, ...rephrase]
        : rephrase;
    case 'not-understood':
      return rephrase;
    case 'crashed':
      return retry;
    // The settings say how much memory and which folder are used.
    case 'out-of-memory':
    case 'no-space':
      return [...retry, { name: 'settings', act: () => useStore.setState({ dialog: 'settings' }) }];
    default:
      return [];
  }
}

/** Selects the main thing, then says it again: now "this" means something. */
async function withSubject(words: string) {
  await changeSelection(() => ({ parts: [{ kind: 'words', text: 'subject' }] }));
  await say(words);
}
