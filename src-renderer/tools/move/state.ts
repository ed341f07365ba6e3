/** What the move tool is about to do, for its options and for itself. */
import { create } from 'zustand';
import type { TurnedBox } from '../work/box.ts';

export interface MoveState {
  /** A layer, or the thing that is selected on it. */
  about: 'layer' | 'thing' | null;
  box: TurnedBox | null;
  /** What lies there now. */
  from: TurnedBox | null;
  /** A thing leaves a copy behind. */
  copy: boolean;
}

export const useMove = create<MoveState>()(() => ({ about: null, box: null, from: null, copy: false }));

/** What the tool on screen does when its options say so. */
export const moveTool: {
  current: { commit(): Promise<unknown>; cancel(): void; put(box: TurnedBox): void } | null;
} = {
  current: null,
};

export const hasMoved = ({ box, from }: MoveState): boolean =>
  !!box && !!from && JSON.stringify(box) !== JSON.stringify(from);
