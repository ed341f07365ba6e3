import { settings as schema, type Settings } from '../../src-main/contract/app.ts';
import { ask } from '../state/ask.ts';
import { useStore } from '../state/store.ts';
import { useStudio } from '../transport/studio.ts';

const defaults = schema.parse({});

/** The settings, and a way to change some of them. */
export function useSettings(): [Settings, (change: Partial<Settings>) => void] {
  const studio = useStudio();
  const settings = useStore((s) => s.app?.settings ?? defaults);
  return [settings, (change) => void ask(studio.app.setSettings(change))];
}
