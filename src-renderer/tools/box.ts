import type { RegionPart } from '../../src-main/contract/region.ts';
import { clampUnit, type XY } from '../canvas/view.ts';
import { distance, type Tool } from './tool.ts';

/** Smaller than this across (CSS pixels) is a slip, not a box. */
const SMALLEST = 4;

type State = { name: 'idle' } | { name: 'dragging'; from: XY; to: XY; add: boolean; minus: boolean };
const idle: State = { name: 'idle' };

/** The box between two corners; taking away needs an exact outline, since a box has no sign. */
function partOf(a: XY, b: XY, minus: boolean): RegionPart | null {
  const from = clampUnit(a);
  const to = clampUnit(b);
  const [x1, x2] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [y1, y2] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  if (x1 >= x2 || y1 >= y2) return null;
  if (!minus) return { kind: 'box', x1, y1, x2, y2 };
  return {
    kind: 'polygon',
    points: [
      [x1, y1],
      [x2, y1],
      [x2, y2],
      [x1, y2],
    ],
    sign: '-',
  };
}

/** Drag a box around a thing. */
export const boxTool: Tool<State> = {
  id: 'box',
  cursor: 'crosshair',
  idle,
  next(state, event, context) {
    switch (event.type) {
      case 'down':
        return {
          state: { name: 'dragging', from: event.at, to: event.at, add: event.add, minus: event.minus },
        };
      case 'move':
        return { state: state.name === 'dragging' ? { ...state, to: event.at } : state };
      case 'up': {
        if (state.name === 'idle') return { state };
        const part = partOf(state.from, event.at, state.minus);
        if (!part || distance(state.from, event.at, context) < SMALLEST) return { state: idle };
        return { state: idle, gesture: { part, mode: state.add || state.minus ? 'extend' : 'replace' } };
      }
      case 'cancel':
        return { state: idle };
    }
  },
  draft(state) {
    const part = state.name === 'dragging' ? partOf(state.from, state.to, state.minus) : null;
    return part ? [part] : [];
  },
};
