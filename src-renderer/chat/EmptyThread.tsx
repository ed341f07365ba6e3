import { Stack, Text, Title } from '@mantine/core';
import { useActiveCanvas } from '../state/select.ts';
import { en } from '../strings/en.ts';
import classes from './chat.module.css';

/** Before anything was said: how to begin. */
export function EmptyThread() {
  const canvas = useActiveCanvas();
  return (
    <Stack gap={4} className={classes.empty}>
      <Title order={2} fz="md" fw={600}>
        {en.chat.emptyTitle}
      </Title>
      <Text c="dimmed" fz="sm">
        {canvas && canvas.kind !== 'image'
          ? en.chat.emptyTime
          : canvas
            ? en.chat.empty
            : en.chat.emptyProject}
      </Text>
    </Stack>
  );
}
