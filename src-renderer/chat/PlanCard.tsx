import type { Job } from '../../src-main/contract/app.ts';
import type { Message, StepState } from '../../src-main/contract/document.ts';
import type { Plan } from '../../src-main/contract/invocation.ts';
import { act } from '../state/ask.ts';
import { active, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { lackOf, titleOf } from './args.ts';
import { CardFoot } from './CardFoot.tsx';
import { CardMenu } from './CardMenu.tsx';
import classes from './chat.module.css';
import { settled } from './doubt.ts';
import { DoubtNote } from './DoubtNote.tsx';
import { PlanStepView } from './PlanStepView.tsx';
import { Tries } from './Tries.tsx';
import { usePlanDraft } from './use-plan-draft.ts';
import { useTrial } from './use-trial.ts';

interface Props {
  message: Message;
  plan: Plan;
  job: Job | undefined;
}

/** A plan that can be seen and changed: what will happen, where, how far it is, and what came of it. */
export function PlanCard({ message, plan, job }: Props) {
  const studio = useStudio();
  const draft = usePlanDraft(plan);
  const { draft: changed, shown, fits } = draft;
  const busy = !!job && active(job);
  const running = busy && job.kind === 'plan';
  const states = plan.steps.map((_, i): StepState => message.steps[i] ?? { state: 'waiting' });
  const fresh = !running && states.every((s) => s.state === 'waiting');
  const missing = states.some((s) => lackOf(s)); // the same plan would lack it again
  const stopped = !running && !missing && states.some((s) => s.state === 'failed' || s.state === 'cancelled');
  useTrial(message, fits ? changed : null, busy);
  const { doubt } = message;
  const selected = useStore(
    ({ project }) => project?.canvases.find(({ id }) => id === message.canvas)?.selection?.mask,
  );
  const run = async () => {
    // What waits for the person to choose is done to what they see selected.
    const chosen = doubt?.held ? settled(shown, doubt, selected ?? doubt.choices[0]!.mask) : changed;
    const started = await act(studio.chat.run({ message: message.id, ...(chosen && { plan: chosen }) }));
    if (started) draft.reset();
  };

  return (
    <section className={classes.card} aria-label={t.plan.label(titleOf(plan))}>
      {shown.steps.map((step, index) => (
        <PlanStepView
          key={index}
          message={message}
          step={step}
          index={index}
          total={plan.steps.length}
          state={states[index]!}
          job={running ? job : undefined}
          onChange={busy ? undefined : (invocation) => draft.change(index, invocation)}
          aside={index === 0 && <CardMenu message={message} plan={shown} busy={busy} />}
        />
      ))}
      {doubt && <DoubtNote message={message} doubt={doubt} plan={plan} busy={busy} />}
      <Tries message={message} job={busy && job.kind === 'compare' ? job : undefined} />
      {!running && (fresh || stopped || changed) && (
        <CardFoot
          draft={draft}
          fresh={fresh}
          again={t.plan.runAgain}
          quiet={stopped && !changed}
          busy={busy}
          onRun={() => void run()}
        />
      )}
    </section>
  );
}
