/** Whether things should keep still: the settings say so, or the system does. */
import { useEffect } from 'react';
import { useStore } from '../state/store.ts';

export const reducedMotion = (): boolean =>
  useStore.getState().app?.settings.motion === 'reduced' ||
  window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Tells the styles what the settings say. */
export function useMotion(): void {
  const motion = useStore((s) => s.app?.settings.motion ?? 'system');
  useEffect(() => {
    document.documentElement.dataset['motion'] = motion;
  }, [motion]);
}
