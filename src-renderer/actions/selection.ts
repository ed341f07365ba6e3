/** What is done to the selection. */
import { invert, selectAll } from '../canvas/region.ts';
import { changeSelection } from '../canvas/selecting.ts';
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
} satisfies Actions;
