import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useProject } from '../state/select.ts';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';
import { EmptyThread } from './EmptyThread.tsx';
import { MessageItem } from './MessageItem.tsx';
import { useFollow } from './use-follow.ts';

/** The thread. It keeps to the newest message unless the person has scrolled away. */
export function Thread() {
  const project = useProject();
  const messages = project?.messages ?? [];
  const own = messages.filter((m) => m.role === 'user').at(-1);
  const { scroller, content, away, jump } = useFollow(own?.id);

  return (
    <div className={classes.threadBox}>
      <div
        ref={scroller}
        className={classes.thread}
        role="log"
        aria-label={t.chat.thread}
        aria-live="polite"
        aria-relevant="additions"
        tabIndex={0}
      >
        <div ref={content} className={classes.messages}>
          {messages.length === 0 ? (
            <EmptyThread />
          ) : (
            messages.map((message) => <MessageItem key={message.id} message={message} />)
          )}
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
