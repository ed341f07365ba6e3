import { Stack, Text, Title } from '@mantine/core';
import { useActiveCanvas } from '../state/select.ts';
import { t } from '../strings/index.ts';
import classes from './chat.module.css';

/** Before anything was said: how to begin. */
export function EmptyThread() {
  const canvas = useActiveCanvas();
  return (
    <Stack gap={4} className={classes.empty}>
      <Title order={2} fz="md" fw={600}>
        {t.chat.emptyTitle}
      </Title>
      <Text c="dimmed" fz="sm">
        {canvas && canvas.kind !== 'image' ? t.chat.emptyTime : canvas ? t.chat.empty : t.chat.emptyProject}
      </Text>
    </Stack>
  );
}
