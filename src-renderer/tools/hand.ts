import type { Tool } from './tool.ts';

/** Moves the view; the canvas does that itself, so the tool has nothing to say. */
export const handTool: Tool<null> = {
  id: 'hand',
  cursor: 'grab',
  idle: null,
  next: (state) => ({ state }),
  draft: () => [],
};
