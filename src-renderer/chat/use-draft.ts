import { useEffect, useRef, useState } from 'react';
import { ask } from '../state/ask.ts';
import { useStudio } from '../transport/studio.ts';

const WAIT = 400;

/** The text being written: begins with a draft and is saved a moment after the last key. */
export function useDraft(draft: string): [string, (text: string) => void] {
  const studio = useStudio();
  const [text, setText] = useState(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(studio.chat.setDraft({ text: next })), WAIT);
  };
  return [text, change];
}
