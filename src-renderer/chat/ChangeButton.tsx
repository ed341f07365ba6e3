import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { t } from '../strings/index.ts';

/** Opens the controls of a plan's arguments. */
export function ChangeButton({
  open,
  disabled,
  onClick,
}: {
  open: boolean;
  disabled: boolean;
  onClick(): void;
}) {
  return (
    <Tooltip label={t.plan.change}>
      <ActionIcon
        size={26}
        aria-label={t.plan.change}
        aria-expanded={open}
        variant={open ? 'light' : 'subtle'}
        disabled={disabled}
        onClick={onClick}
      >
        <IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
