import { Stack } from '@mantine/core';
import { t } from '../strings/index.ts';
import { Choice } from './Choice.tsx';
import { useSettings } from './use-settings.ts';

/** Light or dark, and whether things may move. */
export function Look() {
  const [{ appearance, motion }, set] = useSettings();
  return (
    <Stack gap={24}>
      <Choice
        label={t.settings.appearance}
        values={t.settings.appearances}
        value={appearance}
        onChange={(value) => set({ appearance: value })}
      />
      <Choice
        label={t.settings.motion}
        note={t.settings.motionNote}
        values={t.settings.motions}
        value={motion}
        onChange={(value) => set({ motion: value })}
      />
    </Stack>
  );
}
