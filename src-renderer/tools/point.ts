import type { RegionPart } from '../../src-main/contract/region.ts';
import { inside, type XY } from '../canvas/view.ts';
import { distance, type Tool } from './tool.ts';

/** A hand that shakes this far (CSS pixels) still clicks; farther, it changed its mind. */
const SLOP = 16;

type State = { name: 'idle' } | { name: 'pressed'; at: XY; add: boolean; minus: boolean };
const idle: State = { name: 'idle' };

const partOf = (at: XY, minus: boolean): RegionPart => ({ kind: 'point', ...at, sign: minus ? '-' : '+' });

/** Click a thing. Shift joins it to the selection, Alt or the right button takes it away. */
export const pointTool: Tool<State> = {
  id: 'point',
  cursor: 'crosshair',
  idle,
  next(state, event, context) {
    switch (event.type) {
      case 'down':
        if (!inside(event.at)) return { state: idle };
        return { state: { name: 'pressed', at: event.at, add: event.add, minus: event.minus } };
      case 'move':
        return {
          state: state.name === 'pressed' && distance(state.at, event.at, context) > SLOP ? idle : state,
        };
      case 'up': {
        if (state.name === 'idle') return { state };
        const mode = state.add || state.minus ? 'extend' : 'replace';
        return { state: idle, gesture: { part: partOf(state.at, state.minus), mode } };
      }
      case 'cancel':
        return { state: idle };
    }
  },
  draft: (state) => (state.name === 'pressed' ? [partOf(state.at, state.minus)] : []),
};
