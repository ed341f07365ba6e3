/** Feeds the chosen tool with pointer and keys, draws its draft, and sends what it makes. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import { perform } from '../actions/perform.ts';
import { announce, notify, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { startTool, tools, type RunningTool } from '../tools/index.ts';
import type { ToolContext, ToolEvent } from '../tools/tool.ts';
import { listenForGestures } from './gestures.ts';
import { KeyPointer } from './keys.ts';
import { join } from './region.ts';
import { changeSelection } from './selecting.ts';
import type { Stage } from './stage.ts';
import { useHover } from './use-hover.ts';
import { toUnit, type XY } from './view.ts';

export function contextOf(stage: Stage, brush: number): ToolContext {
  const longer = Math.max(stage.picture.width, stage.picture.height);
  return {
    picture: stage.picture,
    pixel: 1 / stage.view.scale,
    radius: brush / 2 / stage.view.scale / longer,
  };
}

/** One event into the running tool, and what comes of it. */
function feed(stage: Stage, running: RunningTool, event: Omit<ToolEvent, 'at'>, at: XY) {
  const context = contextOf(stage, useStore.getState().brush);
  const unit = toUnit(stage.view, at, stage.picture);
  const { state, gesture } = running.tool.next(running.state, { ...event, at: unit }, context);
  running.state = state;
  stage.setDraft({ parts: running.tool.draft(state) });
  if (!gesture) return;
  void changeSelection((region) => {
    const next = join(region, gesture);
    if (next === region) {
      notify('info', { code: 'needs-region', message: t.canvas.minusNeedsPlus });
      announce(t.canvas.minusNeedsPlus);
    }
    return next;
  });
}

export function useToolOn(stage: Stage | null, canvas: Canvas, picture: string) {
  const id = useStore((s) => s.tool);
  const brush = useStore((s) => s.brush);
  const [space, setSpace] = useState(false);
  const [grabbing, setGrabbing] = useState(false);
  const running = useRef<RunningTool>(startTool(id));
  const keys = useRef(new KeyPointer());
  const painting = id === 'brush' || id === 'eraser';
  const preview = useHover(stage, canvas, picture, id === 'point' && !space);

  useEffect(() => {
    running.current = startTool(id);
    keys.current.release();
    stage?.setDraft({ parts: [], ring: null });
  }, [id, stage, canvas.id]);

  useEffect(() => {
    if (!stage) return undefined;
    return listenForGestures(stage.element, {
      panning: () => id === 'hand' || space,
      tool: (type, at, event) => {
        preview.clear();
        feed(
          stage,
          running.current,
          { type, add: event.shiftKey, minus: event.altKey || event.button === 2 },
          at,
        );
      },
      hover: (at, event) => {
        stage.setDraft({ ring: at && painting ? { ...at, radius: brush / 2 } : null, cross: null });
        preview.move(at, event);
      },
      pan: (by) => {
        preview.clear();
        stage.panBy(by);
      },
      zoom: (factor, at) => {
        preview.clear();
        stage.zoomBy(factor, at);
      },
      grab: setGrabbing,
    });
  }, [stage, id, space, painting, brush, preview]);

  useEffect(() => {
    const up = (event: globalThis.KeyboardEvent) => event.key === ' ' && setSpace(false);
    window.addEventListener('keyup', up);
    return () => window.removeEventListener('keyup', up);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!stage || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ') setSpace(true);
    else if (event.key === '+' || event.key === '=') perform('zoom-in');
    else if (event.key === '-') perform('zoom-out');
    else if (event.key === 'Escape' && running.current.state !== running.current.tool.idle) {
      running.current.state = running.current.tool.idle;
      keys.current.release();
      stage.setDraft({ parts: [] });
    } else {
      const events = keys.current.press(event, stage.screen, id === 'point');
      if (!events) return;
      const modifiers = { add: event.shiftKey, minus: event.altKey };
      for (const { type, at } of events) feed(stage, running.current, { type, ...modifiers }, at);
      stage.setDraft({ cross: keys.current.at });
    }
    event.preventDefault();
  };

  const cursor = grabbing ? 'grabbing' : space ? 'grab' : tools[id].cursor;
  return { cursor, onKeyDown, onBlur: () => stage?.setDraft({ cross: null }) };
}
