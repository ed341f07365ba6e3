import { Button } from '@mantine/core';
import { IconPlayerPlay, IconRotateClockwise } from '@tabler/icons-react';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';
import type { PlanDraft } from './use-plan-draft.ts';

interface Props {
  draft: PlanDraft;
  /** It never ran. */
  fresh: boolean;
  /** What running it once more is called. */
  again: string;
  /** It is not what one would do next. */
  quiet: boolean;
  busy: boolean;
  onRun(): void;
}

/** Runs a card's plan, as it stands or changed, or takes the changes back. */
export function CardFoot({ draft: { draft, fits, reset }, fresh, again, quiet, busy, onRun }: Props) {
  return (
    <div className={classes.cardFoot}>
      <Button
        size="compact-sm"
        variant={quiet ? 'default' : 'filled'}
        leftSection={
          fresh ? <IconPlayerPlay size={14} aria-hidden /> : <IconRotateClockwise size={14} aria-hidden />
        }
        disabled={!fits || busy}
        onClick={onRun}
      >
        {fresh ? t.plan.run : again}
      </Button>
      {draft && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={reset}>
          {t.plan.reset}
        </Button>
      )}
      {!fits && (
        <span className={classes.unfit} role="status">
          {t.plan.unfit}
        </span>
      )}
    </div>
  );
}
