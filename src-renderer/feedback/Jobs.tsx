import { active, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import classes from './feedback.module.css';
import { JobBar } from './JobBar.tsx';

/** Imports and exports under way, with a real total and a way to stop. Plans show theirs on their card. */
export function Jobs() {
  const jobs = useStore((s) => s.jobs);
  const shown = jobs.filter(
    (j) => active(j) && (j.kind === 'import' || j.kind === 'export' || j.kind === 'batch'),
  );
  if (shown.length === 0) return null;
  return (
    <section className={classes.jobs} aria-label={t.jobs.label}>
      {shown.map((job) => (
        <div key={job.id} className={classes.job}>
          <JobBar job={job} textClass={classes.jobText} />
        </div>
      ))}
    </section>
  );
}
