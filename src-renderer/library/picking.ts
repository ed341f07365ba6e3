/** Choosing several of a list with clicks and keys, as file managers do. Pure. */

export interface Picked {
  ids: readonly string[];
  /** Where a range begins, and where the keyboard is. */
  anchor: string | null;
  at: string | null;
}
export const none: Picked = { ids: [], anchor: null, at: null };

export type Manner = 'only' | 'toggle' | 'range';

/** The choice after `id` was pointed at. A range goes from the anchor to it and leaves the anchor where it is. */
export function pick(list: readonly string[], picked: Picked, id: string, manner: Manner): Picked {
  switch (manner) {
    case 'toggle': {
      const ids = picked.ids.includes(id) ? picked.ids.filter((other) => other !== id) : [...picked.ids, id];
      return { ids, anchor: id, at: id };
    }
    case 'range': {
      const from = list.indexOf(picked.anchor ?? id);
      const to = list.indexOf(id);
      if (from < 0) return { ids: [id], anchor: id, at: id };
      return {
        ids: list.slice(Math.min(from, to), Math.max(from, to) + 1),
        anchor: picked.anchor ?? id,
        at: id,
      };
    }
    default:
      return { ids: [id], anchor: id, at: id };
  }
}

/** Without what is no longer in the list. */
export function keep(list: readonly string[], picked: Picked): Picked {
  const there = (id: string | null) => (id !== null && list.includes(id) ? id : null);
  if (picked.ids.every((id) => list.includes(id)) && there(picked.at) === picked.at) return picked;
  return {
    ids: picked.ids.filter((id) => list.includes(id)),
    anchor: there(picked.anchor),
    at: there(picked.at),
  };
}

/** Where an arrow leads in rows of `columns`; an end is an end. */
export function step(
  list: readonly string[],
  at: string | null,
  key: string,
  columns: number,
): string | null {
  const last = list.length - 1;
  const from = at === null ? -1 : list.indexOf(at);
  if (last < 0) return null;
  if (from < 0) return key === 'End' ? list[last]! : /^(Arrow|Home)/.test(key) ? list[0]! : null;
  const to = {
    ArrowRight: from + 1,
    ArrowLeft: from - 1,
    ArrowDown: from + columns <= last ? from + columns : from,
    ArrowUp: from - columns >= 0 ? from - columns : from,
    Home: 0,
    End: last,
  }[key];
  return to === undefined ? null : list[Math.min(last, Math.max(0, to))]!;
}

/** The list with these moved to before `target` (`null`: to the end), in the order that they had. */
export function moved(list: readonly string[], ids: readonly string[], target: string | null): string[] {
  const moving = list.filter((id) => ids.includes(id));
  const others = list.filter((id) => !ids.includes(id));
  const place = target === null ? others.length : others.indexOf(target);
  if (place < 0) return [...list]; // dropped on one of themselves
  return [...others.slice(0, place), ...moving, ...others.slice(place)];
}
