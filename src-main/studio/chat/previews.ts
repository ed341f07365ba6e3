/** What the pointer would select, shown before it is pressed: no job, no trace in the project. */
import type { SketchMask } from '../../contract/index.ts';
import * as classic from '../../systems/classic/index.ts';
import type { Hosts } from '../processes/hosts.ts';
import type { Session } from '../session/session.ts';

export class Previews {
  readonly #session: Session;
  readonly #hosts: Hosts;
  /** A settled preview under way: it takes as long as a click, so whatever comes next ends it. */
  #settling: AbortController | null = null;

  constructor(session: Session, hosts: Hosts) {
    this.#session = session;
    this.#hosts = hosts;
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
      const { file: image } = this.#session.workpiece(media);
      return await this.#hosts.run(
        classic.preview,
        { image, at, settled },
        { signal: AbortSignal.any([signal, mine.signal]), lane: 'interactive' },
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
