/** The thread: what was said, the plan it became, and what came of it. */
import { randomUUID } from 'node:crypto';
import {
  StudioError,
  failureOf,
  type Failure,
  type Hash,
  type Message,
  type NewMessage,
  type Plan,
  type StepState,
  type Turn,
  type Version,
} from '../../contract/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { collectHashes } from '../project/references.ts';
import type { ProjectStore } from '../project/store.ts';
import { awake, meantBy, mentioned } from '../regions/regions.ts';
import type { Session } from '../session/session.ts';
import { perform } from './actions.ts';
import { labelOfPlan } from './labels.ts';
import type { Runner } from './runner.ts';
import type { Selections } from './selection.ts';
import { seedsAfter, takesSeed, withSeed } from './seeds.ts';
import { planTurn } from './turn.ts';

export class Chat {
  readonly #session: Session;
  readonly #selections: Selections;
  readonly #runner: Runner;
  readonly #jobs: Jobs;
  readonly #confirm: () => boolean;
  readonly #notice: (failure: Failure) => void;
  /** Messages whose plan runs, or waits for its turn. */
  readonly #running = new Set<string>();

  constructor(parts: {
    session: Session;
    selections: Selections;
    runner: Runner;
    jobs: Jobs;
    confirm: () => boolean;
    notice: (failure: Failure) => void;
  }) {
    this.#session = parts.session;
    this.#selections = parts.selections;
    this.#runner = parts.runner;
    this.#jobs = parts.jobs;
    this.#confirm = parts.confirm;
    this.#notice = parts.notice;
  }

  /** What would happen, without doing it. @throws StudioError 'not-understood' … */
  preview(text: string, canvas: string | null): Turn {
    const turn = planTurn(text, this.#about(canvas));
    if (!turn.ok) throw StudioError.from(turn.error);
    return turn.value;
  }

  /** Adds what was said and the answer to the thread; starts the plan unless the user wants to confirm it. */
  async send(
    text: string,
    canvas: string | null,
    signal: AbortSignal,
  ): Promise<{ message: string; job: string | null }> {
    const store = await this.#session.storeOrNew('Untitled', signal);
    const about = this.#about(canvas);
    const turn = planTurn(text, about);
    this.#add({ role: 'user', text, canvas, selection: about.selection });
    store.note((doc) => void (doc.draft = ''));
    if (!turn.ok) return { message: this.#add({ text: '', canvas, error: turn.error }), job: null };

    const { say, action, plan, instead } = turn.value;
    if (action) {
      const done = await perform(action, canvas, this.#session, this.#selections, signal);
      return { message: this.#add({ text: done, canvas }), job: null };
    }
    if (!plan) return { message: this.#add({ text: say ?? '', canvas }), job: null };
    if (!canvas)
      return {
        message: this.#add({ text: '', canvas, error: this.#runner.withoutPicture(plan) }),
        job: null,
      };
    const error = strange(plan, store);
    if (error) return { message: this.#add({ text: '', canvas, error: error.failure }), job: null };
    const before = instead ? this.#lastPlanned(canvas) : undefined;
    if (before && this.#isPast(before))
      return { message: this.#add({ text: '', canvas, error: past }), job: null };
    const message = this.#add({
      text: say ?? labelOfPlan(plan),
      canvas,
      // What a plan's card shows is what was spoken of.
      selection: meantBy(plan, this.#regions(canvas)) ?? about.selection,
      plan,
      instead: before?.id ?? null,
    });
    return { message, job: this.#confirm() ? null : this.run(message) };
  }

  /** A plan that a tool made joins the thread and runs, for one layer or the active one. */
  perform(
    canvas: string,
    plan: Plan,
    { layer, say }: { layer?: string | undefined; say?: string | undefined },
  ): { message: string; job: string } {
    const { selection } = this.#session.focus(canvas, { layer }).canvas;
    const text = say ?? labelOfPlan(plan);
    const message = this.#add({ text, canvas, selection, plan, layer: layer ?? null });
    return { message, job: this.run(message) };
  }

  /** Runs a message's plan, as it stands or changed. @returns the job */
  run(messageId: string, changed?: Plan): string {
    const message = this.#message(messageId);
    const { store } = this.#session;
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
    const start = () => (changed && this.#startOf(message)) ?? this.#startOf(this.#find(message.instead));
    const from = changed || message.instead ? start : undefined;
    this.#put({ ...message, plan, steps: plan.steps.map(() => ({ state: 'waiting' })), error: null });
    const job = this.#jobs.start(
      { kind: 'plan', label: labelOfPlan(plan), message: messageId, canvas },
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
    const message = this.#message(messageId);
    const { plan, canvas } = message;
    if (!plan || !canvas) throw new StudioError('wrong-use', 'This message has no plan to run.');
    if (!plan.steps.some((step) => takesSeed(step.invocation)))
      throw new StudioError('wrong-use', 'Chance has no part in this plan: every try would be the same.');
    const seeds = seedsAfter(plan, count);
    const job = this.#jobs.start(
      { kind: 'compare', label: `${labelOfPlan(plan)}, ${count} times`, message: messageId, canvas },
      (watch) =>
        this.#runner.compare(
          { canvas, plan, message: messageId, from: () => this.#startOf(message) },
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
    const message = this.#message(messageId);
    const version = this.#version(versionId);
    const seed = message.tries.find((t) => t.version === versionId)?.seed;
    if (!version || seed === undefined || !message.plan)
      throw new StudioError('not-found', 'That try is no longer in the project.', 'Compare once more.');
    this.#session.showVersion(version.layer, version.id);
    const last = message.steps.length - 1;
    this.#put({
      ...message,
      plan: withSeed(message.plan, seed),
      steps: message.steps.map((step, i) => (i === last ? { state: 'done', version: version.id } : step)),
    });
  }

  /** Shows the picture as a message left it, or as it was when it was said; says so in the thread. */
  branch(messageId: string): void {
    const message = this.#message(messageId);
    const results = message.steps.flatMap((s) => (s.state === 'done' && s.version ? [s.version] : []));
    const version = [...results.reverse(), message.version ?? ''].flatMap((id) => this.#version(id) ?? [])[0];
    if (!version || !message.canvas)
      throw new StudioError(
        'not-found',
        'The picture of this message is no longer in the project.',
        'It was undone since. Redo it first, or go on from another message.',
      );
    const { canvas } = message;
    this.#session.showVersion(version.layer, version.id);
    this.#session.store.note((doc) => void (doc.active = canvas));
    this.#add({ text: `Going on from “${version.label}”.`, canvas });
  }

  #version(id: string): Version | undefined {
    return this.#session.store.snapshot().versions.find((v) => v.id === id);
  }

  /** What a plan was run on before, if it was. */
  #startOf(message: Message | undefined): string | undefined {
    const first = (message?.steps ?? []).flatMap((s) =>
      s.state === 'done' && s.version ? [s.version] : [],
    )[0];
    const parent = first === undefined ? undefined : this.#version(first)?.parent;
    return parent && this.#version(parent) ? parent : undefined;
  }

  /** The failure lands on the step that was under way, the rest is left waiting. */
  #end(messageId: string, error: Failure): void {
    const message = this.#session.current?.messages.find((m) => m.id === messageId);
    if (!message) return; // the project was closed meanwhile
    const at = message.steps.findIndex((s) => s.state === 'running' || s.state === 'waiting');
    const state: StepState = error.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', error };
    this.#put({ ...message, steps: message.steps.map((s, i) => (i === Math.max(0, at) ? state : s)) });
  }

  #about(canvas: string | null) {
    if (!canvas) return { selection: null, kind: null };
    const focus = this.#session.focus(canvas);
    const { canvases } = this.#session.store.snapshot();
    const { width, height } = focus.media;
    return {
      selection: focus.canvas.selection,
      kind: focus.canvas.kind,
      lastPlan: this.#lastPlanned(canvas)?.plan ?? undefined,
      photos: canvases
        .filter((other) => other.id !== canvas && other.kind === 'image')
        .map((other) => ({ name: other.name, hash: this.#session.focus(other.id).media.hash })),
      regions: this.#regions(canvas).flatMap(mentioned),
      ...(width && height && { size: { width, height } }),
    };
  }

  #shownOn(canvas: string | null): string | null {
    return canvas && this.#session.focus(canvas).version.id;
  }

  #regions(canvas: string) {
    return awake(this.#session.store.snapshot(), canvas, this.#session.focus(canvas).version.id);
  }

  #lastPlanned(canvas: string): Message | undefined {
    return this.#session.store.snapshot().messages.findLast((m) => m.canvas === canvas && m.plan);
  }

  /** Whether something else is shown than what came of a message. */
  #isPast({ canvas, steps }: Message): boolean {
    const result = steps.flatMap((s) => (s.state === 'done' && s.version ? [s.version] : [])).at(-1);
    return result !== undefined && this.#version(result) !== undefined && this.#shownOn(canvas) !== result;
  }

  #find(id: string | null): Message | undefined {
    return this.#session.store.snapshot().messages.find((m) => m.id === id);
  }

  #message(id: string): Message {
    const message = this.#find(id);
    if (!message) throw new StudioError('not-found', 'That message is no longer in the project.');
    return message;
  }

  #put(message: NewMessage): void {
    this.#session.store.note((doc) => doc.messages.put(message));
  }

  #add(parts: Partial<Message> & { text: string }): string {
    const id = randomUUID();
    const steps: StepState[] = (parts.plan?.steps ?? []).map(() => ({ state: 'waiting' }));
    this.#put({
      id,
      role: 'studio',
      canvas: null,
      selection: null,
      plan: null,
      steps,
      error: null,
      version: this.#shownOn(parts.canvas ?? null),
      tries: [],
      instead: null,
      createdAt: Date.now(),
      ...parts,
    });
    return id;
  }
}

const past: Failure = {
  code: 'not-understood',
  message: 'The picture has changed since that was done.',
  hint: 'Say what should happen now: “make it 20 % brighter”.',
};

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
