import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import type { Message } from '../../src-main/contract/document.ts';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';
import { found } from './find.ts';
import { focusComposer } from './focus.ts';

interface Props {
  messages: readonly Message[];
  onSeek(message: string | null): void;
  onClose(): void;
}

const glyph = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** Finds words in the thread, from the newest message backwards. */
export function FindBar({ messages, onSeek, onClose }: Props) {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const matches = found(messages, words).reverse();
  const show = (list: readonly string[], index: number) => {
    const place = list.length ? (index + list.length) % list.length : 0;
    setAt(place);
    onSeek(list[place] ?? null);
  };
  const close = () => {
    onClose();
    focusComposer();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') show(matches, at + (event.shiftKey ? -1 : 1));
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
          setWords(event.currentTarget.value);
          show(found(messages, event.currentTarget.value).reverse(), 0);
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
        onClick={() => show(matches, at + 1)}
      >
        <IconChevronUp {...glyph} />
      </ActionIcon>
      <ActionIcon
        size={26}
        aria-label={t.chat.find.next}
        disabled={!matches.length}
        onClick={() => show(matches, at - 1)}
      >
        <IconChevronDown {...glyph} />
      </ActionIcon>
      <ActionIcon size={26} aria-label={t.chat.find.close} onClick={close}>
        <IconX {...glyph} />
      </ActionIcon>
    </div>
  );
}
