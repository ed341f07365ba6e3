/** What a tool has under way on the picture and nobody has kept yet: it must not get lost, nor be left out. */
import { hasMoved, moveTool, useMove } from '../move/state.ts';
import { textTool, useText } from '../text/state.ts';

/** Keeps it, before something else is done with what is seen. */
export async function keepPending(): Promise<void> {
  await moveTool.current?.commit();
  await textTool.current?.commit();
}

/** Takes it back; answers whether there was any: that is what undo means then. */
export function dropPending(): boolean {
  const moved = hasMoved(useMove.getState());
  const writing = useText.getState().writing !== null;
  if (moved) moveTool.current?.cancel();
  if (writing) textTool.current?.cancel();
  return moved || writing;
}
