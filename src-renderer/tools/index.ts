import { boxTool } from './box.ts';
import { brushTool, eraserTool } from './brush.ts';
import { handTool } from './hand.ts';
import { lassoTool } from './lasso.ts';
import { pickerTool } from './picker.ts';
import { pointTool, wordsTool } from './point.ts';
import { polygonTool } from './polygon.ts';
import type { Tool, ToolId } from './tool.ts';
import { cropTool, moveTool, textTool } from './work/tools.ts';

export const tools = {
  point: pointTool,
  box: boxTool,
  lasso: lassoTool,
  polygon: polygonTool,
  brush: brushTool,
  eraser: eraserTool,
  words: wordsTool,
  picker: pickerTool,
  move: moveTool,
  crop: cropTool,
  text: textTool,
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
