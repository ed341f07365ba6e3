import type { RegionPart } from '../../src-main/contract/region.ts';
import { clampUnit, type XY } from '../canvas/view.ts';
import { distance, type Mode, type Tool, type ToolContext, type ToolEvent } from './tool.ts';

/** What a drag means: the thing in it, or all that is in the rectangle or in the ellipse. */
export const boxShapes = ['thing', 'rectangle', 'ellipse'] as const;
export type BoxShape = (typeof boxShapes)[number];

/** Smaller than this across (CSS pixels) is a slip, not a box. */
const SMALLEST = 4;
/** Corners of an outline that looks round at any size. */
const CORNERS = 256;

/** `held`: the mode was said with a key, which means nothing else then. */
type State = { name: 'idle' } | { name: 'dragging'; from: XY; to: XY; mode: Mode; held: boolean; keys: Keys };
const idle: State = { name: 'idle' };

/** Keys that are pressed once the drag has begun: Shift makes it even, Alt begins in the middle. */
interface Keys {
  even: boolean;
  centred: boolean;
}
const none: Keys = { even: false, centred: false };

function keysOf({ held, mode }: ToolEvent, pressedBefore: boolean): Keys {
  if (!held || pressedBefore) return none;
  return { even: mode !== 'subtract', centred: mode !== 'add' };
}

interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** The box of a drag, inside the picture; `null` when there is nothing in it. */
function boxOf(from: XY, to: XY, keys: Keys, { picture, shape }: ToolContext): Box | null {
  let [dx, dy] = [to.x - from.x, to.y - from.y];
  if (keys.even) {
    const side = Math.max(Math.abs(dx) * picture.width, Math.abs(dy) * picture.height);
    [dx, dy] = [(Math.sign(dx) * side) / picture.width, (Math.sign(dy) * side) / picture.height];
  }
  const end = keys.even ? { x: from.x + dx, y: from.y + dy } : to;
  const begin = keys.centred ? { x: from.x - dx, y: from.y - dy } : from;
  const a = clampUnit(begin);
  const b = clampUnit(end);
  // A plain shape has sharp sides: it lies on whole pixels.
  const whole = (value: number, size: number) =>
    shape === 'thing' ? value : Math.round(value * size) / size;
  const box = {
    x1: whole(Math.min(a.x, b.x), picture.width),
    y1: whole(Math.min(a.y, b.y), picture.height),
    x2: whole(Math.max(a.x, b.x), picture.width),
    y2: whole(Math.max(a.y, b.y), picture.height),
  };
  return box.x1 < box.x2 && box.y1 < box.y2 ? box : null;
}

function partOf(box: Box, shape: BoxShape): RegionPart {
  const { x1, y1, x2, y2 } = box;
  if (shape === 'thing') return { kind: 'box', ...box };
  const rectangle: [number, number][] = [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ];
  const round = Array.from({ length: CORNERS }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / CORNERS;
    const [x, y] = [
      (x1 + x2) / 2 + ((x2 - x1) / 2) * Math.cos(angle),
      (y1 + y2) / 2 + ((y2 - y1) / 2) * Math.sin(angle),
    ];
    const inside = clampUnit({ x, y });
    return [inside.x, inside.y];
  });
  return { kind: 'polygon', points: shape === 'ellipse' ? round : rectangle, sign: '+' };
}

/** Drag a box around a thing, or a plain rectangle or ellipse. */
export const boxTool: Tool<State> = {
  id: 'box',
  cursor: 'crosshair',
  idle,
  next(state, event, context) {
    switch (event.type) {
      case 'down': {
        const { at, mode, held } = event;
        return { state: { name: 'dragging', from: at, to: at, mode, held, keys: none } };
      }
      case 'move':
        if (state.name === 'idle') return { state };
        return { state: { ...state, to: event.at, keys: keysOf(event, state.held) } };
      case 'up': {
        if (state.name === 'idle') return { state };
        const box = boxOf(state.from, event.at, keysOf(event, state.held), context);
        if (!box || distance(state.from, event.at, context) < SMALLEST) return { state: idle };
        return { state: idle, gesture: { part: partOf(box, context.shape), mode: state.mode } };
      }
      case 'cancel':
        return { state: idle };
      case 'close':
      case 'back':
        return { state };
    }
  },
  draft(state, context) {
    const box = state.name === 'dragging' ? boxOf(state.from, state.to, state.keys, context) : null;
    return box ? [partOf(box, context.shape)] : [];
  },
};
