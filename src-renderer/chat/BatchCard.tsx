import { Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Job } from '../../src-main/contract/app.ts';
import type { Message } from '../../src-main/contract/document.ts';
import type { Plan } from '../../src-main/contract/invocation.ts';
import { act } from '../state/ask.ts';
import { useProject } from '../state/select.ts';
import { active } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import { titleOf } from './args.ts';
import { outcomesOf, shownFirst } from './batch.ts';
import { BatchRow } from './BatchRow.tsx';
import { CardFoot } from './CardFoot.tsx';
import { CardMenu } from './CardMenu.tsx';
import batchClasses from './batch.module.css';
import classes from './chat.module.css';
import { ChangeButton } from './ChangeButton.tsx';
import { Chips } from './Chips.tsx';
import { ArgControls } from './controls/ArgControls.tsx';
import { controlsOf } from './controls/schema.ts';
import { PackList } from './PackList.tsx';
import { StepProgress } from './StepProgress.tsx';
import { usePlanDraft } from './use-plan-draft.ts';

interface Props {
  message: Message;
  plan: Plan;
  job: Job | undefined;
}

/** A plan for several photos: how far it is, what came of each, and the way to try again what failed. */
export function BatchCard({ message, plan, job }: Props) {
  const studio = useStudio();
  const project = useProject();
  const [all, setAll] = useState(false);
  const [controls, setControls] = useState(false);
  const draft = usePlanDraft(plan);
  const { draft: changed } = draft;
  const busy = !!job && active(job);
  const outcomes = outcomesOf(message, busy ? job : undefined, project);
  const count = (state: string) => outcomes.filter((one) => one.state === state).length;
  const done = outcomes.filter(({ photo }) => photo.state.state === 'done').length;
  const left = outcomes.length - done;
  const there = new Set(project?.canvases.map(({ id }) => id));
  const open = outcomes.filter(({ photo }) => photo.state.state !== 'done' && there.has(photo.canvas)).length;
  const fresh = left === outcomes.length && count('waiting') === left;
  const lack = outcomes.find(({ error }) => error?.code === 'needs-pack')?.error;
  const shown = all ? outcomes : shownFirst(outcomes);
  const title = titleOf(plan);
  const failed = count('failed') > 0;
  const state = busy ? 'running' : fresh ? 'waiting' : failed ? 'failed' : 'done';
  const changing = controls && !busy;
  const run = async () => {
    const started = await act(studio.chat.run({ message: message.id, ...(changed && { plan: changed }) }));
    if (started) draft.reset();
  };
  const told = () => {
    if (fresh && !busy) return t.plan.states.waiting;
    if (count('undone') === outcomes.length) return t.plan.states.undone;
    return left ? t.batch.done(done, outcomes.length) : t.plan.states.done;
  };
  return (
    <section className={classes.card} aria-label={t.plan.label(t.batch.title(title, outcomes.length))}>
      <div className={classes.step}>
        <div className={classes.stepHead}>
          <div className={classes.grow}>
            <Text fz="xs" c="dimmed" truncate>
              {t.batch.photos(outcomes.length)}
            </Text>
            <Text fz="md" fw={600} truncate>
              {title}
            </Text>
          </div>
          <span className={classes.state} data-state={state}>
            {told()}
          </span>
          {plan.steps.some(({ invocation }) => controlsOf(invocation).length > 0) && (
            <ChangeButton open={changing} disabled={busy} onClick={() => setControls(!controls)} />
          )}
          <CardMenu message={message} plan={draft.shown} busy={busy} />
        </div>
        {draft.shown.steps.map((step, index) =>
          changing && controlsOf(step.invocation).length > 0 ? (
            <div key={index}>
              {plan.steps.length > 1 && (
                <Text fz="xs" c="dimmed">
                  {t.commands[step.invocation.command]}
                </Text>
              )}
              <ArgControls
                invocation={step.invocation}
                onChange={(invocation) => draft.change(index, invocation)}
              />
            </div>
          ) : (
            <Chips key={index} step={step} />
          ),
        )}
        {busy && <StepProgress job={job} command={title} />}
        <ul className={batchClasses.rows} aria-label={t.batch.rows}>
          {shown.map((outcome) => (
            <BatchRow key={outcome.photo.canvas} outcome={outcome} />
          ))}
        </ul>
        {(all || shown.length < outcomes.length) && (
          <UnstyledButton className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t.batch.fewer : t.batch.all(outcomes.length)}
          </UnstyledButton>
        )}
        {lack && <PackList failure={lack} />}
      </div>
      {!busy && (open > 0 || changed) && (
        <CardFoot
          draft={draft}
          fresh={fresh}
          again={changed ? t.plan.runAgain : t.batch.again(open)}
          quiet={!fresh && !changed}
          busy={busy}
          onRun={() => void run()}
        />
      )}
    </section>
  );
}
