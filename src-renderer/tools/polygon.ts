import type { RegionPart } from '../../src-main/contract/region.ts';
import { clampUnit, type XY } from '../canvas/view.ts';
import { distance, type Mode, type Step, type Tool } from './tool.ts';

/** A click this near (CSS pixels) to the first corner closes the outline. */
const CLOSING = 8;
/** A click this near to the last corner is the second one of a double click. */
const DOUBLE = 5;
const MOST = 10_000;

type Corner = [number, number];
type Drawing = { name: 'drawing'; points: readonly Corner[]; to: XY; mode: Mode };
type State = { name: 'idle' } | Drawing;
const idle: State = { name: 'idle' };

const xy = ([x, y]: Corner): XY => ({ x, y });

/** The outline as a gesture; fewer than three corners enclose nothing, so the drawing goes on. */
function closed(state: Drawing): Step<State> {
  if (state.points.length < 3) return { state };
  const part: RegionPart = { kind: 'polygon', points: [...state.points], sign: '+' };
  return { state: idle, gesture: { part, mode: state.mode } };
}

/** Corner by corner. A double click, Enter or a click on the first corner closes the outline. */
export const polygonTool: Tool<State> = {
  id: 'polygon',
  cursor: 'crosshair',
  idle,
  next(state, event, context) {
    const at = clampUnit(event.at);
    if (state.name === 'idle') {
      if (event.type !== 'down') return { state };
      return { state: { name: 'drawing', points: [[at.x, at.y]], to: at, mode: event.mode } };
    }
    const { points } = state;
    switch (event.type) {
      case 'down': {
        if (distance(xy(points[points.length - 1]!), at, context) < DOUBLE) return closed(state);
        if (points.length > 2 && distance(xy(points[0]!), at, context) < CLOSING) return closed(state);
        if (points.length >= MOST) return { state };
        return { state: { ...state, points: [...points, [at.x, at.y]], to: at } };
      }
      case 'move':
        return { state: { ...state, to: at } };
      case 'up':
        return { state };
      case 'close':
        return closed(state);
      case 'back':
        return { state: points.length > 1 ? { ...state, points: points.slice(0, -1) } : idle };
      case 'cancel':
        return { state: idle };
    }
  },
  draft: (state): RegionPart[] =>
    state.name === 'drawing'
      ? [{ kind: 'polygon', points: [...state.points, [state.to.x, state.to.y]], sign: '+' }]
      : [],
};
