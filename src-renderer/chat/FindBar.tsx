import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';
import { focusComposer } from './focus.ts';

interface Props {
  words: string;
  onWords(words: string): void;
  /** The messages that hold them, the newest first. */
  matches: readonly string[];
  onSeek(message: string | null): void;
  onClose(): void;
}

const glyph = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** Finds words in the thread, from the newest message backwards. */
export function FindBar({ words, onWords, matches, onSeek, onClose }: Props) {
  const [at, setAt] = useState(0);
  const show = (index: number) => {
    const place = matches.length ? (index + matches.length) % matches.length : 0;
    setAt(place);
    onSeek(matches[place] ?? null);
  };
  const close = () => {
    onClose();
    focusComposer();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') show(at + (event.shiftKey ? -1 : 1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.find} role="search" aria-label={t.chat.find.label}>
      <TextInput
        className={classes.grow}
        size="xs"
        variant="unstyled"
        data-autofocus
        autoFocus
        aria-label={t.chat.find.label}
        placeholder={t.chat.find.placeholder}
        value={words}
        onChange={(event) => {
          setAt(0);
          onWords(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <span className={classes.findCount} role="status">
        {words.trim() && t.chat.find.count(at + 1, matches.length)}
      </span>
      <ActionIcon
        size={26}
        aria-label={t.chat.find.previous}
        disabled={!matches.length}
        onClick={() => show(at + 1)}
      >
        <IconChevronUp {...glyph} />
      </ActionIcon>
      <ActionIcon
        size={26}
        aria-label={t.chat.find.next}
        disabled={!matches.length}
        onClick={() => show(at - 1)}
      >
        <IconChevronDown {...glyph} />
      </ActionIcon>
      <ActionIcon size={26} aria-label={t.chat.find.close} onClick={close}>
        <IconX {...glyph} />
      </ActionIcon>
    </div>
  );
}
