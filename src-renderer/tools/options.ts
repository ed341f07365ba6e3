/** How the tools are set: what only this window knows. */
import { create } from 'zustand';
import type { BoxShape } from './box.ts';
import type { Mode } from './tool.ts';

export interface ToolOptions {
  mode: Mode;
  /** What the box tool draws. */
  shape: BoxShape;
  /** The share of the brush's radius that is fully painted, 0..1. */
  hardness: number;
  /** The colour that was picked last, `#rrggbb`. */
  picked: string | null;
  /** Counts the wishes to type words: each brings the keyboard to their field. */
  asked: number;
}

export const initialOptions: ToolOptions = {
  mode: 'replace',
  shape: 'thing',
  hardness: 1,
  picked: null,
  asked: 0,
};

export const useToolOptions = create<ToolOptions>()(() => initialOptions);
