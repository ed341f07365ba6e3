import type { RegionPart } from '../../src-main/contract/region.ts';
import { clampUnit } from '../canvas/view.ts';
import { distance, type Mode, type Tool, type ToolEvent, type ToolId } from './tool.ts';

/** Points nearer than this (CSS pixels) say nothing new. */
const NEAREST = 1.5;
/** The contract's limit for one stroke. */
const MOST = 20_000;

/** `points` and `pressures` grow in place: a long stroke is not copied at every move. */
interface Painting {
  name: 'painting';
  points: [number, number][];
  pressures: number[];
  radius: number;
  hardness: number;
  mode: Mode;
}
type State = { name: 'idle' } | Painting;
const idle: State = { name: 'idle' };

/** A hard stroke of even pressure says neither. */
const partOf = ({ points, pressures, radius, hardness }: Painting, sign: '+' | '-'): RegionPart => ({
  kind: 'stroke',
  points,
  radius,
  ...(hardness < 1 && { hardness }),
  ...(pressures.some((pressure) => pressure < 1) && { pressures }),
  sign,
});

/** Paints what is meant, or isn't. */
const strokeTool = (id: ToolId, meant: (event: ToolEvent) => Mode): Tool<State> => ({
  id,
  cursor: 'none',
  idle,
  next(state, event, context) {
    const at = clampUnit(event.at);
    switch (event.type) {
      case 'down':
        return {
          state: {
            name: 'painting',
            points: [[at.x, at.y]],
            pressures: [event.pressure],
            radius: Math.min(1, context.radius),
            hardness: context.hardness,
            mode: meant(event),
          },
        };
      case 'move': {
        if (state.name === 'idle') return { state };
        const [x, y] = state.points[state.points.length - 1]!;
        if (distance({ x, y }, at, context) < NEAREST || state.points.length >= MOST) return { state };
        state.points.push([at.x, at.y]);
        state.pressures.push(event.pressure);
        return { state: { ...state } };
      }
      case 'up':
        if (state.name === 'idle') return { state };
        return { state: idle, gesture: { part: partOf(state, '+'), mode: state.mode } };
      case 'cancel':
        return { state: idle };
      case 'close':
      case 'back':
        return { state };
    }
  },
  draft: (state) => (state.name === 'painting' ? [partOf(state, state.mode === 'subtract' ? '-' : '+')] : []),
});

/** Stroke after stroke joins: to begin anew, the selection is cleared. */
export const brushTool = strokeTool('brush', ({ mode }) => (mode === 'replace' ? 'add' : mode));
/** Takes away; with Alt it paints. */
export const eraserTool = strokeTool('eraser', ({ mode, held }) =>
  held && mode === 'subtract' ? 'add' : 'subtract',
);
