import { Button } from '@mantine/core';
import { IconPlayerPlay, IconRotateClockwise } from '@tabler/icons-react';
import { useState } from 'react';
import type { Job } from '../../src-main/contract/app.ts';
import type { Message, StepState } from '../../src-main/contract/document.ts';
import { plan as planSchema, type Invocation, type Plan } from '../../src-main/contract/invocation.ts';
import { act } from '../state/ask.ts';
import { active } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { lackOf, titleOf } from './args.ts';
import { CardMenu } from './CardMenu.tsx';
import classes from './chat.module.css';
import { PlanStepView } from './PlanStepView.tsx';
import { Tries } from './Tries.tsx';

interface Props {
  message: Message;
  plan: Plan;
  job: Job | undefined;
}

/** A plan that can be seen and changed: what will happen, where, how far it is, and what came of it. */
export function PlanCard({ message, plan, job }: Props) {
  const studio = useStudio();
  const [draft, setDraft] = useState<Plan | null>(null);
  const busy = !!job && active(job);
  const running = busy && job.kind === 'plan';
  const states = plan.steps.map((_, i): StepState => message.steps[i] ?? { state: 'waiting' });
  const fresh = !running && states.every((s) => s.state === 'waiting');
  const missing = states.some((s) => lackOf(s)); // the same plan would lack it again
  const stopped = !running && !missing && states.some((s) => s.state === 'failed' || s.state === 'cancelled');
  const shown = draft ?? plan;
  const fits = planSchema.safeParse(shown).success;
  const changeStep = (index: number, invocation: Invocation) =>
    setDraft({ steps: shown.steps.map((step, i) => (i === index ? { ...step, invocation } : step)) });
  const run = async () => {
    const started = await act(studio.chat.run({ message: message.id, ...(draft && { plan: draft }) }));
    if (started) setDraft(null);
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
          onChange={busy ? undefined : (invocation) => changeStep(index, invocation)}
          aside={index === 0 && <CardMenu message={message} plan={shown} busy={busy} />}
        />
      ))}
      <Tries message={message} job={busy && job.kind === 'compare' ? job : undefined} />
      {!running && (fresh || stopped || draft) && (
        <div className={classes.cardFoot}>
          <Button
            size="compact-sm"
            variant={stopped && !draft ? 'default' : 'filled'}
            leftSection={
              fresh ? <IconPlayerPlay size={14} aria-hidden /> : <IconRotateClockwise size={14} aria-hidden />
            }
            disabled={!fits || busy}
            onClick={() => void run()}
          >
            {fresh ? t.plan.run : t.plan.runAgain}
          </Button>
          {draft && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setDraft(null)}>
              {t.plan.reset}
            </Button>
          )}
          {!fits && (
            <span className={classes.unfit} role="status">
              {t.plan.unfit}
            </span>
          )}
        </div>
      )}
    </section>
  );
}
