import { Text, VisuallyHidden } from '@mantine/core';
import { IconMessageCircleQuestion, IconPhoto } from '@tabler/icons-react';
import type { Message } from '../../src-main/contract/document.ts';
import { MessageMenu } from './MessageMenu.tsx';
import { MentionText } from '../regions/MentionText.tsx';
import { jobOf } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';
import { FailureNote } from './FailureNote.tsx';
import { BatchCard } from './BatchCard.tsx';
import { PlanCard } from './PlanCard.tsx';
import { QuotedText } from './QuotedText.tsx';
import { RegionThumb } from './RegionThumb.tsx';
import { describeSelection } from './SelectionChip.tsx';
import { wordsOf } from './words.ts';

/** One message: the person's words at the right, the studio's answer and plan at the left. */
export function MessageItem({ message }: { message: Message }) {
  const job = useStore((s) => jobOf(s.jobs, message));
  const answer = useStore((s) => s.answers[message.id]);
  if (message.role === 'user')
    return (
      <div className={classes.user}>
        <VisuallyHidden>{t.chat.you}: </VisuallyHidden>
        <div className={classes.spoken}>
          <MessageMenu message={message} />
          <div className={classes.bubble}>
            <Text fz="md" component="div">
              <MentionText text={message.text} known={message.regions} />
            </Text>
            {message.selection && message.selection.area > 0 && (
              <div className={classes.pointed}>
                <RegionThumb message={message} size={28} />
                <span>{describeSelection(message.selection)}</span>
              </div>
            )}
            {message.photos.length > 0 && (
              <div className={classes.pointed} title={message.photos.map(({ name }) => name).join(', ')}>
                <IconPhoto size={14} stroke={1.6} aria-hidden />
                <span>{t.batch.photos(message.photos.length)}</span>
              </div>
            )}
          </div>
        </div>
        {answer !== undefined && <Coming text={answer} />}
      </div>
    );
  const words = wordsOf(message);
  return (
    <div className={classes.studio}>
      <VisuallyHidden>{t.chat.studio}: </VisuallyHidden>
      {words && (
        <Text fz="md" className={classes.said}>
          {message.said || message.plan ? words : <QuotedText text={words} />}
        </Text>
      )}
      {message.plan &&
        (message.photos.length > 0 ? (
          <BatchCard message={message} plan={message.plan} job={job} />
        ) : (
          <PlanCard message={message} plan={message.plan} job={job} />
        ))}
      {message.error && (
        <FailureNote failure={message.error} icon={IconMessageCircleQuestion} about={message} />
      )}
    </div>
  );
}

/** An answer on its way: as far as it is written, or that it is being thought about. */
function Coming({ text }: { text: string }) {
  return (
    <div className={classes.coming} role="status">
      {text || t.chat.thinking}
    </div>
  );
}
