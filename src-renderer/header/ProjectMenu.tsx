import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useAction } from '../actions/perform.ts';
import type { ActionId } from '../actions/registry.ts';
import { t } from '../strings/index.ts';
import { icon } from '../theme/icon.ts';
import classes from './header.module.css';

const groups: readonly (readonly ActionId[])[] = [
  ['open', 'open-project', 'new-project', 'close-project'],
  ['library', 'palette'],
  ['settings', 'shortcuts'],
];

/** The wordmark, and what concerns whole projects. */
export function ProjectMenu() {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.mark} aria-label={t.header.menu}>
          <img src={icon} width={22} height={22} alt="" />
          <span className={classes.word}>{t.appName}</span>
          <IconChevronDown size={14} stroke={1.8} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map((ids, index) => (
          <div key={ids[0]}>
            {index > 0 && <Menu.Divider />}
            {ids.map((id) => (
              <ActionItem key={id} id={id} />
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ActionItem({ id }: { id: ActionId }) {
  const { enabled, label, shortcut, perform } = useAction(id);
  if (!enabled) return null;
  return (
    <Menu.Item onClick={perform} rightSection={shortcut && <kbd className={classes.keys}>{shortcut}</kbd>}>
      {label}
    </Menu.Item>
  );
}
