/** What is done to the project as a whole. */
import { openExportMenu } from '../header/export-menu.ts';
import { act } from '../state/ask.ts';
import { t } from '../strings/index.ts';
import { named } from '../strings/sentences.ts';
import { dropPending } from '../tools/work/pending.ts';
import { studio } from '../transport/studio.ts';
import { hasCanvas, hasProject, type Actions } from './action.ts';

export const projectActions = {
  open: { keys: ['mod+o'], perform: () => act(studio().shell.openFiles()) },
  'open-project': {
    keys: ['mod+shift+o'],
    enabled: (s) => s.shell?.kind === 'electron',
    perform: () => act(studio().shell.openProject()),
  },
  'new-project': { perform: () => act(studio().project.create({ name: t.header.untitled })) },
  'close-project': {
    enabled: hasProject,
    perform: () => act(studio().project.close()),
  },
  export: { keys: ['mod+e'], enabled: hasCanvas, perform: openExportMenu },
  undo: {
    label: (s) => (s.project?.undo ? t.actions.undoOf(named(s.project.undo)) : t.actions.undo),
    keys: ['mod+z'],
    enabled: (s) => !!s.project?.undo,
    perform: () => dropPending() || act(studio().project.undo()),
  },
  redo: {
    label: (s) => (s.project?.redo ? t.actions.redoOf(named(s.project.redo)) : t.actions.redo),
    keys: ['mod+shift+z', 'mod+y'],
    enabled: (s) => !!s.project?.redo,
    perform: () => act(studio().project.redo()),
  },
} satisfies Actions;
