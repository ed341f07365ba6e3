import { Text } from '@mantine/core';
import type { Job } from '../../src-main/contract/app.ts';
import type { Failure } from '../../src-main/contract/result.ts';
import { JobBar } from '../feedback/JobBar.tsx';
import { took } from '../strings/format.ts';
import { t } from '../strings/index.ts';
import { inWords } from '../strings/sentences.ts';
import classes from './activity.module.css';
import { failedParts } from './jobs.ts';

/** One job: how far it is and a way to stop it, or what came of it and how long it took. */
export function JobItem({ job }: { job: Job }) {
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
      <JobBar job={job} textClass={classes.grow}>
        <Text fz="xs" c="dimmed">
          {state.filter(Boolean).join(' · ')}
        </Text>
        {job.error && <Bad failure={job.error} />}
        {failed.map(({ canvas, name, error }) => (
          <Bad key={canvas} of={name} failure={error} />
        ))}
      </JobBar>
    </li>
  );
}

/** What went wrong (with one photo of several), and what to do. */
function Bad({ of, failure }: { of?: string; failure: Failure | null }) {
  const { message = t.activity.states.failed, hint } = failure ? inWords(failure) : {};
  return (
    <Text fz="xs" className={classes.bad}>
      {of === undefined ? message : t.activity.ended(of, message)}
      {hint && ` ${hint}`}
    </Text>
  );
}
