import { Switch } from '@mantine/core';
import { t } from '../strings/index.ts';
import { useSettings } from './use-settings.ts';

/** Whether a plan waits for a yes. */
export function Plans() {
  const [{ confirmPlans }, set] = useSettings();
  return (
    <Switch
      checked={confirmPlans}
      onChange={(event) => set({ confirmPlans: event.currentTarget.checked })}
      label={t.settings.confirmPlans}
      description={t.settings.confirmPlansNote}
    />
  );
}
