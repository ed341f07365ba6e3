import type { RegionPart } from '../../src-main/contract/region.ts';
import { clampUnit } from '../canvas/view.ts';
import { distance, type Tool, type ToolId } from './tool.ts';

/** Points nearer than this (CSS pixels) say nothing new. */
const NEAREST = 1.5;
/** The contract's limit for one stroke. */
const MOST = 20_000;

/** `points` grows in place: a long stroke is not copied at every move. */
type State =
  { name: 'idle' } | { name: 'painting'; points: [number, number][]; radius: number; sign: '+' | '-' };
const idle: State = { name: 'idle' };

const partOf = ({ points, radius, sign }: Extract<State, { name: 'painting' }>): RegionPart => ({
  kind: 'stroke',
  points,
  radius,
  sign,
});

/** Paints what is meant (or not meant, with Alt), as vector strokes. A stroke always joins the selection. */
function strokeTool(id: ToolId, sign: '+' | '-'): Tool<State> {
  const other = sign === '+' ? '-' : '+';
  return {
    id,
    cursor: 'none',
    idle,
    next(state, event, context) {
      const at = clampUnit(event.at);
      switch (event.type) {
        case 'down': {
          const radius = Math.min(1, context.radius);
          return {
            state: { name: 'painting', points: [[at.x, at.y]], radius, sign: event.minus ? other : sign },
          };
        }
        case 'move': {
          if (state.name === 'idle') return { state };
          const [x, y] = state.points[state.points.length - 1]!;
          if (distance({ x, y }, at, context) < NEAREST || state.points.length >= MOST) return { state };
          state.points.push([at.x, at.y]);
          return { state: { ...state } };
        }
        case 'up':
          if (state.name === 'idle') return { state };
          return { state: idle, gesture: { part: partOf(state), mode: 'extend' } };
        case 'cancel':
          return { state: idle };
      }
    },
    draft: (state) => (state.name === 'painting' ? [partOf(state)] : []),
  };
}

export const brushTool = strokeTool('brush', '+');
export const eraserTool = strokeTool('eraser', '-');
