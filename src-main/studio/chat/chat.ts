/** The thread: what was said, the plan it became, and what came of it. */
import {
  StudioError,
  failureOf,
  planSaid,
  say,
  type Failure,
  type Hash,
  type Message,
  type Plan,
  type Result,
  type Said,
  type Selection,
  type StepState,
  type Turn,
  type Version,
} from '../../contract/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { collectHashes } from '../project/references.ts';
import type { ProjectStore } from '../project/store.ts';
import { meantBy } from '../regions/regions.ts';
import type { Session } from '../session/session.ts';
import { perform } from './actions.ts';
import type { Batches } from './batch.ts';
import type { Runner } from './runner.ts';
import type { Selections } from './selection.ts';
import { seedsAfter, takesSeed, withSeed } from './seeds.ts';
import { past, type Thread } from './thread.ts';
import { planTurn, type Planner } from './turn.ts';

/** Told of an answer on its way; `null`: it has come, or none will. */
type Answering = (answer: { to: string; text: string | null }) => void;

/** What a message is about: one canvas (or none), or several photos. */
type Addressed = Pick<Message, 'canvas' | 'photos'>;

export class Chat {
  readonly #session: Session;
  readonly #thread: Thread;
  readonly #batches: Batches;
  readonly #selections: Selections;
  readonly #runner: Runner;
  readonly #jobs: Jobs;
  readonly #confirm: () => boolean;
  readonly #notice: (failure: Failure) => void;
  readonly #answering: Answering;
  readonly #planner: Planner;
  /** Messages whose plan runs, or waits for its turn. */
  readonly #running = new Set<string>();

  constructor(parts: {
    session: Session;
    thread: Thread;
    batches: Batches;
    selections: Selections;
    runner: Runner;
    jobs: Jobs;
    confirm: () => boolean;
    notice: (failure: Failure) => void;
    answering: Answering;
    planner?: Planner;
  }) {
    this.#session = parts.session;
    this.#thread = parts.thread;
    this.#batches = parts.batches;
    this.#selections = parts.selections;
    this.#runner = parts.runner;
    this.#jobs = parts.jobs;
    this.#confirm = parts.confirm;
    this.#notice = parts.notice;
    this.#answering = parts.answering;
    this.#planner = parts.planner ?? planTurn;
  }

  /** What would happen, without doing it. @throws StudioError 'not-understood' … */
  preview(text: string, canvas: string | null): Turn {
    const turn = planTurn(text, this.#thread.about(canvas));
    if (!turn.ok) throw StudioError.from(turn.error);
    return turn.value;
  }

  /**
   * Adds what was said and the answer to the thread; starts the plan unless the user wants to confirm it.
   * @param several the photos that it is about instead of the canvas
   */
  async send(
    text: string,
    canvas: string | null,
    signal: AbortSignal,
    several: readonly string[] = [],
  ): Promise<{ message: string; job: string | null }> {
    const store = await this.#session.storeOrNew('Untitled', signal);
    const photos = several.length ? this.#batches.photos(several) : [];
    const all = photos.map((photo) => this.#session.focus(photo.canvas).canvas);
    // The one whose reading the card shows: what is pointed at in any of them may be meant.
    const lead = (all.find((one) => one.selection) ?? all[0])?.id ?? canvas;
    const about = this.#thread.about(lead);
    const to: Addressed = photos.length > 1 ? { canvas: null, photos } : { canvas: lead, photos: [] };
    const selection = to.canvas ? about.selection : null;
    const regions = this.#thread.spokenOf(text, lead);
    const asked = this.#thread.add({ role: 'user', text, ...to, selection, regions });
    store.note((doc) => void (doc.draft = ''));
    const tell = (sofar: string | null) => this.#answering({ to: asked, text: sofar });
    tell('');
    try {
      const turn = await this.#planner(text, about, { signal, tell });
      signal.throwIfAborted();
      if (this.#session.store !== store)
        throw new StudioError('cancelled', 'Another project was opened meanwhile.');
      return await this.#answer(turn, text, to, selection, signal);
    } finally {
      tell(null);
    }
  }

  async #answer(
    turn: Result<Turn>,
    words: string,
    to: Addressed,
    selection: Selection | null,
    signal: AbortSignal,
  ): Promise<{ message: string; job: string | null }> {
    const { store } = this.#session;
    const { canvas, photos } = to;
    const answer = (parts: { text: string; error?: Failure } | { said: Said }) => ({
      message: this.#thread.add({ ...to, ...parts }),
      job: null,
    });
    const fail = (error: Failure) => answer({ text: '', error });
    if (!turn.ok) return fail(turn.error);

    const { action, plan, instead } = turn.value;
    if (action)
      return answer({ said: await perform(action, canvas, this.#session, this.#selections, signal) });
    const text = turn.value.say ?? '';
    if (!plan) return answer({ text });
    if (!canvas && !photos.length) return fail(this.#runner.withoutPicture(plan));
    const error = strange(plan, store);
    if (error) return fail(error.failure);
    if (!canvas) {
      // Any other planner is asked once for all of them.
      const own = this.#planner === planTurn ? words : null;
      const message = this.#thread.add({ text, ...to, plan, steps: [], words: own });
      return { message, job: this.#confirm() ? null : this.#batches.run(message) };
    }
    const before = instead ? this.#thread.lastPlanned(canvas) : undefined;
    if (before && this.#thread.isPast(before, canvas)) return fail(past);
    const message = this.#thread.add({
      text,
      canvas,
      // What a plan's card shows is what was spoken of.
      selection: meantBy(plan, this.#thread.regions(canvas)) ?? selection,
      plan,
      instead: before?.id ?? null,
    });
    return { message, job: this.#confirm() ? null : this.run(message) };
  }

  /** A plan for each of these photos joins the thread and runs. @throws StudioError */
  batch(plan: Plan, canvases: readonly string[]): { message: string; job: string } {
    const photos = this.#batches.photos(canvases);
    const error = strange(plan, this.#session.store);
    if (error) throw error;
    const message = this.#thread.add({ text: '', photos, plan, steps: [] });
    return { message, job: this.#batches.run(message) };
  }

  /** A plan that a tool made joins the thread and runs, for one layer or the active one. */
  perform(
    canvas: string,
    plan: Plan,
    { layer, say: text = '' }: { layer?: string | undefined; say?: string | undefined },
  ): { message: string; job: string } {
    const { selection } = this.#session.focus(canvas, { layer }).canvas;
    const message = this.#thread.add({ text, canvas, selection, plan, layer: layer ?? null });
    return { message, job: this.run(message) };
  }

  /** Runs a message's plan, as it stands or changed. @returns the job */
  run(messageId: string, changed?: Plan): string {
    const message = this.#thread.message(messageId);
    const { store } = this.#session;
    if (message.photos.length) {
      const error = changed && strange(changed, store);
      if (error) throw error;
      return this.#batches.run(messageId, changed);
    }
    const { readOnly } = store;
    const plan = changed ?? message.plan;
    const { canvas } = message;
    if (!plan || !canvas) throw new StudioError('wrong-use', 'This message has no plan to run.');
    if (readOnly) throw new StudioError('no-permission', 'This project can’t be changed.', readOnly);
    const error = strange(plan, store);
    if (error) throw error;
    if (this.#running.has(messageId)) throw new StudioError('wrong-use', 'This plan is running already.');
    this.#running.add(messageId);
    // Looked up when its turn has come: what it takes the place of may run yet.
    const start = () =>
      (changed && this.#thread.startOf(message)) ??
      this.#thread.startOf(this.#thread.find(message.instead), canvas);
    const from = changed || message.instead ? start : undefined;
    this.#thread.put({ ...message, plan, steps: plan.steps.map(() => ({ state: 'waiting' })), error: null });
    const job = this.#jobs.start(
      { kind: 'plan', label: planSaid(plan), message: messageId, canvas },
      (watch) =>
        this.#runner.run(
          { canvas, plan, message: messageId, from, layer: message.layer ?? undefined },
          watch,
        ),
    );
    job.result
      .catch((error: unknown) => this.#end(messageId, failureOf(error)))
      // Not even the failure could be written down (a full disk, say).
      .catch((error: unknown) => this.#notice(failureOf(error)))
      .finally(() => this.#running.delete(messageId));
    return job.id;
  }

  /** Runs a message's plan with several seeds, side by side. @returns the job */
  compare(messageId: string, count: number): string {
    const message = this.#thread.message(messageId);
    const { plan, canvas } = message;
    if (!plan || !canvas) throw new StudioError('wrong-use', 'This message has no plan to run.');
    if (!plan.steps.some((step) => takesSeed(step.invocation)))
      throw new StudioError('wrong-use', 'Chance has no part in this plan: every try would be the same.');
    const seeds = seedsAfter(plan, count);
    const job = this.#jobs.start(
      { kind: 'compare', label: say('planTimes', planSaid(plan), count), message: messageId, canvas },
      (watch) =>
        this.#runner.compare(
          { canvas, plan, message: messageId, from: () => this.#thread.startOf(message) },
          seeds,
          watch,
        ),
    );
    job.result.catch((error: unknown) => {
      const failure = failureOf(error);
      if (failure.code !== 'cancelled') this.#notice(failure);
    });
    return job.id;
  }

  /** Takes one of several tries for the message's result. */
  choose(messageId: string, versionId: string): void {
    const message = this.#thread.message(messageId);
    const version = this.#thread.version(versionId);
    const seed = message.tries.find((t) => t.version === versionId)?.seed;
    if (!version || seed === undefined || !message.plan)
      throw new StudioError('not-found', 'That try is no longer in the project.', 'Compare once more.');
    this.#session.showVersion(version.layer, version.id);
    const last = message.steps.length - 1;
    this.#thread.put({
      ...message,
      plan: withSeed(message.plan, seed),
      steps: message.steps.map((step, i) => (i === last ? { state: 'done', version: version.id } : step)),
    });
  }

  /** Takes the tries that were not chosen out of the project, except what something was made from. */
  dropTries(messageId: string): void {
    const message = this.#thread.message(messageId);
    const { store } = this.#session;
    const { layers } = store.snapshot();
    const kept = new Set(layers.map((layer) => layer.version));
    for (const step of message.steps) if (step.state === 'done' && step.version) kept.add(step.version);
    const others = message.tries.map((t) => t.version).filter((id) => !kept.has(id));
    store.act(say('dropTries'), (doc) => {
      // The steps before a try's last one go with it: nothing else hangs on them.
      for (let leaf of others)
        for (;;) {
          const row = doc.versions.get(leaf);
          if (!row || kept.has(leaf) || doc.versions.all().some((v) => v.parent === leaf)) break;
          doc.versions.delete(leaf);
          if (!row.parent || !madeFor(message, doc.versions.get(row.parent))) break;
          leaf = row.parent;
        }
    });
  }

  /** Shows the picture as a message left it, or as it was when it was said; says so in the thread. */
  branch(messageId: string): void {
    const message = this.#thread.message(messageId);
    const results = message.steps.flatMap((s) => (s.state === 'done' && s.version ? [s.version] : []));
    const version = [...results.reverse(), message.version ?? ''].flatMap(
      (id) => this.#thread.version(id) ?? [],
    )[0];
    if (!version || !message.canvas)
      throw new StudioError(
        'not-found',
        'The picture of this message is no longer in the project.',
        'It was undone since. Redo it first, or go on from another message.',
      );
    const { canvas } = message;
    this.#session.showVersion(version.layer, version.id);
    this.#session.store.note((doc) => void (doc.active = canvas));
    this.#thread.add({ said: say('goingOn', version.label), canvas });
  }

  /** The failure lands on the step that was under way, the rest is left waiting. */
  #end(messageId: string, error: Failure): void {
    const message = this.#session.current?.messages.find((m) => m.id === messageId);
    if (!message) return; // the project was closed meanwhile
    const at = message.steps.findIndex((s) => s.state === 'running' || s.state === 'waiting');
    const state: StepState = error.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', error };
    this.#thread.put({ ...message, steps: message.steps.map((s, i) => (i === Math.max(0, at) ? state : s)) });
  }
}

/** Whether a version is an earlier step of a try: made since the message, and by one of its plan's edits. */
const madeFor = ({ plan, createdAt }: Message, version: Version | undefined): boolean =>
  version !== undefined &&
  version.createdAt >= createdAt &&
  (plan?.steps.slice(0, -1).some((s) => s.invocation.command === version.invocation?.command) ?? false);

/** What is wrong with a plan that names media by their hashes: the project hasn't got one of them. */
function strange(plan: Plan, store: ProjectStore): StudioError | null {
  const stored = (hash: Hash) => store.media.path(hash) !== null;
  if ([...collectHashes(plan, new Set())].every(stored)) return null;
  return new StudioError(
    'not-found',
    'This names a picture that is not in the project.',
    'Open that picture in this project first.',
  );
}
