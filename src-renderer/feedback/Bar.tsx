import { Progress } from '@mantine/core';
import { percent } from '../strings/format.ts';
import classes from './feedback.module.css';

/** How far something is, 0..1, named for screen readers; visible from the first moment. */
export function Bar({ share, label }: { share: number; label: string }) {
  const value = Math.round(100 * Math.min(1, share));
  return (
    <Progress.Root
      size={6}
      className={classes.progress}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value}
      aria-valuetext={percent(share)}
    >
      <Progress.Section value={value} withAria={false} />
    </Progress.Root>
  );
}
