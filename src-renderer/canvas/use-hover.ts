/** Previews on the stage: what a click of the point tool would select, as long as nothing else is going on. */
import { useEffect, useMemo } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import { useStore } from '../state/store.ts';
import { studio } from '../transport/studio.ts';
import { HoverPreview } from './hover.ts';
import { drawPreview } from './mask.ts';
import type { Stage } from './stage.ts';
import { inside, toUnit, type XY } from './view.ts';

export interface Hover {
  /** `at` in screen coordinates; `null`: the pointer has left. */
  move(at: XY | null, event: PointerEvent): void;
  clear(): void;
}

/** `enabled`: the point tool is chosen and free. `picture`: what is shown; another one makes an answer stale. */
export function useHover(stage: Stage | null, canvas: Canvas, picture: string, enabled: boolean): Hover {
  const comparing = useStore((s) => s.comparing);
  const pending = useStore((s) => s.pending?.canvas === canvas.id);
  const able = enabled && !comparing && !pending;
  const preview = useMemo(
    () =>
      new HoverPreview({
        // A preview that fails is no news: the click will say what is wrong.
        ask: async (at, settled) => {
          const answer = await studio().selection.preview({ canvas: canvas.id, at, settled });
          return answer.ok ? answer.value.mask : null;
        },
        stop: () => void studio().selection.preview({ canvas: canvas.id, at: null }),
        show: (mask) => stage?.setDraft({ hover: mask && drawPreview(mask) }),
      }),
    [stage, canvas.id],
  );
  useEffect(() => () => preview.clear(), [preview, picture, able]);
  return useMemo(
    () => ({
      move: (at, event) => {
        const unit = at && stage && toUnit(stage.view, at, stage.picture);
        // A finger doesn't hover, and a pressed button means something else.
        const hovers = event.pointerType !== 'touch' && event.buttons === 0;
        if (able && hovers && unit && inside(unit)) preview.move(unit);
        else preview.clear();
      },
      clear: () => preview.clear(),
    }),
    [preview, stage, able],
  );
}
