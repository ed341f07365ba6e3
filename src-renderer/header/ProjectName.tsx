import { useState, type KeyboardEvent } from 'react';
import { ask } from '../state/ask.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './header.module.css';

/** The project's name, renamed in place: Enter or leaving keeps it, Escape gives the old one back. */
export function ProjectName({ name, readOnly }: { name: string; readOnly: boolean }) {
  const studio = useStudio();
  const [text, setText] = useState(name);
  const commit = () => {
    const next = text.trim();
    if (!next) setText(name);
    else if (next !== name) void ask(studio.project.rename({ name: next }));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') setText(name);
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    const field = event.currentTarget;
    setTimeout(() => field.blur()); // after the old name is back
  };
  return (
    <input
      className={classes.name}
      aria-label={t.header.name}
      value={text}
      maxLength={120}
      readOnly={readOnly}
      size={Math.max(8, Math.min(36, text.length + 1))}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
