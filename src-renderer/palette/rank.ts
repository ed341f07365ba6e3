/** Which entries fit what was typed, in which order. */
import type { Entry, EntryGroup } from './entries.ts';
import { fit } from './fuzzy.ts';

export interface Ranked extends Entry {
  /** Indices of letters in the label that were typed. */
  at: readonly number[];
}

const order: readonly EntryGroup[] = ['recent', 'actions', 'edits', 'photos', 'versions', 'projects'];
/** More than these nobody reads. */
const MOST = 60;
/** What was used last comes before what fits a little better. */
const LAST = 15;

/**
 * Without a query: what was chosen last, then everything, group by group. With one: the groups in the order of their
 * best fit, the best first in each.
 */
export function rank(entries: readonly Entry[], query: string, last: readonly string[]): Ranked[] {
  if (!query.trim()) {
    const recent = last.flatMap((id) => entries.filter((entry) => entry.id === id)).slice(0, 6);
    const others = entries.filter((entry) => !recent.includes(entry));
    return [...recent.map((entry) => ({ ...entry, group: 'recent' as const })), ...others]
      .map((entry) => ({ ...entry, at: [] }))
      .slice(0, MOST);
  }
  const fitting = entries.flatMap((entry) => {
    const found = fit(query, entry.label, entry.words);
    if (!found) return [];
    return [{ entry: { ...entry, at: found.at }, score: found.score + (last.includes(entry.id) ? LAST : 0) }];
  });
  const best = (group: EntryGroup) =>
    Math.max(-Infinity, ...fitting.filter(({ entry }) => entry.group === group).map(({ score }) => score));
  const groups = [...order].sort((a, b) => best(b) - best(a) || order.indexOf(a) - order.indexOf(b));
  return groups
    .flatMap((group) =>
      fitting.filter(({ entry }) => entry.group === group).sort((a, b) => b.score - a.score),
    )
    .map(({ entry }) => entry)
    .slice(0, MOST);
}
