import { Button, CloseButton, Group, ScrollArea, Text } from '@mantine/core';
import { active, useStore, type Notice } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { inWords } from '../strings/sentences.ts';
import { time } from '../strings/format.ts';
import { PackList } from '../chat/PackList.tsx';
import classes from './activity.module.css';
import { JobItem } from './JobItem.tsx';
import { worthShowing } from './jobs.ts';

/** What runs, what ran, and what went wrong in this session. */
export function ActivityPanel() {
  const all = useStore((s) => s.jobs);
  const problems = useStore((s) => s.problems);
  const jobs = all.filter(worthShowing).reverse();
  const running = jobs.filter(active);
  const ended = jobs.filter((job) => !active(job));
  const empty = jobs.length + problems.length === 0;
  return (
    <section aria-label={t.activity.title}>
      <Group justify="space-between" className={classes.head}>
        <Text fw={600} component="h2" m={0} fz="md">
          {t.activity.title}
        </Text>
        {ended.length + problems.length > 0 && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={clear}>
            {t.activity.clear}
          </Button>
        )}
      </Group>
      {empty && (
        <Text fz="sm" c="dimmed" className={classes.empty}>
          {t.activity.empty}
        </Text>
      )}
      <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0 }}>
        {running.length > 0 && (
          <Part title={t.activity.now}>
            {running.map((job) => (
              <JobItem key={job.id} job={job} />
            ))}
          </Part>
        )}
        {problems.length > 0 && (
          <Part title={t.activity.problems}>
            {[...problems].reverse().map((notice) => (
              <Problem key={notice.id} notice={notice} />
            ))}
          </Part>
        )}
        {ended.length > 0 && (
          <Part title={t.activity.earlier}>
            {ended.map((job) => (
              <JobItem key={job.id} job={job} />
            ))}
          </Part>
        )}
      </ScrollArea.Autosize>
    </section>
  );
}

const clear = () => useStore.setState(({ jobs }) => ({ jobs: jobs.filter(active), problems: [] }));

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <Text fz="xs" fw={550} c="dimmed" component="h3" className={classes.heading}>
        {title}
      </Text>
      <ul className={classes.list}>{children}</ul>
    </>
  );
}

function Problem({ notice: { id, at, failure } }: { notice: Notice }) {
  const { message, hint } = inWords(failure);
  return (
    <li className={classes.item}>
      <div className={classes.grow}>
        <Text fz="sm" className={classes.bad}>
          {message}
        </Text>
        {hint && (
          <Text fz="xs" c="dimmed">
            {hint}
          </Text>
        )}
        <PackList failure={failure} />
        <Text fz="xs" c="dimmed">
          {time(at)}
        </Text>
      </div>
      <CloseButton
        size="sm"
        aria-label={t.notices.dismiss}
        onClick={() =>
          useStore.setState(({ problems }) => ({ problems: problems.filter((p) => p.id !== id) }))
        }
      />
    </li>
  );
}
