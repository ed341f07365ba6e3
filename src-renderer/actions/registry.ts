/** What a person can do here, once: buttons, shortcuts, palette and the native menu all read this list. */
import type { Action } from './action.ts';
import { projectActions } from './project.ts';
import { regionActions } from './regions.ts';
import { selectionActions } from './selection.ts';
import { toolActions } from './tools.ts';
import { viewActions } from './view.ts';

export const actions = {
  ...projectActions,
  ...viewActions,
  ...selectionActions,
  ...toolActions,
  ...regionActions,
};

export type ActionId = keyof typeof actions;
export const actionIds = Object.keys(actions) as ActionId[];
/** The same list without each entry's own type. */
export const actionOf = (id: ActionId): Action => actions[id];
