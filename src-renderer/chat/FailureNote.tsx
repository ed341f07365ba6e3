import { Stack, Text } from '@mantine/core';
import { IconAlertTriangle, type Icon } from '@tabler/icons-react';
import type { Failure } from '../../src-main/contract/result.ts';
import classes from './chat.module.css';
import { PackList } from './PackList.tsx';

interface Props {
  failure: Failure;
  icon?: Icon;
}

/** What went wrong, what to do, and who could do it. */
export function FailureNote({ failure, icon: Glyph = IconAlertTriangle }: Props) {
  return (
    <div className={classes.failure}>
      <Glyph size={18} stroke={1.6} className={classes.failureIcon} aria-hidden />
      <Stack gap={4} className={classes.grow}>
        <Text fz="sm">{failure.message}</Text>
        {failure.hint && (
          <Text fz="sm" c="dimmed">
            {failure.hint}
          </Text>
        )}
        <PackList failure={failure} />
      </Stack>
    </div>
  );
}
