import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Job } from '../../src-main/contract/app.ts';
import { ask } from '../state/ask.ts';
import { active } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { named } from '../strings/sentences.ts';
import { useStudio } from '../transport/studio.ts';
import { Bar } from './Bar.tsx';

/** What a job is called, how far it is and a way to stop it while it runs; and what else there is to say of it. */
export function JobBar({
  job,
  textClass,
  children,
}: {
  job: Job;
  textClass: string | undefined;
  children?: ReactNode;
}) {
  const studio = useStudio();
  const label = named(job.label);
  const running = active(job);
  const cancel = t.jobs.cancel(label);
  return (
    <>
      <div className={textClass}>
        <Text fz="sm" truncate>
          {label}
        </Text>
        {running && <Bar share={job.done / job.total} label={label} />}
        {children}
      </div>
      {running && (
        <Tooltip label={cancel}>
          <ActionIcon
            size={26}
            aria-label={cancel}
            onClick={() => void ask(studio.jobs.cancel({ job: job.id }))}
          >
            <IconX size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}
