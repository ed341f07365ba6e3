import { expect, it } from 'vitest';
import { StudioError, type Job } from '../../../../src-main/contract/index.ts';
import { Jobs } from '../../../../src-main/studio/jobs/jobs.ts';

function listen() {
  const seen: Job[] = [];
  return { seen, jobs: new Jobs((job) => seen.push(job)) };
}

it('tells progress that never goes back and ends at the total', async () => {
  const { seen, jobs } = listen();
  const { result } = jobs.start({ kind: 'plan', label: 'Remove' }, async ({ progress }) => {
    for (const share of [0.1, 0.5, 0.3, 0.9, 2]) progress(share);
    return 7;
  });
  expect(await result).toBe(7);
  const done = seen.map((job) => job.done);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(new Set(seen.map((job) => job.total)).size).toBe(1);
  expect(seen.at(-1)).toMatchObject({ state: 'done', done: seen.at(-1)!.total, error: null });
});

it('keeps the failure of work that failed', async () => {
  const { seen, jobs } = listen();
  const { result } = jobs.start({ kind: 'import', label: 'x' }, () => {
    throw new StudioError('bad-input', 'Not a picture.');
  });
  await expect(result).rejects.toThrow('Not a picture.');
  expect(seen.at(-1)).toMatchObject({ state: 'failed', error: { code: 'bad-input' } });
});

it('cancels by id, and by the signal it was started with', async () => {
  const { seen, jobs } = listen();
  const wait = ({ signal }: { signal: AbortSignal }) =>
    new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(new StudioError('cancelled', 'x'))),
    );
  const first = jobs.start({ kind: 'plan', label: 'a' }, wait);
  jobs.cancel(first.id);
  await expect(first.result).rejects.toThrow();
  const outer = new AbortController();
  const second = jobs.start({ kind: 'plan', label: 'b' }, wait, outer.signal);
  outer.abort();
  await expect(second.result).rejects.toThrow();
  expect(seen.filter((job) => job.state === 'cancelled').map((job) => job.label)).toEqual(['a', 'b']);
});

it('waits for everything to end when it stops all', async () => {
  const { jobs } = listen();
  let ended = false;
  let end: () => void = () => undefined;
  const allowed = new Promise<void>((resolve) => (end = resolve));
  const job = jobs.start({ kind: 'plan', label: 'a' }, async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await allowed;
    ended = true;
    throw new StudioError('cancelled', 'x');
  });
  job.result.catch(() => undefined);
  const stopped = jobs.stop().then(() => ended);
  setImmediate(end);
  expect(await stopped).toBe(true);
});

it('forgets old jobs, never running ones', async () => {
  const { jobs } = listen();
  let end: () => void = () => undefined;
  const running = jobs.start(
    { kind: 'plan', label: 'running' },
    () => new Promise<void>((resolve) => (end = resolve)),
  );
  for (let i = 0; i < 80; i++) await jobs.start({ kind: 'plan', label: String(i) }, async () => i).result;
  expect(jobs.list().length).toBeLessThanOrEqual(51);
  expect(jobs.list().map((job) => job.label)).toContain('running');
  end();
  await running.result;
});
