import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

interface Props {
  label: string;
  icon: Icon;
  size: number;
  children: ReactNode;
}

/** An icon with a name that opens a menu. */
export function MenuButton({ label, icon: Glyph, size, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Menu opened={opened} onChange={setOpened} returnFocus>
      <Menu.Target>
        <Tooltip label={label} disabled={opened}>
          <ActionIcon
            size={size}
            aria-label={label}
            aria-haspopup="menu"
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <Glyph size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  );
}
