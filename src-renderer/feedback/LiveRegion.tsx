import { VisuallyHidden } from '@mantine/core';
import { useStore } from '../state/store.ts';

/** Speaks to screen readers. */
export function LiveRegion() {
  const said = useStore((s) => s.said);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      <span key={said.count}>{said.text}</span>
    </VisuallyHidden>
  );
}
