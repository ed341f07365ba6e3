import { ActionIcon, Tooltip, type ActionIconProps } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useAction } from './perform.ts';
import { actionOf, type ActionId } from './registry.ts';
import { onMac, readable } from './shortcuts.ts';

interface Props extends ActionIconProps {
  id: ActionId;
  icon: Icon;
  /** For what is switched on and off. */
  pressed?: boolean;
}

/** An action as an icon with its name and shortcut. */
export function ActionButton({ id, icon: Glyph, pressed, ...props }: Props) {
  const { label, enabled, perform } = useAction(id);
  const keys = actionOf(id).keys?.[0];
  return (
    <Tooltip label={keys ? `${label} (${readable(keys, onMac())})` : label}>
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
