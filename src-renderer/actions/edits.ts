/** Every edit of the engine as something to choose: the palette and the chat's `/` list read it. */
import { imageEdits, type ImageEditName } from '../../src-main/contract/invocation.ts';
import { writeMessage } from '../chat/focus.ts';
import { say } from '../chat/say.ts';
import { selectionOf } from './action.ts';
import { useStore } from '../state/store.ts';
import { phrases, type Phrase } from '../strings/phrases.ts';

export interface Edit extends Phrase {
  command: ImageEditName;
}

export const edits: readonly Edit[] = (Object.keys(imageEdits) as ImageEditName[]).map((command) => ({
  command,
  ...phrases[command],
}));

/** Says it when it says just what is meant, else writes it into the chat. "This" without a selection waits there, too. */
export function performEdit(command: ImageEditName): void {
  const { text, whole } = phrases[command];
  const pointless = /\bthis\b/.test(text) && !selectionOf(useStore.getState());
  if (whole && !pointless) void say(text);
  else writeMessage(text);
}
