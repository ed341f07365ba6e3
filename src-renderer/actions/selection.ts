/** What is done to the selection. */
import { invert, selectAll } from '../canvas/region.ts';
import { canStep, changeSelection, stepSelection } from '../canvas/selecting.ts';
import { selectWords } from '../tools/pick-colour.ts';
import { hasPicture, selectionOf, type Actions } from './action.ts';

export const selectionActions = {
  deselect: {
    keys: ['escape'],
    enabled: (s) => selectionOf(s) !== null || s.pending !== null,
    perform: () => changeSelection(() => null),
  },
  'invert-selection': {
    keys: ['mod+shift+i'],
    enabled: (s) => hasPicture(s) && selectionOf(s) !== null,
    perform: () => changeSelection((region) => region && invert(region)),
  },
  'select-all': {
    keys: ['mod+a'],
    enabled: hasPicture,
    perform: () => changeSelection(selectAll),
  },
  'select-subject': { keys: ['shift+s'], enabled: hasPicture, perform: () => selectWords('subject') },
  'selection-back': { keys: ['mod+['], enabled: () => canStep(-1), perform: () => stepSelection(-1) },
  'selection-forward': { keys: ['mod+]'], enabled: () => canStep(1), perform: () => stepSelection(1) },
} satisfies Actions;
