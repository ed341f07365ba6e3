import { useState, type DragEvent } from 'react';
import { useProject } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { attach } from './attach.ts';
import classes from './chat.module.css';
import { Composer } from './Composer.tsx';
import { Thread } from './Thread.tsx';

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

/** The right side: what was said, what is planned, and where to say more. Files dropped here are spoken of. */
export function ChatRoom() {
  const project = useProject();
  const [over, setOver] = useState(false);
  const takes = project !== null;
  return (
    <aside
      className={classes.room}
      aria-label={t.chat.label}
      data-takes-files={takes || undefined}
      data-over={(takes && over) || undefined}
      onDragOver={(event) => {
        if (!takes || !holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node) && setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!takes || !holdsFiles(event)) return;
        event.preventDefault();
        void attach([...event.dataTransfer.files]);
      }}
    >
      <Thread />
      <Composer key={project?.id ?? ''} draft={project?.draft ?? ''} />
    </aside>
  );
}
