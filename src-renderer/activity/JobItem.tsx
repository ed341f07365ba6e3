import { ActionIcon, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Job } from '../../src-main/contract/app.ts';
import { Bar } from '../feedback/Bar.tsx';
import { ask } from '../state/ask.ts';
import { active } from '../state/store.ts';
import { took } from '../strings/format.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './activity.module.css';
import { failedParts } from './jobs.ts';

/** One job: how far it is and a way to stop it, or what came of it and how long it took. */
export function JobItem({ job }: { job: Job }) {
  const studio = useStudio();
  const running = active(job);
  const failed = failedParts(job);
  const done = job.parts.filter((part) => part.state === 'done').length;
  const state = [
    t.activity.states[job.state],
    job.parts.length > 0 && t.activity.parts(done, job.parts.length),
    failed.length > 0 && t.activity.failedParts(failed.length),
    job.endedAt !== null && took(job.endedAt - job.startedAt),
  ];
  return (
    <li className={classes.item}>
      <div className={classes.grow}>
        <Text fz="sm" truncate>
          {job.label}
        </Text>
        {running && <Bar share={job.done / job.total} label={job.label} />}
        <Text fz="xs" c="dimmed">
          {state.filter(Boolean).join(' · ')}
        </Text>
        {job.error && (
          <Text fz="xs" className={classes.bad}>
            {job.error.message}
            {job.error.hint && ` ${job.error.hint}`}
          </Text>
        )}
        {failed.map((part) => (
          <Text fz="xs" key={part.canvas} className={classes.bad}>
            {t.activity.ended(part.name, part.error?.message ?? t.activity.states.failed)}
            {part.error?.hint && ` ${part.error.hint}`}
          </Text>
        ))}
      </div>
      {running && (
        <ActionIcon
          size={26}
          aria-label={t.jobs.cancel(job.label)}
          onClick={() => void ask(studio.jobs.cancel({ job: job.id }))}
        >
          <IconX size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
