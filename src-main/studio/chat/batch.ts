/** One plan on many photos: a job with a part for each, and a line in the thread about what came of it. */
import { randomUUID } from 'node:crypto';
import {
  StudioError,
  failureOf,
  type Canvas,
  type Failure,
  type Invocation,
  type JobPart,
  type Plan,
  type Region,
} from '../../contract/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Session } from '../session/session.ts';
import { between, type Watch } from '../work/picture.ts';
import { labelOfPlan } from './labels.ts';
import type { Runner } from './runner.ts';

/** Steps that a photo counts for in the job's total: how far one is shows, too. */
const perPhoto = 100;

/** Without a region, these find their own subject or mean the whole picture by design. */
const findsItself = new Set(['cut-out', 'blur-background', 'replace-background', 'vignette']);

export class Batches {
  readonly #session: Session;
  readonly #runner: Runner;
  readonly #jobs: Jobs;

  constructor(parts: { session: Session; runner: Runner; jobs: Jobs }) {
    this.#session = parts.session;
    this.#runner = parts.runner;
    this.#jobs = parts.jobs;
  }

  /** @returns the job @throws StudioError when the project can't be changed or one of these is no photo */
  start(plan: Plan, canvases: readonly string[]): string {
    const { readOnly } = this.#session.store;
    if (readOnly) throw new StudioError('no-permission', 'This project can’t be changed.', readOnly);
    const photos = [...new Set(canvases)].map((id) => this.#session.focus(id).canvas);
    const other = photos.find((canvas) => canvas.kind !== 'image');
    if (other)
      throw new StudioError(
        'wrong-use',
        `“${other.name}” is not a photo.`,
        'Select only photos, then try again.',
      );
    const parts = photos.map(({ id, name }): JobPart => ({
      canvas: id,
      name,
      state: 'waiting',
      error: null,
    }));
    const label = `${labelOfPlan(plan)}: ${photos.length} ${photos.length === 1 ? 'photo' : 'photos'}`;
    const { id, result } = this.#jobs.start(
      { kind: 'batch', label, total: photos.length * perPhoto, parts },
      (watch, job) => this.#run(plan, photos, watch, job),
    );
    result.catch(() => undefined); // the job tells it
    return id;
  }

  async #run(plan: Plan, photos: readonly Canvas[], watch: Watch, job: string): Promise<void> {
    const failed: { name: string; error: Failure }[] = [];
    let done = 0;
    try {
      for (const [index, { id, name }] of photos.entries()) {
        watch.signal.throwIfAborted();
        const tell = (change: Partial<JobPart>) => this.#jobs.tellPart(job, index, change);
        tell({ state: 'running' });
        try {
          const { canvas } = this.#session.focus(id);
          const own = planFor(plan, canvas.selection?.region);
          const mine = between(watch, index / photos.length, (index + 1) / photos.length);
          await this.#runner.run({ canvas: id, plan: own, message: '' }, mine);
          tell({ state: 'done' });
          done++;
        } catch (error) {
          if (watch.signal.aborted) throw error;
          const failure = failureOf(error);
          failed.push({ name, error: failure });
          tell({ state: 'failed', error: failure });
        }
        watch.progress((index + 1) / photos.length);
      }
    } catch (error) {
      for (let index = done + failed.length; index < photos.length; index++)
        this.#jobs.tellPart(job, index, { state: 'cancelled' });
      this.#say(plan, done, photos.length, failed, true);
      throw error;
    }
    this.#say(plan, done, photos.length, failed, false);
    if (!done && failed[0]) throw StudioError.from(failed[0].error);
  }

  /** What came of it, in the thread. Which photo failed and why is said, so that nobody has to look for it. */
  #say(
    plan: Plan,
    done: number,
    total: number,
    failed: { name: string; error: Failure }[],
    stopped: boolean,
  ) {
    if (!this.#session.current) return; // it was closed
    const lines = [
      `${labelOfPlan(plan)}: ${done} of ${total} photos ${stopped ? 'done, then cancelled' : 'done'}.`,
      ...failed.map(({ name, error }) => `${name}: ${error.message}`),
    ];
    this.#session.store.note((doc) =>
      doc.messages.put({
        id: randomUUID(),
        role: 'studio',
        canvas: null,
        text: lines.join('\n'),
        selection: null,
        plan: null,
        steps: [],
        error: null,
        version: null,
        tries: [],
        instead: null,
        createdAt: Date.now(),
      }),
    );
  }
}

/** Parts that mean the same in every picture; the others were pointed at in one. */
const general = (region: Region): boolean => region.parts.every((part) => part.kind === 'words');

/**
 * The plan for another photo than the one it was made for: what was pointed at there is what is selected here.
 * @throws StudioError 'needs-region' when a step needs to know where and nothing here says it
 */
export function planFor(plan: Plan, selected: Region | undefined): Plan {
  return {
    steps: plan.steps.map((step) => {
      const { region, ...rest } = step.invocation;
      if (!region || general(region)) return step;
      if (selected) return { ...step, invocation: { ...step.invocation, region: selected } as Invocation };
      if (findsItself.has(rest.command)) return { ...step, invocation: rest as Invocation };
      throw new StudioError(
        'needs-region',
        'This needs to know where, and nothing is selected in this photo.',
        'Select a part of it, then apply the plan again.',
      );
    }),
  };
}
