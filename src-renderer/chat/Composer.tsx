import { ActionIcon, Textarea } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useMentions } from '../regions/use-mentions.tsx';
import { t } from '../strings/index.ts';
import { attach } from './attach.ts';
import classes from './chat.module.css';
import { composer, focusComposer } from './focus.ts';
import { PhotoChips } from './PhotoChips.tsx';
import { say } from './say.ts';
import { SelectionChip } from './SelectionChip.tsx';
import { useTarget } from './target.ts';
import { TargetChip } from './TargetChip.tsx';
import { optionId, SlashMenu } from './SlashMenu.tsx';
import { Suggestions } from './Suggestions.tsx';
import { useDraft } from './use-draft.ts';
import { useRecall } from './use-recall.ts';
import { useSlash } from './use-slash.ts';

/** Where the person says what should happen. Enter sends, Shift and Enter begin a new line. */
export function Composer({ draft }: { draft: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(draft);
  const empty = text.trim() === '';
  const list = useId();
  const chip = useId();
  const target = useTarget();
  const slash = useSlash(text, setText);
  const recalled = useRecall(text, setText);
  const mentions = useMentions(box, text);

  useEffect(() => {
    composer.current = box.current;
    composer.write = setText;
    return () => {
      composer.current = composer.write = null;
    };
  });

  const send = async (words: string) => {
    if (!words.trim()) return;
    setText('');
    const taken = await say(words);
    // Nothing that was written is lost, nor what has been written since.
    if (!taken) setText([words, box.current?.value].filter(Boolean).join('\n'));
    focusComposer(); // that of the project which the first words began
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (mentions.onKeyDown(event) || slash.onKey(event) || recalled(event)) return;
    if (event.key === 'Escape') box.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send(text);
  };

  const onPaste = async (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    event.stopPropagation(); // the page would open them as new pictures
    await attach(files);
  };

  return (
    <div className={classes.composer} data-composer>
      {slash.open && (
        <SlashMenu
          id={list}
          items={slash.items}
          active={slash.active}
          onPick={(item) => {
            slash.pick(item);
            focusComposer();
          }}
        />
      )}
      {empty && <Suggestions onPick={(words) => void send(words)} />}
      <div className={classes.box}>
        {mentions.list}
        <TargetChip id={chip} />
        <SelectionChip />
        <PhotoChips text={text} onChange={setText} />
        {mentions.chips}
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
            aria-describedby={target.named ? chip : undefined}
            placeholder={
              target.canvases.length > 1 ? t.batch.placeholder(target.canvases.length) : t.chat.placeholder
            }
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onPaste={(event) => void onPaste(event)}
            aria-haspopup="listbox"
            aria-controls={slash.open ? list : undefined}
            aria-autocomplete="list"
            aria-activedescendant={
              slash.open && slash.items.length ? optionId(list, slash.active) : undefined
            }
            {...mentions.props}
          />
          <ActionIcon
            size={32}
            variant="filled"
            color="glass"
            aria-label={t.chat.send}
            disabled={empty}
            onClick={() => void send(text)}
          >
            <IconArrowUp size={18} stroke={2} aria-hidden />
          </ActionIcon>
        </div>
      </div>
    </div>
  );
}
