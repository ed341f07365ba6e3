import { useEffect } from 'react';
import type { Message } from '../../src-main/contract/document.ts';
import { canBeTried, isMover } from '../../src-main/contract/frame.ts';
import type { Plan } from '../../src-main/contract/invocation.ts';
import type { View } from '../canvas/view.ts';
import { useStore } from '../state/store.ts';
import { useStudio } from '../transport/studio.ts';

/** How long (ms) a control rests before what it would do is looked for. */
const REST = 160;

/** How many of the picture's pixels, each way, lie on one of the screen's; by doublings, so that a nudge changes nothing. */
const coarseness = ({ scale }: View): number =>
  2 ** Math.max(0, Math.floor(-Math.log2(scale * Math.max(1, window.devicePixelRatio))));

/**
 * Shows on the canvas what a plan would make, as it is being changed; `null`: it isn't. It stays until what runs has
 * been made in earnest. What fails is said when the plan is run.
 */
export function useTrial({ id, canvas }: Message, plan: Plan | null, running: boolean): void {
  const studio = useStudio();
  const by = useStore((s) => coarseness(s.view));
  const key = plan && !running && canBeTried(plan) ? JSON.stringify(plan) : null;
  useEffect(() => {
    if (key === null || canvas === null) return undefined;
    let wanted = true;
    const timer = setTimeout(async () => {
      const tried = JSON.parse(key) as Plan;
      const found = await studio.chat.tryOut({ message: id, plan: tried, by });
      const moved = tried.steps.some(({ invocation }) => isMover(invocation));
      if (wanted && found.ok) useStore.setState({ trial: { canvas, moved, ...found.value } });
    }, REST);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [studio, id, canvas, key, by]);
  const trying = key !== null || running;
  useEffect(() => (trying ? () => useStore.setState({ trial: null }) : undefined), [trying]);
}
