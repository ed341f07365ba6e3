/** What a person can do here, once: buttons, shortcuts, palette, native menu and chat all read this list. */
import { useStore } from '../state/store.ts';
import type { Action } from './action.ts';
import { projectActions } from './project.ts';
import { regionActions } from './regions.ts';
import { selectionActions } from './selection.ts';
import { toolActions } from './tools.ts';
import { viewActions } from './view.ts';

/** By what they are about, as the shortcut sheet and the palette show them. */
export const actionGroups = {
  project: projectActions,
  view: viewActions,
  selection: selectionActions,
  regions: regionActions,
  tools: toolActions,
};
export const actions = {
  ...projectActions,
  ...viewActions,
  ...selectionActions,
  ...toolActions,
  ...regionActions,
};

export type ActionId = keyof typeof actions;
export type ActionGroup = keyof typeof actionGroups;
export const actionIds = Object.keys(actions) as ActionId[];
export const groupIds = Object.keys(actionGroups) as ActionGroup[];

/** The keys that an action has before anybody changes them. */
export const firstKeys = (id: ActionId): readonly string[] => (actions[id] as Action).keys ?? [];

/** The keys that an action has now: the person's own, else its first ones. */
export const keysOf = (
  id: ActionId,
  chosen = useStore.getState().app?.settings.shortcuts,
): readonly string[] => (chosen && Object.hasOwn(chosen, id) ? chosen[id] : undefined) ?? firstKeys(id);

/** The same list without each entry's own type, with the keys as they are now. */
export const actionOf = (id: ActionId): Action => ({ ...(actions[id] as Action), keys: keysOf(id) });
