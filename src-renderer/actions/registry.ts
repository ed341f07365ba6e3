/** What a person can do here, once: header buttons, shortcuts and the native menu all read this list. */
import { studio } from '../transport/studio.ts';
import { stage } from '../canvas/current.ts';
import { changeSelection } from '../canvas/selecting.ts';
import { invert, selectAll } from '../canvas/region.ts';
import { en } from '../strings/en.ts';
import { act, ask } from '../state/ask.ts';
import { activeCanvas } from '../state/select.ts';
import { announce, useStore, type State } from '../state/store.ts';
import type { ToolId } from '../tools/tool.ts';
import { openExportMenu } from '../header/export-menu.ts';
import { focusComposer } from '../chat/focus.ts';
import { isDark } from '../theme/scheme.ts';

export interface Action {
  label: string | ((state: State) => string);
  /** `mod` is Ctrl, or Cmd on a Mac. A key alone works only outside text. */
  keys?: readonly string[];
  enabled?(state: State): boolean;
  perform(state: State): unknown;
}

const hasProject = (s: State) => s.project !== null;
const hasCanvas = (s: State) => activeCanvas(s.project) !== null;
const hasPicture = (s: State) => activeCanvas(s.project)?.kind === 'image';
const selectionOf = (s: State) => activeCanvas(s.project)?.selection ?? null;
const pick = (tool: ToolId) => () => {
  useStore.setState({ tool });
  announce(`${en.actions[`tool-${tool}`]}. ${en.tools.hints[tool]}`);
};
const resizeBrush = (factor: number) => () =>
  useStore.setState(({ brush }) => ({ brush: Math.round(Math.min(240, Math.max(6, brush * factor))) }));

export const actions = {
  undo: {
    label: (s) => (s.project?.undo ? en.actions.undoOf(s.project.undo) : en.actions.undo),
    keys: ['mod+z'],
    enabled: (s) => !!s.project?.undo,
    perform: () => act(studio().project.undo()),
  },
  redo: {
    label: (s) => (s.project?.redo ? en.actions.redoOf(s.project.redo) : en.actions.redo),
    keys: ['mod+shift+z', 'mod+y'],
    enabled: (s) => !!s.project?.redo,
    perform: () => act(studio().project.redo()),
  },
  open: { label: en.actions.open, keys: ['mod+o'], perform: () => act(studio().shell.openFiles()) },
  'open-project': {
    label: en.actions['open-project'],
    keys: ['mod+shift+o'],
    enabled: (s) => s.shell?.kind === 'electron',
    perform: () => act(studio().shell.openProject()),
  },
  'new-project': { label: en.actions['new-project'], perform: () => act(studio().project.create()) },
  'close-project': {
    label: en.actions['close-project'],
    enabled: hasProject,
    perform: () => act(studio().project.close()),
  },
  export: { label: en.actions.export, keys: ['mod+e'], enabled: hasCanvas, perform: openExportMenu },
  fit: { label: en.actions.fit, keys: ['mod+0'], enabled: hasPicture, perform: () => stage.current?.fit() },
  'actual-size': {
    label: en.actions['actual-size'],
    keys: ['mod+1', '1'],
    enabled: hasPicture,
    perform: () => stage.current?.actualSize(),
  },
  'zoom-in': {
    label: en.actions['zoom-in'],
    keys: ['mod+=', 'mod++'],
    enabled: hasPicture,
    perform: () => stage.current?.zoomBy(1.25),
  },
  'zoom-out': {
    label: en.actions['zoom-out'],
    keys: ['mod+-'],
    enabled: hasPicture,
    perform: () => stage.current?.zoomBy(0.8),
  },
  deselect: {
    label: en.actions.deselect,
    keys: ['escape'],
    enabled: (s) => selectionOf(s) !== null || s.pending !== null,
    perform: () => changeSelection(() => null),
  },
  'invert-selection': {
    label: en.actions['invert-selection'],
    keys: ['mod+shift+i'],
    enabled: (s) => hasPicture(s) && selectionOf(s) !== null,
    perform: () => changeSelection((region) => region && invert(region)),
  },
  'select-all': {
    label: en.actions['select-all'],
    keys: ['mod+a'],
    enabled: hasPicture,
    perform: () => changeSelection(selectAll),
  },
  'toggle-theme': {
    label: en.actions['toggle-theme'],
    enabled: (s) => s.app !== null,
    perform: () => ask(studio().app.setSettings({ appearance: isDark() ? 'light' : 'dark' })),
  },
  settings: {
    label: en.actions.settings,
    keys: ['mod+,'],
    perform: () => useStore.setState({ dialog: 'settings' }),
  },
  shortcuts: {
    label: en.actions.shortcuts,
    keys: ['?'],
    perform: () => useStore.setState({ dialog: 'shortcuts' }),
  },
  'focus-chat': { label: en.actions['focus-chat'], keys: ['/'], perform: focusComposer },
  'tool-point': { label: en.actions['tool-point'], keys: ['v'], enabled: hasPicture, perform: pick('point') },
  'tool-box': { label: en.actions['tool-box'], keys: ['m'], enabled: hasPicture, perform: pick('box') },
  'tool-brush': { label: en.actions['tool-brush'], keys: ['b'], enabled: hasPicture, perform: pick('brush') },
  'tool-eraser': {
    label: en.actions['tool-eraser'],
    keys: ['e'],
    enabled: hasPicture,
    perform: pick('eraser'),
  },
  'tool-hand': { label: en.actions['tool-hand'], keys: ['h'], enabled: hasPicture, perform: pick('hand') },
  'brush-smaller': {
    label: en.actions['brush-smaller'],
    keys: ['['],
    enabled: hasPicture,
    perform: resizeBrush(0.8),
  },
  'brush-larger': {
    label: en.actions['brush-larger'],
    keys: [']'],
    enabled: hasPicture,
    perform: resizeBrush(1.25),
  },
} satisfies Record<string, Action>;

export type ActionId = keyof typeof actions;
export const actionIds = Object.keys(actions) as ActionId[];
/** The same list without each entry's own type. */
export const actionOf = (id: ActionId): Action => actions[id];
