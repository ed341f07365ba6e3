import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowFork, IconCopy, IconDots, IconPencil, IconRotateClockwise } from '@tabler/icons-react';
import type { Message } from '../../src-main/contract/document.ts';
import { act } from '../state/ask.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';
import classes from './chat.module.css';
import { copyText } from './clipboard.ts';
import { writeMessage } from './focus.ts';
import { aboutOf, say } from './say.ts';

/** What can be done with words that were said. */
export function MessageMenu({ message }: { message: Message }) {
  const studio = useStudio();
  const glyph = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon size={24} className={classes.messageMenu} aria-label={t.chat.messageMenu}>
          <IconDots {...glyph} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy {...glyph} />} onClick={() => void copyText(message.text)}>
          {t.chat.copyMessage}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRotateClockwise {...glyph} />}
          onClick={() => void say(message.text, aboutOf(message))}
        >
          {t.chat.retry}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil {...glyph} />} onClick={() => writeMessage(message.text)}>
          {t.chat.sayAgain}
        </Menu.Item>
        {message.canvas && message.version && (
          <Menu.Item
            leftSection={<IconArrowFork {...glyph} />}
            onClick={() => void act(studio.chat.branch({ message: message.id }))}
          >
            {t.chat.branch}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
