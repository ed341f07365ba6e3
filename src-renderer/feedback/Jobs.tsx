import { ActionIcon, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { ask } from '../state/ask.ts';
import { active, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { Bar } from './Bar.tsx';
import classes from './feedback.module.css';

/** Imports and exports under way, with a real total and a way to stop. Plans show theirs on their card. */
export function Jobs() {
  const studio = useStudio();
  const jobs = useStore((s) => s.jobs);
  const shown = jobs.filter(
    (j) => active(j) && (j.kind === 'import' || j.kind === 'export' || j.kind === 'batch'),
  );
  if (shown.length === 0) return null;
  return (
    <section className={classes.jobs} aria-label={t.jobs.label}>
      {shown.map((job) => (
        <div key={job.id} className={classes.job}>
          <div className={classes.jobText}>
            <Text fz="sm" truncate>
              {job.label}
            </Text>
            <Bar share={job.done / job.total} label={job.label} />
          </div>
          <ActionIcon
            size={26}
            aria-label={t.jobs.cancel(job.label)}
            onClick={() => void ask(studio.jobs.cancel({ job: job.id }))}
          >
            <IconX size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      ))}
    </section>
  );
}
