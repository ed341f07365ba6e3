import { Button } from '@mantine/core';
import { IconPlayerPlay, IconRotateClockwise } from '@tabler/icons-react';
import type { Job } from '../../src-main/contract/app.ts';
import type { Message, StepState } from '../../src-main/contract/document.ts';
import type { Plan } from '../../src-main/contract/invocation.ts';
import { act } from '../state/ask.ts';
import { active } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { lackOf, titleOf } from './args.ts';
import classes from './chat.module.css';
import { CopyPlan } from './CopyPlan.tsx';
import { PlanStepView } from './PlanStepView.tsx';

interface Props {
  message: Message;
  plan: Plan;
  job: Job | undefined;
}

/** A plan that can be seen: what will happen, where, how far it is, and what came of it. */
export function PlanCard({ message, plan, job }: Props) {
  const studio = useStudio();
  const running = !!job && active(job);
  const states = plan.steps.map((_, i): StepState => message.steps[i] ?? { state: 'waiting' });
  const fresh = !running && states.every((s) => s.state === 'waiting');
  const missing = states.some((s) => lackOf(s)); // the same plan would lack it again
  const stopped = !running && !missing && states.some((s) => s.state === 'failed' || s.state === 'cancelled');
  const run = () => void act(studio.chat.run({ message: message.id }));

  return (
    <section className={classes.card} aria-label={t.plan.label(titleOf(plan))}>
      {plan.steps.map((step, index) => (
        <PlanStepView
          key={index}
          message={message}
          step={step}
          index={index}
          total={plan.steps.length}
          state={states[index]!}
          job={running ? job : undefined}
          aside={index === 0 && <CopyPlan plan={plan} />}
        />
      ))}
      {fresh && (
        <div className={classes.cardFoot}>
          <Button size="compact-sm" leftSection={<IconPlayerPlay size={14} aria-hidden />} onClick={run}>
            {t.plan.run}
          </Button>
        </div>
      )}
      {stopped && (
        <div className={classes.cardFoot}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRotateClockwise size={14} aria-hidden />}
            onClick={run}
          >
            {t.plan.runAgain}
          </Button>
        </div>
      )}
    </section>
  );
}
