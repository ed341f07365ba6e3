/** Looking for words in the thread: the browser's own search sees only what is on the page. */
import type { Message } from '../../src-main/contract/document.ts';
import { chipsOf, titleOf } from './args.ts';

/** All that a message shows in words. */
function wordsOf({ text, plan, error, steps, photos }: Message): string {
  const states = [...steps, ...photos.map(({ state }) => state)];
  const failed = states.flatMap((s) => (s.state === 'failed' ? [s.error.message] : []));
  const names = photos.map(({ name }) => name);
  const chips = (plan?.steps ?? []).flatMap((s) => chipsOf(s.invocation).map((c) => `${c.label} ${c.value}`));
  return [text, plan && titleOf(plan), ...chips, error?.message, ...names, ...failed]
    .filter(Boolean)
    .join('\n');
}

/** The messages that hold the words in any case, oldest first. */
export function found(messages: readonly Message[], words: string): string[] {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return [];
  return messages.filter((m) => wordsOf(m).toLowerCase().includes(wanted)).map((m) => m.id);
}
