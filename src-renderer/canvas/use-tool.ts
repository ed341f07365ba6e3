/** Feeds the chosen tool with pointer and keys, draws its draft, and sends what it makes. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import { perform } from '../actions/perform.ts';
import { useStore } from '../state/store.ts';
import { startTool, tools, type RunningTool } from '../tools/index.ts';
import { useToolOptions } from '../tools/options.ts';
import { pickColour } from '../tools/pick-colour.ts';
import { writesAt } from '../tools/text/worker.ts';
import { modeOf, type ToolContext, type ToolEvent, type ToolId } from '../tools/tool.ts';
import { listenForGestures } from './gestures.ts';
import { KeyPointer } from './keys.ts';
import { changeSelection, joinGesture } from './selecting.ts';
import type { Stage } from './stage.ts';
import { useHover } from './use-hover.ts';
import { useWorker } from './use-worker.ts';
import { toScene, toUnit, type XY } from './view.ts';

export function contextOf(stage: Stage): ToolContext {
  const { brush } = useStore.getState();
  const { hardness, shape } = useToolOptions.getState();
  const longer = Math.max(stage.picture.width, stage.picture.height);
  return {
    picture: stage.picture,
    pixel: 1 / stage.view.scale,
    radius: brush / 2 / stage.view.scale / longer,
    hardness,
    shape,
  };
}

/** One event into the running tool, and what comes of it. */
function feed(stage: Stage, running: RunningTool, event: Omit<ToolEvent, 'at'>, at: XY) {
  const context = contextOf(stage);
  const unit = toUnit(stage.view, at, stage.picture);
  const { state, gesture, pick } = running.tool.next(running.state, { ...event, at: unit }, context);
  running.state = state;
  stage.setDraft({ parts: running.tool.draft(state, context) });
  if (gesture) void joinGesture(gesture);
  if (pick) void pickColour(pick.at, pick.held ? pick.mode : null);
}

/** A finger and a mouse say nothing about pressure; a pen that only just touches still draws. */
const pressureOf = ({ pointerType, pressure }: PointerEvent): number =>
  pointerType === 'pen' ? Math.max(0.05, pressure) : 1;

const unpressed = { mode: 'replace', held: false, pressure: 1 } as const;

/** Tools that need no drag: one press of Enter is a click. */
const clicked: ReadonlySet<ToolId> = new Set(['point', 'words', 'picker', 'polygon']);

/** Enter ends what takes several clicks, where it isn't a click itself; Backspace takes the last one back. */
const ends = (key: string, keys: KeyPointer): boolean =>
  key === 'Backspace' || (key === 'Enter' && keys.at === null);

/** Tools in which a double click has no meaning of its own. */
const leavesDoubles: ReadonlySet<ToolId> = new Set(['hand', 'move', 'point']);

/** A double click on letters writes them anew. */
function useWriting(stage: Stage | null, canvas: string, id: ToolId) {
  useEffect(() => {
    if (!stage || !leavesDoubles.has(id)) return undefined;
    const now = () => {
      const { project } = useStore.getState();
      const found = project?.canvases.find((one) => one.id === canvas);
      return project && found ? { project, canvas: found } : null;
    };
    const write = ({ clientX, clientY }: MouseEvent) => {
      const { left, top } = stage.element.getBoundingClientRect();
      const at = toScene(stage.view, { x: clientX - left, y: clientY - top });
      const { letters, writable } = writesAt({ stage, now }, at);
      // The clicks themselves were not meant.
      if (letters && id === 'point') void changeSelection(() => null);
      if (writable) useStore.setState({ tool: 'text' });
    };
    stage.element.addEventListener('dblclick', write);
    return () => stage.element.removeEventListener('dblclick', write);
  }, [stage, canvas, id]);
}

export function useToolOn(stage: Stage | null, canvas: Canvas, picture: string) {
  const id = useStore((s) => s.tool);
  const brush = useStore((s) => s.brush);
  const [space, setSpace] = useState(false);
  const [grabbing, setGrabbing] = useState(false);
  const running = useRef<RunningTool>(startTool(id));
  const keys = useRef(new KeyPointer());
  const painting = id === 'brush' || id === 'eraser';
  const worker = useWorker(stage, canvas, id);
  useWriting(stage, canvas.id, id);
  const [over, setOver] = useState<string | null>(null);
  const preview = useHover(stage, canvas, picture, (id === 'point' || id === 'words') && !space);

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
        if (worker.current) {
          const { shiftKey: shift, altKey: alt } = event;
          return worker.current.pointer({ type, at: toScene(stage.view, at), shift, alt });
        }
        const how = modeOf(event, useToolOptions.getState().mode);
        feed(stage, running.current, { type, ...how, pressure: pressureOf(event) }, at);
      },
      hover: (at, event) => {
        stage.setDraft({ ring: at && painting ? { ...at, radius: brush / 2 } : null, cross: null });
        keys.current.at = null;
        setOver(worker.current?.hover(at && toScene(stage.view, at)) ?? null);
        preview.move(at, event);
        // A tool of several clicks follows the pointer between them.
        const { state, tool } = running.current;
        if (at && event.buttons === 0 && state !== tool.idle)
          feed(stage, running.current, { type: 'move', ...unpressed }, at);
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
  }, [stage, id, space, painting, brush, preview, worker]);

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
    else if (worker.current?.key(event)) event.preventDefault();
    else if (event.key === 'Escape' && running.current.state !== running.current.tool.idle) {
      running.current.state = running.current.tool.idle;
      keys.current.release();
      stage.setDraft({ parts: [] });
    } else if (running.current.state !== running.current.tool.idle && ends(event.key, keys.current)) {
      const type = event.key === 'Enter' ? 'close' : 'back';
      feed(stage, running.current, { type, ...unpressed }, { x: 0, y: 0 });
    } else {
      if (worker.current) return;
      const events = keys.current.press(event, stage.screen, clicked.has(id));
      if (!events) return;
      const how = { ...modeOf(event, useToolOptions.getState().mode), pressure: 1 };
      for (const { type, at } of events) feed(stage, running.current, { type, ...how }, at);
      stage.setDraft({ cross: keys.current.at });
    }
    event.preventDefault();
  };

  const cursor = grabbing ? 'grabbing' : space ? 'grab' : (over ?? tools[id].cursor);
  return { cursor, onKeyDown, onBlur: () => stage?.setDraft({ cross: null }) };
}
