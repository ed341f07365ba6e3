import { inside, type XY } from '../canvas/view.ts';
import { distance, type Mode, type Tool } from './tool.ts';

/** A hand that shakes this far (CSS pixels) still clicks. */
const SLOP = 16;

type State = { name: 'idle' } | { name: 'pressed'; at: XY; mode: Mode; held: boolean };
const idle: State = { name: 'idle' };

/** Click a colour; with a key of the modes, what has that colour is selected as well. */
export const pickerTool: Tool<State> = {
  id: 'picker',
  cursor: 'crosshair',
  idle,
  next(state, event, context) {
    switch (event.type) {
      case 'down': {
        const { at, mode, held } = event;
        return { state: inside(at) ? { name: 'pressed', at, mode, held } : idle };
      }
      case 'move':
        return {
          state: state.name === 'pressed' && distance(state.at, event.at, context) > SLOP ? idle : state,
        };
      case 'up': {
        if (state.name === 'idle') return { state };
        const { at, mode, held } = state;
        return { state: idle, pick: { at, mode, held } };
      }
      case 'cancel':
        return { state: idle };
      case 'close':
      case 'back':
        return { state };
    }
  },
  draft: () => [],
};
