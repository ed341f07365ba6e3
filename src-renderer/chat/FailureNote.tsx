import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, type Icon } from '@tabler/icons-react';
import type { Message } from '../../src-main/contract/document.ts';
import type { Failure } from '../../src-main/contract/result.ts';
import { t } from '../strings/index.ts';
import { inWords } from '../strings/sentences.ts';
import classes from './chat.module.css';
import { PackList } from './PackList.tsx';
import { QuotedText } from './QuotedText.tsx';
import { remediesFor } from './remedies.ts';

interface Props {
  failure: Failure;
  /** The message that it is told with. */
  about: Message;
  icon?: Icon;
}

/** What went wrong, what to do (at a click where a click can do it), and who could do it. */
export function FailureNote({ failure, about, icon: Glyph = IconAlertTriangle }: Props) {
  const { message, hint } = inWords(failure);
  const remedies = remediesFor(failure, about);
  return (
    <div className={classes.failure}>
      <Glyph size={18} stroke={1.6} className={classes.failureIcon} aria-hidden />
      <Stack gap={4} className={classes.grow}>
        <Text fz="sm">{message}</Text>
        {hint && (
          <Text fz="sm" c="dimmed">
            <QuotedText text={hint} />
          </Text>
        )}
        {remedies.length > 0 && (
          <Group gap={6} mt={4}>
            {remedies.map(({ name, act }) => (
              <Button key={name} size="compact-xs" variant="default" onClick={() => void act()}>
                {t.chat.remedies[name]}
              </Button>
            ))}
          </Group>
        )}
        <PackList failure={failure} />
      </Stack>
    </div>
  );
}
