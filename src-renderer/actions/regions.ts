/** What is done with regions and masks. */
import { chooseMask, keepSelection } from '../regions/act.ts';
import { hasPicture, selectionOf, type Actions } from './action.ts';

export const regionActions = {
  'region-save': {
    keys: ['mod+shift+d'],
    enabled: (s) => hasPicture(s) && (s.pending !== null || !!selectionOf(s)?.area),
    perform: keepSelection,
  },
  'mask-load': { keys: ['mod+shift+m'], enabled: hasPicture, perform: chooseMask },
} satisfies Actions;
