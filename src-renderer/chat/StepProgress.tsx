import { Button } from '@mantine/core';
import type { Job } from '../../src-main/contract/app.ts';
import { ask } from '../state/ask.ts';
import { Bar } from '../feedback/Bar.tsx';
import { t } from '../strings/index.ts';
import { percent } from '../strings/format.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './chat.module.css';

/** How far a running job is, out of its real total, and the way to stop it. */
export function StepProgress({ job, command }: { job: Job; command: string }) {
  const studio = useStudio();
  const share = Math.min(1, job.done / job.total);
  return (
    <div className={classes.progress}>
      <Bar share={share} label={t.plan.progress(command)} />
      <span className={classes.figures} aria-hidden>
        {percent(share)}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void ask(studio.jobs.cancel({ job: job.id }))}
      >
        {t.plan.cancel}
      </Button>
    </div>
  );
}
