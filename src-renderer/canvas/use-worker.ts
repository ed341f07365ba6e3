/** Keeps the worker of a tool that works on the picture itself, as long as that tool is chosen. */
import { useEffect, useMemo, useRef } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import { useStore } from '../state/store.ts';
import type { ToolId } from '../tools/tool.ts';
import { workers } from '../tools/work/workers.ts';
import type { Worker } from '../tools/work/worker.ts';
import type { Stage } from './stage.ts';

export function useWorker(stage: Stage | null, canvas: Canvas, id: ToolId): { current: Worker | null } {
  const worker = useRef<Worker | null>(null);
  const start = workers[id];
  const host = useMemo(
    () => ({
      now: () => {
        const { project } = useStore.getState();
        const now = project?.canvases.find((c) => c.id === canvas.id);
        return project && now ? { project, canvas: now } : null;
      },
    }),
    [canvas.id],
  );
  useEffect(() => {
    if (!stage || !start) return undefined;
    const made = start({ stage, ...host });
    worker.current = made;
    const stop = useStore.subscribe(({ project }, before) => {
      if (project !== before.project) requestAnimationFrame(() => worker.current === made && made.refresh());
    });
    return () => {
      stop();
      worker.current = null;
      made.stop();
    };
  }, [stage, start, host]);
  return worker;
}
