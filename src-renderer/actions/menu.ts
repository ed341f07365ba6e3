/** The native menu: the registry's actions in the order that a desktop expects, in the language in use. */
import type { MenuItem, MenuRole, MenuSection } from '../../src-main/contract/menu.ts';
import { t } from '../strings/index.ts';
import { keysOf, type ActionId } from './registry.ts';

type Shortcuts = Record<string, string[]>;

/** Every section; a Mac has one more, named after the app. */
export function menuOf(mac: boolean, shortcuts: Shortcuts): MenuSection[] {
  const separator: MenuItem = { kind: 'separator' };
  const action = (id: ActionId): MenuItem => {
    const [keys] = keysOf(id, shortcuts);
    return { kind: 'action', action: id, label: t.actions[id], ...(keys && { keys }) };
  };
  const role = (name: MenuRole): MenuItem => ({ kind: 'role', role: name, label: t.menu[name] });
  const actions = (...ids: ActionId[]) => ids.map(action);

  const application: MenuSection = {
    id: 'app',
    label: t.appName,
    items: [
      role('about'),
      separator,
      action('settings'),
      separator,
      role('services'),
      separator,
      role('hide'),
      role('hideOthers'),
      role('unhide'),
      separator,
      role('quit'),
    ],
  };
  const file: MenuSection = {
    id: 'file',
    label: t.menu.file,
    items: [
      ...actions('new-project', 'open', 'open-project'),
      { kind: 'recents', label: t.menu.recents },
      separator,
      action('export'),
      separator,
      action('close-project'),
      role(mac ? 'close' : 'quit'),
    ],
  };
  const edit: MenuSection = {
    id: 'edit',
    label: t.menu.edit,
    items: [
      ...actions('undo', 'redo'),
      separator,
      role('cut'),
      role('copy'),
      role('paste'),
      separator,
      ...actions('select-all', 'invert-selection', 'deselect'),
      ...(mac ? [] : [separator, action('settings')]),
    ],
  };
  const view: MenuSection = {
    id: 'view',
    label: t.menu.view,
    items: [
      action('palette'),
      separator,
      ...actions('fit', 'actual-size', 'zoom-in', 'zoom-out'),
      separator,
      ...actions('library', 'next-photo', 'previous-photo'),
      separator,
      ...actions('panel-layers', 'panel-regions', 'panel-history', 'activity'),
      separator,
      action('toggle-theme'),
      role('togglefullscreen'),
    ],
  };
  const window: MenuSection = {
    id: 'window',
    label: t.menu.window,
    items: [role('minimize'), role('zoom')],
  };
  const help: MenuSection = {
    id: 'help',
    label: t.menu.help,
    items: [action('shortcuts'), ...(mac ? [] : [role('about')])],
  };
  return [...(mac ? [application] : []), file, edit, view, window, help];
}
