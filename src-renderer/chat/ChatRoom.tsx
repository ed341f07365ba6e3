import { Composer } from './Composer.tsx';
import { Thread } from './Thread.tsx';
import classes from './chat.module.css';
import { useProject } from '../state/select.ts';
import { t } from '../strings/index.ts';

/** The right side: what was said, what is planned, and where to say more. */
export function ChatRoom() {
  const project = useProject();
  return (
    <aside className={classes.room} aria-label={t.chat.label}>
      <Thread />
      <Composer key={project?.id ?? ''} draft={project?.draft ?? ''} />
    </aside>
  );
}
