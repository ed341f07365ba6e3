import type { RegionPart } from '../../src-main/contract/region.ts';
import { clampUnit } from '../canvas/view.ts';
import { distance, type Mode, type Tool } from './tool.ts';

/** Points nearer than this (CSS pixels) say nothing new. */
const NEAREST = 2;
/** A loop whose points all lie within this (CSS pixels) of its start is a slip. */
const SMALLEST = 4;
/** The contract's limit for one outline. */
const MOST = 10_000;

/** `points` grows in place: a long loop is not copied at every move. */
type State = { name: 'idle' } | { name: 'drawing'; points: [number, number][]; mode: Mode };
const idle: State = { name: 'idle' };

/** A loop drawn by hand; its ends are joined by a straight line. */
export const lassoTool: Tool<State> = {
  id: 'lasso',
  cursor: 'crosshair',
  idle,
  next(state, event, context) {
    const at = clampUnit(event.at);
    switch (event.type) {
      case 'down':
        return { state: { name: 'drawing', points: [[at.x, at.y]], mode: event.mode } };
      case 'move': {
        if (state.name === 'idle') return { state };
        const [x, y] = state.points[state.points.length - 1]!;
        if (distance({ x, y }, at, context) < NEAREST) return { state };
        state.points.push([at.x, at.y]);
        // So long a loop is drawn in small steps: every other one is enough.
        if (state.points.length >= MOST)
          return { state: { ...state, points: state.points.filter((_, i) => i % 2 === 0) } };
        return { state: { ...state } };
      }
      case 'up': {
        if (state.name === 'idle') return { state };
        const { points, mode } = state;
        const [x, y] = points[0]!;
        const wide = points.some(([u, v]) => distance({ x, y }, { x: u, y: v }, context) >= SMALLEST);
        if (points.length < 3 || !wide) return { state: idle };
        return { state: idle, gesture: { part: { kind: 'polygon', points, sign: '+' }, mode } };
      }
      case 'cancel':
        return { state: idle };
      case 'close':
      case 'back':
        return { state };
    }
  },
  draft: (state): RegionPart[] =>
    state.name === 'drawing' ? [{ kind: 'polygon', points: state.points, sign: '+' }] : [],
};
