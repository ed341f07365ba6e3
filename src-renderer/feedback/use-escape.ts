import { useWindowEvent } from '@mantine/hooks';

/**
 * Escape closes what is open, wherever the focus is: a popover takes it a moment after it has opened, and hears only
 * what is pressed inside. `close` may be called once more for what has just closed.
 */
export function useEscape(opened: boolean, close: () => void): void {
  useWindowEvent('keydown', (event) => {
    if (opened && event.key === 'Escape' && !event.isComposing) close();
  });
}
