import { boxTool } from './box.ts';
import { brushTool, eraserTool } from './brush.ts';
import { handTool } from './hand.ts';
import { pointTool } from './point.ts';
import type { Tool, ToolId } from './tool.ts';

export const tools = {
  point: pointTool,
  box: boxTool,
  brush: brushTool,
  eraser: eraserTool,
  hand: handTool,
} satisfies Record<ToolId, unknown>;

/** In the order of the toolbar. */
export const toolIds = Object.keys(tools) as ToolId[];

/** A tool with its state inside, for the canvas to feed. */
export interface RunningTool {
  readonly tool: Tool;
  state: unknown;
}

export const startTool = (id: ToolId): RunningTool => {
  const tool = tools[id] as Tool;
  return { tool, state: tool.idle };
};
