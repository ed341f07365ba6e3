/** Running an action, and reading it for a button. */
import { useStore, type State } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { actionOf, keysOf, type ActionId } from './registry.ts';
import { onMac, readable } from './shortcuts.ts';

export const isEnabled = (id: ActionId, state: State): boolean => actionOf(id).enabled?.(state) ?? true;

export const labelOf = (id: ActionId, state: State): string => actionOf(id).label?.(state) ?? t.actions[id];

/** Performs an action if it is possible now; answers whether it was. */
export function perform(id: ActionId): boolean {
  const state = useStore.getState();
  if (!isEnabled(id, state)) return false;
  void actionOf(id).perform(state);
  return true;
}

/** An action's first shortcut as a person reads it; `undefined`: it has none. Follows the settings. */
export function useShortcut(id: ActionId): string | undefined {
  const keys = useStore((s) => keysOf(id, s.app?.settings.shortcuts)[0]);
  return keys && readable(keys, onMac());
}

/** An action as a component needs it. */
export function useAction(id: ActionId) {
  const label = useStore((s) => labelOf(id, s));
  const enabled = useStore((s) => isEnabled(id, s));
  return { label, enabled, shortcut: useShortcut(id), perform: () => perform(id) };
}
