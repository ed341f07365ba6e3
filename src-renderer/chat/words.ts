/** What a message says in words, in the language in use. */
import type { Message } from '../../src-main/contract/document.ts';
import { planSaid, tell } from '../../src-main/contract/said.ts';
import { named, sentence } from '../strings/sentences.ts';

/** Older projects have what a plan's card shows as a text, too. */
const repeatsCard = ({ text, plan }: Message): boolean =>
  plan !== null && text.toLowerCase() === tell(planSaid(plan)).toLowerCase();

/** A person's own words as they are; what the studio said in words that one can read; '' where its card says it all. */
export function wordsOf(message: Message): string {
  const { role, text, said } = message;
  if (role === 'user') return text;
  return repeatsCard(message) ? '' : sentence(said === null ? text : named(said));
}
