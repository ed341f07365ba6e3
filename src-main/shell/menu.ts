/** The native menu, as data: `command` items are actions of the page, by their ids. */
import type { MenuItemConstructorOptions } from 'electron';

export interface MenuOptions {
  name: string;
  mac: boolean;
  /** Items for developers. */
  development: boolean;
  recents: readonly { id: string; name: string }[];
  command(action: string): void;
  openRecent(id: string): void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { mac, name } = options;
  /** The page answers these keys itself where it has them first; the menu shows them. */
  const action = (id: string, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    ...(accelerator && { accelerator, registerAccelerator: false }),
    click: () => options.command(id),
  });
  const settings = action('settings', mac ? 'Settings…' : 'Settings', 'CmdOrCtrl+,');

  const application: MenuItemConstructorOptions = {
    label: name,
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
  const recent: MenuItemConstructorOptions = {
    id: 'recents',
    label: 'Open recent',
    enabled: options.recents.length > 0,
    submenu: options.recents.map((project) => ({
      id: `recent-${project.id}`,
      label: project.name.replaceAll('&', '&&'),
      click: () => options.openRecent(project.id),
    })),
  };
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      action('new-project', 'New project'),
      action('open', 'Open photos…', 'CmdOrCtrl+O'),
      action('open-project', 'Open project…', 'CmdOrCtrl+Shift+O'),
      recent,
      separator,
      action('export', 'Export…', 'CmdOrCtrl+E'),
      separator,
      action('close-project', 'Close project'),
      mac ? { role: 'close' } : { role: 'quit' },
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      action('undo', 'Undo', 'CmdOrCtrl+Z'),
      action('redo', 'Redo', 'CmdOrCtrl+Shift+Z'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      separator,
      action('select-all', 'Select everything'),
      action('invert-selection', 'Invert selection', 'CmdOrCtrl+Shift+I'),
      action('deselect', 'Clear selection', 'Escape'),
      ...(mac ? [] : [separator, settings]),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      action('fit', 'Fit to window', 'CmdOrCtrl+0'),
      action('actual-size', 'Actual size', 'CmdOrCtrl+1'),
      action('zoom-in', 'Zoom in', 'CmdOrCtrl+='),
      action('zoom-out', 'Zoom out', 'CmdOrCtrl+-'),
      separator,
      action('toggle-theme', 'Switch light and dark'),
      { role: 'togglefullscreen' },
      ...(options.development ? ([separator, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [action('shortcuts', 'Keyboard shortcuts'), ...(mac ? [] : [{ role: 'about' } as const])],
  };
  return [...(mac ? [application] : []), file, edit, view, { role: 'windowMenu' }, help];
}
