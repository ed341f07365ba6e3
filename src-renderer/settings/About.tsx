import { Group, Stack, Text } from '@mantine/core';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { icon } from '../theme/icon.ts';

/** What this is, and on what terms. */
export function About() {
  const version = useStore((s) => s.app?.version ?? '');
  return (
    <Stack gap={12}>
      <Group gap={12}>
        <img src={icon} width={40} height={40} alt="" />
        <Text fw={600}>{t.settings.about(version)}</Text>
      </Group>
      <Text fz="sm">{t.settings.aboutText}</Text>
      <Text fz="sm">{t.settings.licence}</Text>
      <Text fz="xs" c="dimmed">
        {t.settings.credits}
      </Text>
    </Stack>
  );
}
