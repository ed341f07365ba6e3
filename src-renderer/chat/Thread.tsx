import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';
import type { Message } from '../../src-main/contract/document.ts';
import { useProject } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { date } from '../strings/format.ts';
import classes from './chat.module.css';
import { EmptyThread } from './EmptyThread.tsx';
import { found as holding } from './find.ts';
import { FindBar } from './FindBar.tsx';
import { MessageItem } from './MessageItem.tsx';
import { useFollow } from './use-follow.ts';
import { useMarks } from './use-marks.ts';
import { rangeWith } from './window.ts';

const none: readonly Message[] = [];

/**
 * The thread. It keeps to the newest message unless the person has scrolled away; of a long one only what is near
 * the window is there, what has the keyboard, and the newest, which is read out.
 */
export function Thread() {
  const project = useProject();
  const messages = project?.messages ?? none;
  const finding = useStore((s) => s.finding);
  const [words, setWords] = useState('');
  const [found, setFound] = useState<string | null>(null);
  const matches = useMemo(
    () => holding(messages, finding ? words : '').reverse(),
    [messages, finding, words],
  );
  const [held, setHeld] = useState(-1);
  const own = messages.filter((m) => m.role === 'user').at(-1);
  const { scroller, content, away, jump } = useFollow(own?.id);
  useMarks(content, finding ? words : '');
  // What the library returns is not memoised, and nothing here memoises it.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => messages[index]!.id,
    estimateSize: () => 120,
    overscan: 8,
    paddingStart: 16,
    paddingEnd: 16,
    rangeExtractor: (range) => rangeWith(defaultRangeExtractor(range), [held, range.count - 1], range.count),
  });
  const seek = (id: string | null) => {
    setFound(id);
    const index = messages.findIndex((m) => m.id === id);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'center' });
  };

  return (
    <div className={classes.threadBox}>
      {finding && (
        <FindBar
          words={words}
          onWords={(next) => {
            setWords(next);
            seek(holding(messages, next).at(-1) ?? null);
          }}
          matches={matches}
          onSeek={seek}
          onClose={() => {
            setFound(null);
            setWords('');
            useStore.setState({ finding: false });
          }}
        />
      )}
      <div
        ref={scroller}
        className={classes.thread}
        role="log"
        aria-label={t.chat.thread}
        aria-live="polite"
        aria-relevant="additions"
        tabIndex={0}
        onFocus={({ target }) => setHeld(indexOf(target))}
        onBlur={() => setHeld(-1)}
      >
        {messages.length === 0 && (
          <div className={classes.messages}>
            <EmptyThread />
          </div>
        )}
        <div ref={content} className={classes.sheet} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-holds={matches.includes(messages[index]!.id) || undefined}
              data-found={messages[index]!.id === found || undefined}
              className={classes.item}
              role="article"
              aria-posinset={index + 1}
              aria-setsize={messages.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              <DayMark message={messages[index]!} before={messages[index - 1]} />
              <MessageItem message={messages[index]!} />
            </div>
          ))}
        </div>
      </div>
      {away && messages.length > 0 && (
        <Button
          className={classes.jump}
          size="compact-xs"
          radius="xl"
          variant="default"
          leftSection={<IconArrowDown size={14} aria-hidden />}
          onClick={jump}
        >
          {t.chat.jump}
        </Button>
      )}
    </div>
  );
}

/** The message that an element of the thread belongs to; −1: none. */
const indexOf = (element: Element): number =>
  Number(element.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1);

/** The date, where a day begins that isn't the thread's first. */
function DayMark({ message, before }: { message: Message; before: Message | undefined }) {
  const today = date(message.createdAt);
  if (!before || date(before.createdAt) === today) return null;
  return <div className={classes.day}>{today}</div>;
}
