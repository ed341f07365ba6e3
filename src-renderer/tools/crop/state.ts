/** The crop tool's frame, for its options and for itself. */
import { create } from 'zustand';

export interface CropBox {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface CropState {
  /** In pixels of the canvas as it is shown: turned by `degrees` about its middle. */
  box: CropBox | null;
  /** Width over height that the frame keeps; `null`: free. */
  aspect: number | null;
  degrees: number;
}

export const useCrop = create<CropState>()(() => ({ box: null, aspect: null, degrees: 0 }));

export const cropTool: {
  current: {
    commit(): void;
    cancel(): void;
    shape(aspect: number | null): void;
    turn(degrees: number): void;
  } | null;
} = { current: null };
