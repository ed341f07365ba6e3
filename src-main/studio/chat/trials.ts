/** What a plan that is being changed on its card would make: looked at, and in no history. */
import { StudioError, canBeTried, type Hash, type Plan, type Trial } from '../../contract/index.ts';
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
   * @param by how many of the canvas' pixels, each way, one of the screen shows
   * @throws StudioError 'wrong-use' for what is not to be seen beforehand, and for many photos
   */
  async try(messageId: string, plan: Plan, by: number, signal: AbortSignal): Promise<Trial> {
    this.#pending?.abort();
    const mine = (this.#pending = new AbortController());
    const message = this.#thread.message(messageId);
    const { canvas } = message;
    if (!canvas || !canBeTried(plan))
      throw new StudioError('wrong-use', 'This plan can’t be tried out.', 'Run it; undo takes it back.');
    const { store } = this.#session;
    const since = store.newest;
    const from = () =>
      this.#thread.startOf(message) ?? this.#thread.startOf(this.#thread.find(message.instead), canvas);
    const watch = { signal: AbortSignal.any([signal, mine.signal]), progress: () => undefined };
    const run = { canvas, plan, message: messageId, from, layer: message.layer ?? undefined };
    const made = await this.#runner.tryOut(run, by, watch);
    const { picture } = made;
    const before = this.#last;
    this.#last = { store, picture, since };
    watch.signal.throwIfAborted();
    if (before && before.store === store && before.picture !== picture)
      store.dropMask(before.picture, before.since);
    return made;
  }
}
