/** What a plan that is being changed on its card would make: looked at, and in no history. */
import { StudioError, movers, type Hash, type Plan } from '../../contract/index.ts';
import type { ProjectStore } from '../project/store.ts';
import type { Session } from '../session/session.ts';
import type { Runner } from './runner.ts';
import type { Thread } from './thread.ts';

export class Trials {
  readonly #session: Session;
  readonly #thread: Thread;
  readonly #runner: Runner;
  #pending: AbortController | null = null;
  /** The last one's picture goes when the next one comes, unless it was made in earnest since. */
  #last: { store: ProjectStore; picture: Hash; since: number } | null = null;

  constructor(parts: { session: Session; thread: Thread; runner: Runner }) {
    this.#session = parts.session;
    this.#thread = parts.thread;
    this.#runner = parts.runner;
  }

  /**
   * The layer that the plan of a message is for, with the picture that it would show. One at a time: a later call stops
   * the one before it, which fails with `cancelled`.
   * @throws StudioError 'wrong-use' for what can't be seen on a layer as it lies: pixels that go elsewhere, many photos
   */
  async try(messageId: string, plan: Plan, signal: AbortSignal): Promise<{ layer: string; picture: Hash }> {
    this.#pending?.abort();
    const mine = (this.#pending = new AbortController());
    const message = this.#thread.message(messageId);
    const { canvas } = message;
    const stays = plan.steps.every(
      ({ invocation: { module, command } }) => module === 'image-editing' && !movers.has(command),
    );
    if (!canvas || !stays)
      throw new StudioError('wrong-use', 'This plan can’t be tried out.', 'Run it; undo takes it back.');
    const { store } = this.#session;
    const since = store.newest;
    const from = () =>
      this.#thread.startOf(message) ?? this.#thread.startOf(this.#thread.find(message.instead), canvas);
    const watch = { signal: AbortSignal.any([signal, mine.signal]), progress: () => undefined };
    const run = { canvas, plan, message: messageId, from, layer: message.layer ?? undefined };
    const { layer, picture } = await this.#runner.tryOut(run, watch);
    const before = this.#last;
    this.#last = { store, picture, since };
    watch.signal.throwIfAborted();
    if (before && before.store === store && before.picture !== picture)
      store.dropMask(before.picture, before.since);
    return { layer, picture };
  }
}
