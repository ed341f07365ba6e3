import { useEffect } from 'react';
import type { Message } from '../../src-main/contract/document.ts';
import { movers } from '../../src-main/contract/frame.ts';
import type { Plan } from '../../src-main/contract/invocation.ts';
import { useStore } from '../state/store.ts';
import { useStudio } from '../transport/studio.ts';

/** How long (ms) a control rests before what it would do is looked for. */
const REST = 160;

const isSeenInPlace = ({ steps }: Plan): boolean =>
  steps.every(({ invocation: { module, command } }) => module === 'image-editing' && !movers.has(command));

/**
 * Shows on the canvas what a plan would make, as it is being changed; `null`: it isn't. It stays until what runs has
 * been made in earnest. What fails is said when the plan is run.
 */
export function useTrial({ id, canvas }: Message, plan: Plan | null, running: boolean): void {
  const studio = useStudio();
  const key = plan && !running && isSeenInPlace(plan) ? JSON.stringify(plan) : null;
  useEffect(() => {
    if (key === null || canvas === null) return undefined;
    let wanted = true;
    const timer = setTimeout(async () => {
      const found = await studio.chat.tryOut({ message: id, plan: JSON.parse(key) as Plan });
      if (wanted && found.ok) useStore.setState({ trial: { canvas, ...found.value } });
    }, REST);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [studio, id, canvas, key]);
  const trying = key !== null || running;
  useEffect(() => (trying ? () => useStore.setState({ trial: null }) : undefined), [trying]);
}
