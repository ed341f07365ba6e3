import type { PlanStep } from '../../src-main/contract/invocation.ts';
import { t } from '../strings/index.ts';
import { chipsOf } from './args.ts';
import classes from './chat.module.css';

/** A step's arguments, and which step before it it goes on from. */
export function Chips({ step }: { step: PlanStep }) {
  const chips = chipsOf(step.invocation);
  const from = step.input.from === 'step' ? t.plan.from(step.input.step + 1) : null;
  if (chips.length === 0 && !from) return null;
  return (
    <div className={classes.chips}>
      {from && <span className={classes.chip}>{from}</span>}
      {chips.map(({ label, value, colour }) => (
        <span key={label} className={classes.chip} data-line>
          <span className={classes.faint}>{label}</span> {value}
          {colour && <span className={classes.swatch} style={{ background: colour }} aria-hidden />}
        </span>
      ))}
    </div>
  );
}
