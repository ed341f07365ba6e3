/** Light or dark: what the settings say, else what the system says. */
import { useColorScheme } from '@mantine/hooks';
import { useStore } from '../state/store.ts';

export function useScheme(): 'light' | 'dark' {
  const system = useColorScheme();
  const appearance = useStore((s) => s.app?.settings.appearance ?? 'system');
  return appearance === 'system' ? system : appearance;
}

/** What is shown right now. */
export const isDark = (): boolean => document.documentElement.dataset['mantineColorScheme'] === 'dark';
