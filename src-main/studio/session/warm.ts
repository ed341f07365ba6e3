/** Gets the photo that is looked at ready for clicks, so that the first click is as quick as the next. */
import type { Media, Project } from '../../contract/index.ts';
import * as classic from '../../systems/classic/index.ts';
import type { Hosts } from '../processes/hosts.ts';
import type { Session } from './session.ts';

export class Warm {
  readonly #session: Session;
  readonly #hosts: Hosts;
  #shown: string | null = null;
  #preparing: AbortController | null = null;

  constructor(session: Session, hosts: Hosts) {
    this.#session = session;
    this.#hosts = hosts;
  }

  /** To be called after each change of the project; does something only when another picture is shown. */
  look(project: Project | null): void {
    const canvas = project?.canvases.find((c) => c.id === project.active);
    const focus = canvas?.kind === 'image' ? this.#session.focus(canvas.id) : undefined;
    // A layer that lies elsewhere is clicked as it lies there: that picture is made at the first click.
    const media = focus?.still ? focus.media : undefined;
    if ((media?.hash ?? null) === this.#shown) return;
    this.#shown = media?.hash ?? null;
    this.stop();
    // Nobody asked for it, so a failure is no news: the click that needs it will say what is wrong.
    if (media) this.#prepare(media).catch(() => undefined);
  }

  async #prepare(media: Media): Promise<void> {
    const mine = (this.#preparing = new AbortController());
    const { file } = this.#session.workpiece(media); // throws where the file is missing
    await this.#hosts.run(classic.prepare, { image: file }, { signal: mine.signal, lane: 'interactive' });
  }

  stop(): void {
    this.#preparing?.abort();
    this.#preparing = null;
  }
}
