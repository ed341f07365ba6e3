/** What the pointer would select, shown before it is pressed: no job, no trace in the project. */
import type { SketchMask } from '../../contract/index.ts';
import * as classic from '../../systems/classic/index.ts';
import type { Composer } from '../layers/composer.ts';
import type { Hosts } from '../processes/hosts.ts';
import type { Session } from '../session/session.ts';

export class Previews {
  readonly #session: Session;
  readonly #hosts: Hosts;
  readonly #composer: Composer;
  /** A settled preview under way: it takes as long as a click, so whatever comes next ends it. */
  #settling: AbortController | null = null;

  constructor(session: Session, hosts: Hosts, composer: Composer) {
    this.#session = session;
    this.#hosts = hosts;
    this.#composer = composer;
  }

  /** @throws StudioError 'cancelled' when a later call came before a settled one was done */
  async at(
    canvas: string,
    at: { x: number; y: number } | null,
    settled: boolean,
    signal: AbortSignal,
  ): Promise<{ mask: SketchMask | null }> {
    this.stop();
    const { media } = this.#session.focus(canvas);
    if (!at || media.kind !== 'image') return { mask: null };
    const mine = new AbortController();
    if (settled) this.#settling = mine;
    try {
      const either = AbortSignal.any([signal, mine.signal]);
      const { file: image } = await this.#composer.look(canvas, either);
      either.throwIfAborted();
      return await this.#hosts.run(
        classic.preview,
        { image, at, settled },
        { signal: either, lane: 'interactive' },
      );
    } finally {
      if (this.#settling === mine) this.#settling = null;
    }
  }

  /** A click must not wait for a preview. */
  stop(): void {
    this.#settling?.abort();
    this.#settling = null;
  }
}
