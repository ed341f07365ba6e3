import { useState, type KeyboardEvent } from 'react';
import classes from './layers.module.css';

/** A name, changed in place: Enter or leaving keeps it, Escape gives the old one back (`null`). */
export function NameField({
  name,
  label,
  onDone,
}: {
  name: string;
  label: string;
  onDone: (name: string | null) => void;
}) {
  const [text, setText] = useState(name);
  const done = () => onDone(text.trim() && text.trim() !== name ? text.trim() : null);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') done();
    if (event.key === 'Escape') onDone(null);
  };
  return (
    <input
      className={classes.naming}
      aria-label={label}
      value={text}
      maxLength={120}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={onKeyDown}
    />
  );
}
