/** Which jobs a person wants to see. */
import type { Job } from '../../src-main/contract/app.ts';

/** A click's look-up is not work to watch, unless it went wrong. */
export const worthShowing = (job: Job): boolean => job.kind !== 'segment' || job.state === 'failed';

/** Photos of a batch that did not work. */
export const failedParts = (job: Job) => job.parts.filter((part) => part.state === 'failed');

/** Whether it went wrong, all or a part of it, after `since` (milliseconds since the epoch). */
export const isNews = (job: Job, since: number): boolean =>
  (job.endedAt ?? 0) > since && (job.state === 'failed' || failedParts(job).length > 0);
