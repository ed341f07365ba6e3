/** Looking for words in the thread: the browser's own search sees only what is on the page. */
import type { Message } from '../../src-main/contract/document.ts';
import { inWords } from '../strings/sentences.ts';
import { chipsOf, titleOf } from './args.ts';
import { wordsOf } from './words.ts';

/** All that a message shows in words. */
function shownBy(message: Message): string {
  const { plan, error, steps, photos } = message;
  const states = [...steps, ...photos.map(({ state }) => state)];
  const failed = states.flatMap((s) => (s.state === 'failed' ? [inWords(s.error).message] : []));
  const names = photos.map(({ name }) => name);
  const chips = (plan?.steps ?? []).flatMap((s) => chipsOf(s.invocation).map((c) => `${c.label} ${c.value}`));
  return [
    wordsOf(message),
    plan && titleOf(plan),
    ...chips,
    error && inWords(error).message,
    ...names,
    ...failed,
  ]
    .filter(Boolean)
    .join('\n');
}

/** The messages that hold the words in any case, oldest first. */
export function found(messages: readonly Message[], words: string): string[] {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return [];
  return messages.filter((m) => shownBy(m).toLowerCase().includes(wanted)).map((m) => m.id);
}
