/** What a card for several photos shows of each. */
import type { Job } from '../../src-main/contract/app.ts';
import type { Message, MessagePhoto, Project } from '../../src-main/contract/document.ts';
import type { Failure } from '../../src-main/contract/result.ts';

export interface Outcome {
  photo: MessagePhoto;
  state: 'waiting' | 'running' | 'done' | 'undone' | 'failed' | 'cancelled';
  error: Failure | undefined;
}

/** Every photo as the job that runs tells it, else as the message keeps it. */
export function outcomesOf(message: Message, job: Job | undefined, project: Project | null): Outcome[] {
  const parts = new Map(job?.parts.map((part) => [part.canvas, part]));
  const versions = new Set(project?.versions.map(({ id }) => id));
  return message.photos.map((photo) => {
    const { state: kept } = photo;
    const part = kept.state === 'done' ? undefined : parts.get(photo.canvas);
    const undone = kept.state === 'done' && kept.version !== undefined && !versions.has(kept.version);
    return {
      photo,
      state: undone ? 'undone' : (part?.state ?? kept.state),
      error: part ? (part.error ?? undefined) : kept.state === 'failed' ? kept.error : undefined,
    };
  });
}

/** Rows of a card before all of them are asked for. */
const FEW = 6;

/** A few of them in their order: those that failed or are under way before those that need no look. */
export function shownFirst(outcomes: readonly Outcome[]): Outcome[] {
  const rank = ({ state }: Outcome) => (state === 'running' ? 0 : state === 'failed' ? 1 : 2);
  const first = new Set([...outcomes].sort((a, b) => rank(a) - rank(b)).slice(0, FEW));
  return outcomes.filter((one) => first.has(one));
}
