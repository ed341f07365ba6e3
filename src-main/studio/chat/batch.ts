/** One plan on many photos: a card in the thread, and a job with a part for each of them. */
import { isDeepStrictEqual } from 'node:util';
import {
  StudioError,
  failureOf,
  planSaid,
  say,
  type Canvas,
  type Invocation,
  type JobPart,
  type Message,
  type MessagePhoto,
  type Plan,
  type Region,
  type Said,
  type StepState,
} from '../../contract/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Draft } from '../project/draft.ts';
import type { ActionRun } from '../project/store.ts';
import type { Session } from '../session/session.ts';
import { endOf } from '../session/turns.ts';
import { between, type Watch } from '../work/picture.ts';
import type { Runner } from './runner.ts';
import { past, type Thread } from './thread.ts';
import { planTurn } from './turn.ts';

/** Steps that a photo counts for in the job's total: how far one is shows, too. */
const perPhoto = 100;

/** Without a region, these find their own subject or mean the whole picture by design. */
const findsItself = new Set(['cut-out', 'blur-background', 'replace-background', 'vignette']);

export class Batches {
  readonly #session: Session;
  readonly #thread: Thread;
  readonly #runner: Runner;
  readonly #jobs: Jobs;
  /** Cards whose plan runs, or waits for its turn: one after the other, whichever photos they share. */
  readonly #running = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: { session: Session; thread: Thread; runner: Runner; jobs: Jobs }) {
    this.#session = parts.session;
    this.#thread = parts.thread;
    this.#runner = parts.runner;
    this.#jobs = parts.jobs;
  }

  /**
   * These canvases as a message names them, each once.
   * @throws StudioError when the project can't be changed or one of these is no photo
   */
  photos(canvases: readonly string[]): MessagePhoto[] {
    const { readOnly } = this.#session.store;
    if (readOnly) throw new StudioError('no-permission', 'This project can’t be changed.', readOnly);
    const photos = [...new Set(canvases)].map((id): Canvas => this.#session.focus(id).canvas);
    const other = photos.find((canvas) => canvas.kind !== 'image');
    if (other)
      throw new StudioError(
        'wrong-use',
        `“${other.name}” is not a photo.`,
        'Select only photos, then try again.',
      );
    return photos.map(({ id, name }) => ({ canvas: id, name, state: { state: 'waiting' }, before: null }));
  }

  /**
   * Runs the plan of a card on the photos that it isn't done on; a changed one on all of them, each from what it ran on
   * before. @returns the job @throws StudioError
   */
  run(messageId: string, changed?: Plan): string {
    const message = this.#thread.message(messageId);
    const plan = changed ?? message.plan;
    const there = new Set(this.#session.store.snapshot().canvases.map(({ id }) => id));
    const open = message.photos.filter(
      ({ state, canvas }) => (changed || state.state !== 'done') && there.has(canvas),
    );
    if (!plan || !open.length) throw new StudioError('wrong-use', 'There is no photo left to do this on.');
    this.photos(open.map(({ canvas }) => canvas)); // that they can be changed
    if (this.#running.has(messageId)) throw new StudioError('wrong-use', 'This plan is running already.');
    this.#running.add(messageId);
    // What was changed by hand is what is meant, whatever was said.
    if (changed) this.#thread.change(messageId, (row) => ({ ...row, plan: changed, words: null }));
    this.#tell(messageId, new Map(open.map(({ canvas }) => [canvas, { state: 'waiting' }])));
    const parts = open.map(({ canvas, name }): JobPart => ({ canvas, name, state: 'waiting', error: null }));
    const label = onPhotos(plan, open);
    const before = this.#last;
    const { id, result } = this.#jobs.start(
      { kind: 'batch', label, message: messageId, total: open.length * perPhoto, parts },
      (watch, job) => {
        const words = changed ? null : message.words;
        const mine = () => this.#run({ ...message, plan, words }, open, watch, job, changed !== undefined);
        // One that is cancelled while it waits has a card to tell it, too.
        return endOf(before, watch.signal).then(mine, mine);
      },
    );
    const ended = () => void this.#running.delete(messageId);
    this.#last = Promise.allSettled([before, result.then(ended, ended)]); // the job and the card tell what came of it
    return id;
  }

  async #run(
    message: Message & { plan: Plan },
    photos: readonly MessagePhoto[],
    outer: Watch,
    job: string,
    anew: boolean,
  ): Promise<void> {
    const { store } = this.#session;
    const run: ActionRun = { entry: null };
    const takenBack = new AbortController();
    const forget = store.onChange(() => store.isUndone(run) && takenBack.abort(stopped));
    const watch = { ...outer, signal: AbortSignal.any([outer.signal, takenBack.signal]) };
    /** The photos of the run's entry in the history. */
    let joined: readonly MessagePhoto[] = [];
    let done = 0;
    const left = new Set(photos.map(({ canvas }) => canvas));
    let failed: unknown;
    try {
      for (const [index, photo] of photos.entries()) {
        watch.signal.throwIfAborted();
        const tell = (change: Partial<JobPart>) => this.#jobs.tellPart(job, index, change);
        tell({ state: 'running' });
        let next = joined;
        const among = {
          run,
          label: () => onPhotos(message.plan, (next = [...(store.joins(run) ? joined : []), photo])),
          done: (doc: Draft, version: string | null, before: string) => {
            const row = doc.messages.get(message.id);
            const state: StepState = { state: 'done', ...(version !== null && { version }) };
            if (row) doc.messages.put(withPhotos(row, (p) => p.canvas === photo.canvas && { state, before }));
          },
        };
        try {
          const { plan, from } = this.#planOn(message, photo.canvas, anew);
          const mine = between(watch, index / photos.length, (index + 1) / photos.length);
          await this.#runner.run({ canvas: photo.canvas, plan, message: null, from, among }, mine);
          joined = next;
          done++;
          tell({ state: 'done' });
        } catch (error) {
          if (watch.signal.aborted) throw error;
          failed ??= error;
          const failure = failureOf(error);
          this.#tell(message.id, new Map([[photo.canvas, { state: 'failed', error: failure }]]));
          tell({ state: 'failed', error: failure });
        }
        left.delete(photo.canvas);
        watch.progress((index + 1) / photos.length);
      }
    } finally {
      forget();
      photos.forEach(({ canvas }, index) => {
        if (left.has(canvas)) this.#jobs.tellPart(job, index, { state: 'cancelled' });
      });
      if (left.size)
        this.#tell(message.id, new Map([...left].map((canvas) => [canvas, { state: 'cancelled' }])));
    }
    if (!done && failed) throw failed;
  }

  /** What the card says, as it is meant for one of its photos. @throws StudioError */
  #planOn(
    message: Message & { plan: Plan },
    canvas: string,
    anew: boolean,
  ): { plan: Plan; from?: () => string | undefined } {
    const { plan, words, id } = message;
    const about = this.#thread.about(canvas, id);
    if (words === null) {
      const own = planFor(plan, about.selection?.region);
      return anew ? { plan: own, from: () => this.#thread.startOf(message, canvas) } : { plan: own };
    }
    const turn = planTurn(words, about);
    if (!turn.ok) throw StudioError.from(turn.error);
    const own = turn.value.plan;
    if (!own || !isDeepStrictEqual(commandsOf(own), commandsOf(plan)))
      return { plan: planFor(plan, about.selection?.region) };
    const earlier = turn.value.instead ? this.#thread.lastPlanned(canvas, id) : undefined;
    if (earlier && this.#thread.isPast(earlier, canvas)) throw StudioError.from(past);
    return { plan: own, from: () => this.#thread.startOf(earlier, canvas) };
  }

  /** Some of a card's photos come to another state. */
  #tell(messageId: string, states: ReadonlyMap<string, StepState>): void {
    this.#thread.change(messageId, (message) =>
      withPhotos(message, ({ canvas }) => states.has(canvas) && { state: states.get(canvas)! }),
    );
  }
}

/** Whoever takes back what a plan has done so far doesn't want the rest of it either. */
const stopped = new StudioError('cancelled', 'What was done so far was taken back.');

const commandsOf = (plan: Plan): string[] => plan.steps.map((step) => step.invocation.command);

/** What the history calls a plan on photos: one by its name, several by their number. */
const onPhotos = (plan: Plan, photos: readonly MessagePhoto[]): Said =>
  photos.length === 1
    ? say('planOnPhoto', planSaid(plan), photos[0]!.name)
    : say('planOnPhotos', planSaid(plan), photos.length);

const withPhotos = (
  message: Message,
  change: (photo: MessagePhoto) => Partial<MessagePhoto> | false,
): Message => ({
  ...message,
  photos: message.photos.map((photo) => ({ ...photo, ...change(photo) })),
});

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
