import { afterEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src-main/contract/app.ts';
import { fail, ok, type Result } from '../../../src-main/contract/result.ts';
import { act, ask } from '../../../src-renderer/state/ask.ts';
import { dismiss, initialState, notify, useStore, withJob } from '../../../src-renderer/state/store.ts';

afterEach(() => useStore.setState(initialState));
const job = (id: string, state: Job['state'] = 'done'): Job => ({
  id,
  kind: 'plan',
  label: 'x',
  message: null,
  canvas: null,
  state,
  done: 0,
  total: 1,
  error: null,
  startedAt: 0,
  endedAt: null,
  parts: [],
});

describe('jobs', () => {
  it('are brought up to date in place', () => {
    const jobs = withJob(withJob([], job('a', 'running')), job('b'));
    expect(withJob(jobs, job('a')).map((j) => [j.id, j.state])).toEqual([
      ['a', 'done'],
      ['b', 'done'],
    ]);
  });
  it('are forgotten when they are old, but never while they run', () => {
    let jobs: readonly Job[] = [job('first', 'running')];
    for (let i = 0; i < 200; i++) jobs = withJob(jobs, job(`j${i}`));
    expect(jobs.length).toBe(60);
    expect(jobs[0]?.id).toBe('first');
    expect(jobs[jobs.length - 1]?.id).toBe('j199');
  });
});

describe('notices', () => {
  it('stay until dismissed and are not repeated', () => {
    notify('error', { code: 'internal', message: 'Broken.' });
    notify('error', { code: 'internal', message: 'Broken.' });
    const [notice, ...more] = useStore.getState().notices;
    expect(more).toEqual([]);
    dismiss(notice!.id);
    expect(useStore.getState().notices).toEqual([]);
  });
  it('say a repeated text as the newest', () => {
    notify('error', { code: 'internal', message: 'Broken.' });
    notify('error', { code: 'internal', message: 'Full.' });
    notify('error', { code: 'internal', message: 'Broken.' });
    expect(useStore.getState().notices.map((n) => n.failure.message)).toEqual(['Full.', 'Broken.']);
  });
  it('go when the next thing that a person does works, not those that it brings itself', async () => {
    const messages = () => useStore.getState().notices.map((n) => n.failure.message);
    notify('warning', { code: 'bad-input', message: 'No picture.' });
    await act(Promise.resolve(fail('no-space', 'The disk is full.')));
    expect(messages()).toEqual(['No picture.', 'The disk is full.']);
    dismiss(useStore.getState().notices[1]!.id);
    await act(
      new Promise<Result<null>>((resolve) => {
        queueMicrotask(() => {
          notify('warning', { code: 'bad-input', message: 'No picture.' });
          resolve(ok(null));
        });
      }),
    );
    expect(messages()).toEqual(['No picture.']);
    await ask(Promise.resolve(ok(null)));
    expect(messages()).toEqual(['No picture.']);
  });
  it('stay when they are errors, and can be read again after they were dismissed', async () => {
    notify('error', { code: 'no-space', message: 'The disk is full.' });
    await act(Promise.resolve(ok(null)));
    const [notice] = useStore.getState().notices;
    expect(notice?.failure.message).toBe('The disk is full.');
    dismiss(notice!.id);
    expect(useStore.getState().problems.map((n) => n.failure.message)).toEqual(['The disk is full.']);
    notify('info', { code: 'needs-region', message: 'Click first.' });
    expect(useStore.getState().problems).toHaveLength(1);
  });
  it('come from failed requests, not from cancelled ones', async () => {
    expect(await ask(Promise.resolve(ok(5)))).toBe(5);
    expect(await ask(Promise.resolve(fail('cancelled', 'Cancelled.')))).toBeUndefined();
    expect(useStore.getState().notices).toEqual([]);
    expect(await ask(Promise.resolve(fail('no-space', 'The disk is full.', 'Free some.')))).toBeUndefined();
    expect(useStore.getState().notices[0]?.failure.hint).toBe('Free some.');
  });
});
