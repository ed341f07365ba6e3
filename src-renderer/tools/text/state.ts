/** What is being written on the canvas, and how the next text will look. */
import { create } from 'zustand';
import type { LayerText } from '../../../src-main/contract/layers.ts';
import type { Affine, Extent } from '../../../src-main/contract/placing.ts';

export type TextStyle = Omit<LayerText, 'text'>;

export interface Writing {
  /** The layer that is written anew; `null`: a new one. */
  layer: string | null;
  /** From the text's own pixels to the canvas'; the origin is its top left. */
  map: Affine;
  /** How large the picture of the layer was. */
  size: Extent | null;
  value: string;
}

export interface TextState {
  writing: Writing | null;
  style: TextStyle;
}

export const useText = create<TextState>()(() => ({
  writing: null,
  style: { family: 'Inter', size: 64, weight: 600, colour: '#ffffff', align: 'left' },
}));

/** Where a double click asked for this tool: it begins there. In the canvas' pixels. */
export const textWanted: { current: { x: number; y: number } | null } = { current: null };

export const textTool: { current: { commit(): Promise<void>; cancel(): void } | null } = { current: null };
