/** What changes only how things are shown. */
import { stage } from '../canvas/current.ts';
import { focusComposer } from '../chat/focus.ts';
import { ask } from '../state/ask.ts';
import { useStore, type State } from '../state/store.ts';
import { isDark } from '../theme/scheme.ts';
import { studio } from '../transport/studio.ts';
import type { PanelId } from '../panels/ids.ts';
import { panelsFor } from '../panels/shown.ts';
import { cycle } from '../library/cycle.ts';
import { hasCanvas, hasPicture, type Actions } from './action.ts';

const panel = (id: PanelId, key: string) => ({
  keys: [key],
  enabled: (s: State) => panelsFor(s).includes(id),
  perform: () => useStore.setState((s) => ({ panel: s.panel === id ? null : id })),
});

export const viewActions = {
  fit: { keys: ['mod+0'], enabled: hasPicture, perform: () => stage.current?.fit() },
  'actual-size': {
    keys: ['mod+1', '1'],
    enabled: hasPicture,
    perform: () => stage.current?.actualSize(),
  },
  'zoom-in': {
    keys: ['mod+=', 'mod++'],
    enabled: hasPicture,
    perform: () => stage.current?.zoomBy(1.25),
  },
  'zoom-out': {
    keys: ['mod+-'],
    enabled: hasPicture,
    perform: () => stage.current?.zoomBy(0.8),
  },
  'toggle-theme': {
    enabled: (s) => s.app !== null,
    perform: () => ask(studio().app.setSettings({ appearance: isDark() ? 'light' : 'dark' })),
  },
  settings: {
    keys: ['mod+,'],
    perform: () => useStore.setState({ dialog: 'settings' }),
  },
  shortcuts: {
    keys: ['?'],
    perform: () => useStore.setState({ dialog: 'shortcuts' }),
  },
  palette: { keys: ['mod+k'], perform: () => useStore.setState({ dialog: 'palette' }) },
  library: {
    keys: ['g'],
    enabled: hasCanvas,
    perform: () => useStore.setState((s) => ({ sheet: !s.sheet, batch: null })),
  },
  'next-photo': { keys: ['pagedown'], enabled: hasCanvas, perform: () => cycle(1) },
  'previous-photo': { keys: ['pageup'], enabled: hasCanvas, perform: () => cycle(-1) },
  activity: { keys: ['mod+j'], perform: () => useStore.setState((s) => ({ activity: !s.activity })) },
  'focus-chat': { keys: ['/'], perform: focusComposer },
  find: {
    keys: ['mod+f'],
    enabled: (s) => (s.project?.messages.length ?? 0) > 0,
    perform: () => useStore.setState({ finding: true }),
  },
  'panel-layers': panel('layers', 'shift+l'),
  'panel-regions': panel('regions', 'shift+r'),
  'panel-history': panel('history', 'shift+h'),
} satisfies Actions;
