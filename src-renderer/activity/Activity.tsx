import { ActionIcon, Indicator, Loader, Popover, Tooltip } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useShortcut } from '../actions/perform.ts';
import { useEscape } from '../feedback/use-escape.ts';
import { active, announce, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { named } from '../strings/sentences.ts';
import { ActivityPanel } from './ActivityPanel.tsx';
import { isNews, worthShowing } from './jobs.ts';

const show = (activity: boolean) => useStore.setState({ activity, readUntil: Date.now() });

/** In the header: whether something is going on, or went wrong unread; and the list of it. */
export function Activity() {
  const opened = useStore((s) => s.activity);
  const running = useStore((s) => s.jobs.filter((job) => active(job) && worthShowing(job)).length);
  const unread = useStore(
    (s) =>
      s.problems.filter(({ at }) => at > s.readUntil).length +
      s.jobs.filter((job) => isNews(job, s.readUntil)).length,
  );
  const shortcut = useShortcut('activity');
  useAnnouncedEnds();
  useEscape(opened, () => show(false));

  const state = running ? t.activity.running(running) : unread ? t.activity.unseen(unread) : t.activity.idle;
  const label = `${t.activity.title}: ${state}`;
  return (
    <Popover
      opened={opened}
      onChange={show}
      width={380}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label={shortcut ? `${label} (${shortcut})` : label} disabled={opened}>
          <ActionIcon aria-label={label} data-busy={running > 0 || undefined} onClick={() => show(!opened)}>
            {running > 0 ? (
              <Loader size={16} aria-hidden />
            ) : (
              <Indicator color="red" size={8} offset={2} disabled={unread === 0 || opened}>
                <IconActivity size={18} stroke={1.6} aria-hidden style={{ display: 'block' }} />
              </Indicator>
            )}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t.activity.title}>
        <ActivityPanel />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Says it when something that took a while has ended. */
function useAnnouncedEnds() {
  useEffect(
    () =>
      useStore.subscribe(({ jobs }, old) => {
        if (jobs === old.jobs) return;
        for (const job of jobs) {
          const before = old.jobs.find(({ id }) => id === job.id);
          if (before && active(before) && !active(job) && worthShowing(job))
            announce(t.activity.ended(named(job.label), t.activity.states[job.state]));
        }
      }),
    [],
  );
}
