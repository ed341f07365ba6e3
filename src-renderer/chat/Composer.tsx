import { ActionIcon, Textarea } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';
import { composer, focusComposer } from './focus.ts';
import { say } from './say.ts';
import { SelectionChip } from './SelectionChip.tsx';
import { Suggestions } from './Suggestions.tsx';
import { useDraft } from './use-draft.ts';

/** Where the person says what should happen. Enter sends, Shift and Enter begin a new line. */
export function Composer({ draft }: { draft: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(draft);
  const [sending, setSending] = useState(false);
  const empty = text.trim() === '';

  useEffect(() => {
    composer.current = box.current;
    return () => {
      composer.current = null;
    };
  }, []);

  const send = async (words: string) => {
    if (!words.trim() || sending) return;
    setSending(true);
    setText('');
    const taken = await say(words);
    setSending(false);
    if (!taken) setText(words); // nothing that was written is lost
    focusComposer(); // that of the project which the first words began
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') box.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send(text);
  };

  return (
    <div className={classes.composer}>
      {empty && <Suggestions onPick={(words) => void send(words)} />}
      <div className={classes.box}>
        <SelectionChip />
        <div className={classes.boxRow}>
          <Textarea
            ref={box}
            className={classes.grow}
            variant="unstyled"
            autosize
            minRows={1}
            maxRows={8}
            maxLength={20_000}
            aria-label={t.chat.message}
            placeholder={t.chat.placeholder}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <ActionIcon
            size={32}
            variant="filled"
            color="glass"
            aria-label={t.chat.send}
            disabled={empty || sending}
            onClick={() => void send(text)}
          >
            <IconArrowUp size={18} stroke={2} aria-hidden />
          </ActionIcon>
        </div>
      </div>
    </div>
  );
}
