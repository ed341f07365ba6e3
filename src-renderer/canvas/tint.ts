/** What the selection's controls do to its tint, which is hidden while it would cover a result. */
import { useStore } from '../state/store.ts';

const set = (tinted: boolean) => () => useStore.setState({ tinted });

/** For a control of the selection: the tint shows while the pointer rests on it, until it is pressed. */
export const showsTint = {
  onPointerEnter: set(true),
  onPointerLeave: set(false),
  onPointerDown: set(false),
};
