/** The messages of the open project: found, added, changed, and what they say of the pictures they are about. */
import { randomUUID } from 'node:crypto';
import {
  StudioError,
  groundVersion,
  tell,
  type Failure,
  type Message,
  type NewMessage,
  type Said,
  type Selection,
  type StepState,
  type Version,
} from '../../contract/index.ts';
import { awake, mentioned, mentionedIds } from '../regions/regions.ts';
import type { Session } from '../session/session.ts';
import type { About } from './turn.ts';

export class Thread {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  find(id: string | null): Message | undefined {
    return this.#session.store.snapshot().messages.find((m) => m.id === id);
  }

  /** @throws StudioError 'not-found' */
  message(id: string): Message {
    const message = this.find(id);
    if (!message) throw new StudioError('not-found', 'That message is no longer in the project.');
    return message;
  }

  put(message: NewMessage): void {
    this.#session.store.note((doc) => doc.messages.put(message));
  }

  /** Changes a message that may be gone by now: its project may be closed. */
  change(id: string, change: (message: Message) => NewMessage): void {
    const message = this.#session.current?.messages.find((m) => m.id === id);
    if (message) this.put(change(message));
  }

  /** @returns its id */
  add(parts: Partial<Message> & ({ text: string } | { said: Said })): string {
    const id = randomUUID();
    const steps: StepState[] = (parts.plan?.steps ?? []).map(() => ({ state: 'waiting' }));
    const { said = null } = parts;
    this.put({
      id,
      role: 'studio',
      text: said === null ? '' : tell(said),
      said,
      canvas: null,
      selection: null,
      plan: null,
      steps,
      error: null,
      version: this.#shownOn(parts.canvas ?? null),
      tries: [],
      instead: null,
      regions: null,
      doubt: null,
      createdAt: Date.now(),
      ...parts,
    });
    return id;
  }

  version(id: string | undefined): Version | undefined {
    return this.#session.store.snapshot().versions.find((v) => v.id === id);
  }

  /** What words about a picture may mean there. `until`: as it was when that message was said. */
  about(canvas: string | null, until?: string): About & { selection: Selection | null } {
    if (!canvas) return { selection: null, kind: null };
    const focus = this.#session.focus(canvas);
    const { canvases } = this.#session.store.snapshot();
    const { width, height } = focus.media;
    return {
      selection: focus.canvas.selection,
      kind: focus.canvas.kind,
      lastPlan: this.lastPlanned(canvas, until)?.plan ?? undefined,
      photos: canvases
        .filter((other) => other.id !== canvas && other.kind === 'image')
        .map((other) => ({ name: other.name, hash: this.#session.focus(other.id).media.hash })),
      regions: this.regions(canvas).flatMap(mentioned),
      ...(width && height && { size: { width, height } }),
    };
  }

  regions(canvas: string) {
    const project = this.#session.store.snapshot();
    // They lie on the canvas, whichever layer is active.
    return awake(project, canvas, groundVersion(project, canvas) ?? this.#session.focus(canvas).version.id);
  }

  /** The named regions that a text about a picture speaks of, by their ids. */
  spokenOf(text: string, canvas: string | null): string[] {
    return canvas ? mentionedIds(text, this.regions(canvas)) : [];
  }

  /** The newest plan for a picture, alone or among others. */
  lastPlanned(canvas: string, until?: string): Message | undefined {
    const { messages } = this.#session.store.snapshot();
    const end = until === undefined ? -1 : messages.findIndex((m) => m.id === until);
    return (end < 0 ? messages : messages.slice(0, end)).findLast(
      (m) =>
        m.plan && m.role === 'studio' && (m.canvas === canvas || m.photos.some((p) => p.canvas === canvas)),
    );
  }

  /** What a plan was run on before, if it was; for a message about several photos, on one of them. */
  startOf(message: Message | undefined, canvas = message?.canvas): string | undefined {
    const photo = message?.photos.find((p) => p.canvas === canvas);
    const done = (message?.steps ?? []).flatMap((s) => (s.state === 'done' && s.version ? [s.version] : []));
    const start = photo ? (photo.before ?? undefined) : this.version(done[0])?.parent;
    return start && this.version(start) ? start : undefined;
  }

  /** Whether something else is shown than what came of a message. */
  isPast({ steps, photos, ...message }: Message, canvas = message.canvas): boolean {
    const states = photos.length ? photos.filter((p) => p.canvas === canvas).map((p) => p.state) : steps;
    const result = states.flatMap((s) => (s.state === 'done' && s.version ? [s.version] : [])).at(-1);
    return result !== undefined && this.version(result) !== undefined && this.#shownOn(canvas) !== result;
  }

  #shownOn(canvas: string | null): string | null {
    return canvas && this.#session.focus(canvas).version.id;
  }
}

/** Something else is shown by now than what words like "a bit less" are about. */
export const past: Failure = {
  code: 'not-understood',
  message: 'The picture has changed since that was done.',
  hint: 'Say what should happen now: “make it 20 % brighter”.',
};
