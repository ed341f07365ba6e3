/** Choosing a tool, and its size. */
import { announce, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { useToolOptions } from '../tools/options.ts';
import type { ToolId } from '../tools/tool.ts';
import { hasPicture, type Actions } from './action.ts';

const pick = (tool: ToolId) => () => {
  useStore.setState({ tool });
  announce(`${t.actions[`tool-${tool}`]}. ${t.tools.hints[tool]}`);
};
const resizeBrush = (factor: number) => () =>
  useStore.setState(({ brush }) => ({ brush: Math.round(Math.min(240, Math.max(6, brush * factor))) }));
const harden = (by: number) => () =>
  useToolOptions.setState(({ hardness }) => ({ hardness: Math.min(1, Math.max(0, hardness + by)) }));

export const toolActions = {
  'tool-point': { keys: ['v'], enabled: hasPicture, perform: pick('point') },
  'tool-box': { keys: ['m'], enabled: hasPicture, perform: pick('box') },
  'tool-lasso': { keys: ['l'], enabled: hasPicture, perform: pick('lasso') },
  'tool-polygon': { keys: ['p'], enabled: hasPicture, perform: pick('polygon') },
  'tool-brush': { keys: ['b'], enabled: hasPicture, perform: pick('brush') },
  'tool-eraser': {
    keys: ['e'],
    enabled: hasPicture,
    perform: pick('eraser'),
  },
  'tool-words': {
    keys: ['w'],
    enabled: hasPicture,
    perform: () => {
      pick('words')();
      useToolOptions.setState(({ asked }) => ({ asked: asked + 1 }));
    },
  },
  'tool-picker': { keys: ['i'], enabled: hasPicture, perform: pick('picker') },
  'tool-move': { keys: ['q'], enabled: hasPicture, perform: pick('move') },
  'tool-crop': { keys: ['c'], enabled: hasPicture, perform: pick('crop') },
  'tool-text': { keys: ['t'], enabled: hasPicture, perform: pick('text') },
  'tool-hand': { keys: ['h'], enabled: hasPicture, perform: pick('hand') },
  'brush-smaller': {
    keys: ['['],
    enabled: hasPicture,
    perform: resizeBrush(0.8),
  },
  'brush-larger': {
    keys: [']'],
    enabled: hasPicture,
    perform: resizeBrush(1.25),
  },
  'brush-softer': { keys: ['{'], enabled: hasPicture, perform: harden(-0.25) },
  'brush-harder': { keys: ['}'], enabled: hasPicture, perform: harden(0.25) },
} satisfies Actions;
