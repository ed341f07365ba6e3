import { UnstyledButton } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { act } from '../state/ask.ts';
import { useProject } from '../state/select.ts';
import { announce } from '../state/store.ts';
import { time } from '../strings/format.ts';
import { t } from '../strings/index.ts';
import { named } from '../strings/sentences.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './history.module.css';
import { PastPicture } from './PastPicture.tsx';

/** Every state of the project, newest last: a click goes there. What was taken back is faint. */
export function HistoryPanel() {
  const studio = useStudio();
  const project = useProject();
  const list = useRef<HTMLOListElement>(null);
  const current = project?.history.filter((entry) => !entry.undone).at(-1)?.id ?? 0;
  useEffect(() => {
    list.current?.querySelector('[aria-current="step"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (!project) return null;

  const states = [{ id: 0, label: t.history.start, undone: false, at: 0 }, ...project.history];
  const jump = async (id: number, label: string) => {
    if (id !== current && (await act(studio.project.jump({ entry: id })))) announce(t.history.at(label));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[Math.min(buttons.length - 1, Math.max(0, to))]?.focus();
  };

  return (
    <ol ref={list} className={classes.list} aria-label={t.history.label} onKeyDown={onKeyDown}>
      {states.map(({ id, label, undone, at }) => (
        <li key={id}>
          <UnstyledButton
            className={classes.entry}
            data-undone={undone || undefined}
            aria-current={id === current ? 'step' : undefined}
            tabIndex={id === current ? 0 : -1}
            disabled={project.readOnly !== null}
            onClick={() => void jump(id, named(label))}
          >
            {id ? (
              <PastPicture project={project.id} entry={id} at={at} />
            ) : (
              <span className={classes.thumb}>
                <IconPhotoPlus size={16} stroke={1.4} aria-hidden />
              </span>
            )}
            <span className={classes.text}>
              <span className={classes.label}>{named(label)}</span>
              {at > 0 && <span className={classes.time}>{time(at)}</span>}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}
