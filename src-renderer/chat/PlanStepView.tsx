import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Job } from '../../src-main/contract/app.ts';
import type { Message, StepState } from '../../src-main/contract/document.ts';
import type { Invocation, PlanStep } from '../../src-main/contract/invocation.ts';
import { useProject, versionOf } from '../state/select.ts';
import { t } from '../strings/index.ts';
import { lackOf } from './args.ts';
import classes from './chat.module.css';
import { ChangeButton } from './ChangeButton.tsx';
import { Chips } from './Chips.tsx';
import { ArgControls } from './controls/ArgControls.tsx';
import { controlsOf } from './controls/schema.ts';
import { FailureNote } from './FailureNote.tsx';
import { RegionThumb } from './RegionThumb.tsx';
import { StepProgress } from './StepProgress.tsx';
import { StepResult } from './StepResult.tsx';

interface Props {
  message: Message;
  step: PlanStep;
  index: number;
  total: number;
  state: StepState;
  /** The job that runs the plan now. */
  job: Job | undefined;
  /** Absent while it can't be changed. */
  onChange: ((invocation: Invocation) => void) | undefined;
  aside: ReactNode;
}

/** One step: module and command, where, with what, and its state. */
export function PlanStepView({ message, step, index, total, state, job, onChange, aside }: Props) {
  const { invocation } = step;
  const command = t.commands[invocation.command];
  const project = useProject();
  const [open, setOpen] = useState(false);
  const changing = open && onChange !== undefined;
  const begun = state.state === 'waiting' && job && index === 0;
  const undone =
    state.state === 'done' && state.version !== undefined && project && !versionOf(project, state.version);
  const shown = begun ? 'running' : undone ? 'undone' : (lackOf(state) ?? state.state);
  return (
    <div className={classes.step} data-state={shown}>
      <div className={classes.stepHead}>
        <RegionThumb message={message} size={48} step={index} />
        <div className={classes.grow}>
          <Text fz="xs" c="dimmed" truncate>
            {t.modules[invocation.module]}
            {total > 1 && ` · ${t.plan.step(index + 1, total)}`}
          </Text>
          <Text fz="md" fw={600} truncate>
            {command}
          </Text>
        </div>
        <span className={classes.state} data-state={shown}>
          {t.plan.states[shown]}
        </span>
        {controlsOf(invocation).length > 0 && (
          <ChangeButton open={changing} disabled={!onChange} onClick={() => setOpen(!open)} />
        )}
        {aside}
      </div>
      {changing ? <ArgControls invocation={invocation} onChange={onChange} /> : <Chips step={step} />}
      {shown === 'running' && job && <StepProgress job={job} command={command} />}
      {state.state === 'failed' && <FailureNote failure={state.error} about={message} />}
      {state.state === 'done' && state.version && <StepResult version={state.version} command={command} />}
    </div>
  );
}
