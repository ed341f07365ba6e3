import { ActionIcon, Tooltip, type ActionIconProps } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useAction } from './perform.ts';
import type { ActionId } from './registry.ts';

interface Props extends ActionIconProps {
  id: ActionId;
  icon: Icon;
  /** For what is switched on and off. */
  pressed?: boolean;
}

/** An action as an icon with its name and shortcut. */
export function ActionButton({ id, icon: Glyph, pressed, ...props }: Props) {
  const { label, enabled, shortcut, perform } = useAction(id);
  return (
    <Tooltip label={shortcut ? `${label} (${shortcut})` : label}>
      <ActionIcon
        aria-label={label}
        aria-pressed={pressed}
        variant={pressed ? 'light' : 'subtle'}
        disabled={!enabled}
        onClick={perform}
        {...props}
      >
        <Glyph size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
