import type { RegionPart } from '../../src-main/contract/region.ts';
import { inside, type XY } from '../canvas/view.ts';
import { distance, type Mode, type Tool, type ToolId } from './tool.ts';

/** A hand that shakes this far (CSS pixels) still clicks; farther, it changed its mind. */
const SLOP = 16;

type State = { name: 'idle' } | { name: 'pressed'; at: XY; mode: Mode };
const idle: State = { name: 'idle' };

const partOf = (at: XY, minus: boolean): RegionPart => ({ kind: 'point', ...at, sign: minus ? '-' : '+' });

/** Click a thing. */
const clickTool = (id: ToolId): Tool<State> => ({
  id,
  cursor: 'crosshair',
  idle,
  next(state, event, context) {
    switch (event.type) {
      case 'down':
        if (!inside(event.at)) return { state: idle };
        return { state: { name: 'pressed', at: event.at, mode: event.mode } };
      case 'move':
        return {
          state: state.name === 'pressed' && distance(state.at, event.at, context) > SLOP ? idle : state,
        };
      case 'up': {
        if (state.name === 'idle') return { state };
        return { state: idle, gesture: { part: partOf(state.at, false), mode: state.mode } };
      }
      case 'cancel':
        return { state: idle };
      case 'close':
      case 'back':
        return { state };
    }
  },
  draft: (state) => (state.name === 'pressed' ? [partOf(state.at, state.mode === 'subtract')] : []),
});

export const pointTool = clickTool('point');
/** While words are being typed, a click still points: what is seen may be quicker than what is said. */
export const wordsTool = clickTool('words');
