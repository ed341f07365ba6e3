/** What was said before, under the arrow keys of the box. */
import type { Message } from '../../src-main/contract/document.ts';

/** The person's own words, newest first, nothing twice in a row. */
export function saidBefore(messages: readonly Message[]): string[] {
  const said = messages.filter((m) => m.role === 'user' && m.text.trim() !== '').map((m) => m.text);
  return said.filter((text, i) => text !== said[i + 1]).reverse();
}

/**
 * Where an arrow leads: `index` counts back from the newest (0), −1 is what was being written. `null`: nowhere.
 */
export function recall(said: readonly string[], index: number, key: string): number | null {
  if (key === 'ArrowUp') return index + 1 < said.length ? index + 1 : null;
  if (key === 'ArrowDown') return index >= 0 ? index - 1 : null;
  return null;
}
