/** What an action is, and what actions ask of the state. */
import { activeCanvas } from '../state/select.ts';
import type { State } from '../state/store.ts';

export interface Action {
  /** What it is called now, where that is not simply its name in the strings. */
  label?(state: State): string;
  /** `mod` is Ctrl, or Cmd on a Mac. A key alone works only outside text. */
  keys?: readonly string[];
  enabled?(state: State): boolean;
  perform(state: State): unknown;
}
export type Actions = Record<string, Action>;

export const hasProject = (s: State) => s.project !== null;
export const hasCanvas = (s: State) => activeCanvas(s.project) !== null;
export const hasPicture = (s: State) => activeCanvas(s.project)?.kind === 'image';
export const selectionOf = (s: State) => activeCanvas(s.project)?.selection ?? null;
