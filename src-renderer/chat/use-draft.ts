import { useEffect, useRef, useState } from 'react';
import type { Project } from '../../src-main/contract/document.ts';
import { ask } from '../state/ask.ts';
import { useStudio } from '../transport/studio.ts';

const WAIT = 400;

/** The text being written: begins with the project's draft and is saved a moment after the last key. */
export function useDraft(project: Project | null): [string, (text: string) => void] {
  const studio = useStudio();
  const [text, setText] = useState(project?.draft ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = project?.id;
  const draft = useRef(project?.draft);
  draft.current = project?.draft;

  useEffect(() => {
    setText(draft.current ?? '');
    return () => clearTimeout(timer.current);
  }, [id]);

  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    if (id) timer.current = setTimeout(() => void ask(studio.chat.setDraft({ text: next })), WAIT);
  };
  return [text, change];
}
