import type { RegionPart } from '../../src-main/contract/region.ts';
import { clampUnit, type XY } from '../canvas/view.ts';
import { distance, type Mode, type Tool } from './tool.ts';

/** Smaller than this across (CSS pixels) is a slip, not a box. */
const SMALLEST = 4;

type State = { name: 'idle' } | { name: 'dragging'; from: XY; to: XY; mode: Mode };
const idle: State = { name: 'idle' };

function partOf(a: XY, b: XY): RegionPart | null {
  const from = clampUnit(a);
  const to = clampUnit(b);
  const [x1, x2] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [y1, y2] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  return x1 < x2 && y1 < y2 ? { kind: 'box', x1, y1, x2, y2 } : null;
}

/** Drag a box around a thing. */
export const boxTool: Tool<State> = {
  id: 'box',
  cursor: 'crosshair',
  idle,
  next(state, event, context) {
    switch (event.type) {
      case 'down':
        return { state: { name: 'dragging', from: event.at, to: event.at, mode: event.mode } };
      case 'move':
        return { state: state.name === 'dragging' ? { ...state, to: event.at } : state };
      case 'up': {
        if (state.name === 'idle') return { state };
        const part = partOf(state.from, event.at);
        if (!part || distance(state.from, event.at, context) < SMALLEST) return { state: idle };
        return { state: idle, gesture: { part, mode: state.mode } };
      }
      case 'cancel':
        return { state: idle };
      case 'close':
      case 'back':
        return { state };
    }
  },
  draft(state) {
    const part = state.name === 'dragging' ? partOf(state.from, state.to) : null;
    return part ? [part] : [];
  },
};
