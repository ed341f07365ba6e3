/** The state of the `/` list under the box's keys. */
import { useState, type KeyboardEvent } from 'react';
import { perform } from '../actions/perform.ts';
import { slashItems, slashQuery, type SlashItem } from './slash.ts';

export function useSlash(text: string, setText: (text: string) => void) {
  const [place, setPlace] = useState({ text: '', active: 0 });
  const [closed, setClosed] = useState('');
  const query = slashQuery(text);
  const open = query !== null && closed !== text;
  const items = open ? slashItems(query) : [];
  const active = place.text === text ? Math.min(place.active, items.length - 1) : 0;

  const pick = (item: SlashItem) => {
    if (item.kind === 'say') return setText(item.phrase);
    setText('');
    perform(item.action);
  };
  /** Whether the list took the key. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const item = items[active];
    if (step && items.length) setPlace({ text, active: (active + step + items.length) % items.length });
    else if ((event.key === 'Enter' || event.key === 'Tab') && item) pick(item);
    else if (event.key === 'Escape') setClosed(text);
    else return false;
    event.preventDefault();
    return true;
  };
  return { open, items, active, pick, onKey };
}
