import { Button, Code, Stack, Text } from '@mantine/core';
import { ask } from '../state/ask.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';

/** Where the user's data lie; another folder is chosen with the system's own dialog. */
export function DataFolder() {
  const studio = useStudio();
  const data = useStore((s) => s.app?.data);
  const desktop = useStore((s) => s.shell?.kind === 'electron');
  if (!data) return null;
  return (
    <Stack gap={12} align="flex-start">
      <Text fz="sm" fw={500}>
        {t.settings.data}
      </Text>
      <Code fz="sm">{data.folder}</Code>
      {data.next && (
        <Text fz="sm" role="status">
          {t.settings.dataNext(data.next)}
        </Text>
      )}
      {data.fixed ? (
        <Text fz="xs" c="dimmed">
          {t.settings.dataFixed}
        </Text>
      ) : desktop ? (
        <>
          <Button variant="default" onClick={() => void ask(studio.shell.chooseDataFolder())}>
            {t.settings.dataChange}
          </Button>
          <Text fz="xs" c="dimmed">
            {t.settings.dataNote}
          </Text>
        </>
      ) : (
        <Text fz="xs" c="dimmed">
          {t.settings.dataBrowser}
        </Text>
      )}
    </Stack>
  );
}
