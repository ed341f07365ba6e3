import { useEffect, useRef, useState } from 'react';
import { ask } from '../state/ask.ts';
import { useStore } from '../state/store.ts';
import { useStudio } from '../transport/studio.ts';

const WAIT = 400;

/** What is being written while no project is open: the next one takes it over. */
let homeless = '';

/**
 * The text being written for the open project: begins with a draft and is saved a moment after the last key, or at
 * once when the keyboard goes elsewhere or the page does, since the project may be closed by what comes next.
 */
export function useDraft(draft: string): [string, (text: string) => void] {
  const studio = useStudio();
  const [project] = useState(() => useStore.getState().project?.id);
  const [text, setText] = useState(draft || homeless);
  const save = useRef<() => void>(undefined);

  useEffect(() => {
    if (project) homeless = '';
  }, [project]);
  useEffect(() => {
    const flush = () => save.current?.();
    window.addEventListener('focusout', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('focusout', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const change = (next: string) => {
    setText(next);
    homeless = project ? '' : next;
    clearTimeout(timer.current);
    save.current = () => {
      clearTimeout(timer.current);
      save.current = undefined;
      void ask(studio.chat.setDraft({ text: next, project }));
    };
    timer.current = setTimeout(save.current, WAIT);
  };
  return [text, change];
}
