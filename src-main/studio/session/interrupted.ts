/** Steps that were under way when the studio ended unexpectedly say so, and can be run again. */
import type { Failure, Message, StepState } from '../../contract/index.ts';
import type { ProjectStore } from '../project/store.ts';

const error: Failure = {
  code: 'crashed',
  message: 'Vitrail ended in the middle of this.',
  hint: 'Nothing that you had was lost: run it again.',
};

/** A step's picture is kept when its plan ends: one that is done without a version has lost it. */
const isOpen = (message: Message, step: StepState, index: number): boolean =>
  step.state === 'running' ||
  (step.state === 'done' &&
    step.version === undefined &&
    message.plan?.steps[index]?.invocation.module === 'image-editing');

export function endInterrupted(store: ProjectStore): void {
  if (store.readOnly) return;
  const open = store.snapshot().messages.filter((m) => m.steps.some((step, i) => isOpen(m, step, i)));
  if (!open.length) return;
  store.note((doc) => {
    for (const message of open) {
      const steps = message.steps.map((s, i): StepState =>
        isOpen(message, s, i) ? { state: 'failed', error } : s,
      );
      doc.messages.put({ ...message, steps });
    }
  });
}
