import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useRef } from 'react';
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
  const mark = useRef<HTMLButtonElement>(null);
  return (
    <Menu position="bottom-start" returnFocus>
      <Menu.Target>
        <UnstyledButton ref={mark} className={classes.mark} aria-label={t.header.menu}>
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
              <ActionItem key={id} id={id} before={() => mark.current?.focus()} />
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** `before`: gives the focus back, so that a dialog that opens knows where to leave it. */
function ActionItem({ id, before }: { id: ActionId; before(): void }) {
  const { enabled, label, shortcut, perform } = useAction(id);
  if (!enabled) return null;
  const choose = () => {
    before();
    perform();
  };
  return (
    <Menu.Item onClick={choose} rightSection={shortcut && <kbd className={classes.keys}>{shortcut}</kbd>}>
      {label}
    </Menu.Item>
  );
}
