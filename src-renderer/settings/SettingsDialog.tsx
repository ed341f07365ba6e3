import { Modal, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import type { Settings } from '../../src-main/contract/app.ts';
import { ask } from '../state/ask.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useStudio } from '../transport/studio.ts';

const appearances = ['system', 'light', 'dark'] as const;
const close = () => useStore.setState({ dialog: null });

/** How it looks, and whether it asks first. */
export function SettingsDialog() {
  const studio = useStudio();
  const app = useStore((s) => s.app);
  const opened = useStore((s) => s.dialog === 'settings');
  if (!app) return null;
  const set = (change: Partial<Settings>) => void ask(studio.app.setSettings(change));
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={<Text fw={600}>{t.settings.title}</Text>}
      closeButtonProps={{ 'aria-label': t.notices.dismiss }}
    >
      <Stack gap={24}>
        <Stack gap={6}>
          <Text fz="sm" fw={500} id="appearance-label">
            {t.settings.appearance}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="appearance-label"
            value={app.settings.appearance}
            onChange={(appearance) => set({ appearance: appearance as Settings['appearance'] })}
            data={appearances.map((value) => ({ value, label: t.settings.appearances[value] }))}
          />
        </Stack>
        <Switch
          checked={app.settings.confirmPlans}
          onChange={(event) => set({ confirmPlans: event.currentTarget.checked })}
          label={t.settings.confirmPlans}
          description={t.settings.confirmPlansNote}
        />
        <Text fz="xs" c="dimmed">
          {t.settings.about(app.version)}
        </Text>
      </Stack>
    </Modal>
  );
}
