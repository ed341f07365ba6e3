import { useRef, type KeyboardEvent } from 'react';
import { useStore } from '../state/store.ts';
import { recall, saidBefore } from './recall.ts';

/** Arrow keys in an empty box, or in a text that they brought, go through what was said before. */
export function useRecall(text: string, setText: (text: string) => void) {
  const at = useRef({ index: -1, text: '' });
  return (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false;
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
    const index = text !== '' && text === at.current.text ? at.current.index : -1;
    if (text !== '' && index < 0) return false; // the arrows are the text's own
    const said = saidBefore(useStore.getState().project?.messages ?? []);
    const next = recall(said, index, event.key);
    if (next === null) return false;
    at.current = { index: next, text: next < 0 ? '' : said[next]! };
    setText(at.current.text);
    event.preventDefault();
    return true;
  };
}
