/** These select nothing: their workers do all there is to do. */
import type { Tool, ToolId } from '../tool.ts';

const idle = (id: ToolId, cursor: string): Tool<null> => ({
  id,
  cursor,
  idle: null,
  next: (state) => ({ state }),
  draft: () => [],
});

export const moveTool = idle('move', 'default');
export const cropTool = idle('crop', 'default');
export const textTool = idle('text', 'text');
