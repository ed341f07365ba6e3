/** From photo to photo, in the order of the strip. */
import { act } from '../state/ask.ts';
import { useStore } from '../state/store.ts';
import { studio } from '../transport/studio.ts';

/** Shows the photo `step` places on, round the end. */
export function cycle(step: number): unknown {
  const { project } = useStore.getState();
  if (!project || project.canvases.length < 2) return undefined;
  const canvases = [...project.canvases].sort((a, b) => a.order - b.order);
  const at = canvases.findIndex((c) => c.id === project.active);
  const next = canvases[(at + step + canvases.length) % canvases.length]!;
  return act(studio().canvas.activate({ canvas: next.id }));
}
