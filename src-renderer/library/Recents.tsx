import { CloseButton, Text, UnstyledButton } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import type { App } from '../../src-main/contract/app.ts';
import { act, ask } from '../state/ask.ts';
import { dateTime } from '../strings/format.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './library.module.css';

type Recent = App['recents'][number];
const MOST = 6;

/** Earlier projects, newest first. */
export function Recents({ recents }: { recents: readonly Recent[] }) {
  const newest = [...recents].sort((a, b) => b.openedAt - a.openedAt).slice(0, MOST);
  return (
    <section aria-label={t.welcome.recents}>
      <Text component="h2" className={classes.heading}>
        {t.welcome.recents}
      </Text>
      <ul className={classes.recents}>
        {newest.map((recent) => (
          <RecentItem key={recent.id} recent={recent} />
        ))}
      </ul>
    </section>
  );
}

function RecentItem({ recent }: { recent: Recent }) {
  const studio = useStudio();
  const [shown, setShown] = useState(true);
  return (
    <li className={classes.recent}>
      <UnstyledButton
        className={classes.recentButton}
        onClick={() => void act(studio.project.openRecent({ id: recent.id }))}
      >
        <span className={classes.recentPicture}>
          {recent.preview && shown ? (
            <img src={studio.mediaUrl(recent.preview)} alt="" onError={() => setShown(false)} />
          ) : (
            <IconFolder size={20} stroke={1.4} aria-hidden />
          )}
        </span>
        <span className={classes.recentText}>
          <Text fz="sm" fw={500} truncate>
            {recent.name}
          </Text>
          <Text fz="xs" c="dimmed">
            {dateTime(recent.openedAt)}
          </Text>
        </span>
      </UnstyledButton>
      <CloseButton
        size="sm"
        aria-label={t.welcome.forget(recent.name)}
        onClick={() => void ask(studio.project.forgetRecent({ id: recent.id }))}
      />
    </li>
  );
}
