/** Running an action, and reading it for a button. */
import { useStore, type State } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { actionOf, type ActionId } from './registry.ts';

export const isEnabled = (id: ActionId, state: State): boolean => actionOf(id).enabled?.(state) ?? true;

export const labelOf = (id: ActionId, state: State): string => actionOf(id).label?.(state) ?? t.actions[id];

/** Performs an action if it is possible now; answers whether it was. */
export function perform(id: ActionId): boolean {
  const state = useStore.getState();
  if (!isEnabled(id, state)) return false;
  void actionOf(id).perform(state);
  return true;
}

/** An action as a component needs it. */
export function useAction(id: ActionId) {
  const label = useStore((s) => labelOf(id, s));
  const enabled = useStore((s) => isEnabled(id, s));
  return { label, enabled, perform: () => perform(id) };
}
