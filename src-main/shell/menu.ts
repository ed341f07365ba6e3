/** The native menu from the page's description of it: `action` items are actions of the page, by their ids. */
import type { MenuItemConstructorOptions } from 'electron';
import { missingCase, type MenuItem, type MenuSection } from '../contract/index.ts';

export interface MenuOptions {
  /** As the page last told it; nothing before it has. */
  menu: readonly MenuSection[];
  mac: boolean;
  /** Items for developers. */
  development: boolean;
  recents: readonly { id: string; name: string }[];
  command(action: string): void;
  openRecent(id: string): void;
}

/** What works before there is a page, and without one. */
const bare = (mac: boolean): MenuItemConstructorOptions[] => [
  mac ? { role: 'appMenu' } : { role: 'fileMenu' },
  { role: 'editMenu' },
  { role: 'windowMenu' },
];

/** In a menu's text, an ampersand says which letter opens it. */
const plain = (text: string): string => text.replaceAll('&', '&&');

const keyNames: Record<string, string> = {
  mod: 'CmdOrCtrl',
  shift: 'Shift',
  escape: 'Escape',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  delete: 'Delete',
};

/** `mod+shift+z` as Electron writes it: `CmdOrCtrl+Shift+Z`. */
export function accelerator(keys: string): string {
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), 'Plus'] : keys.split('+');
  return parts.map((part) => keyNames[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join('+');
}

export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const developing: MenuItemConstructorOptions[] = options.development
    ? [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
    : [];
  if (!options.menu.length) return [...bare(options.mac), ...developing.slice(1)];

  const item = (entry: MenuItem): MenuItemConstructorOptions => {
    switch (entry.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'role':
        return { role: entry.role, label: plain(entry.label) };
      case 'recents':
        return {
          id: 'recents',
          label: plain(entry.label),
          enabled: options.recents.length > 0,
          submenu: options.recents.map((project) => ({
            id: `recent-${project.id}`,
            label: plain(project.name),
            click: () => options.openRecent(project.id),
          })),
        };
      case 'action':
        // The page answers these keys itself; the menu shows them.
        return {
          id: entry.action,
          label: plain(entry.label),
          ...(entry.keys && { accelerator: accelerator(entry.keys), registerAccelerator: false }),
          click: () => options.command(entry.action),
        };
      default:
        return missingCase(entry);
    }
  };
  return options.menu.map(({ id, label, items }) => ({
    ...(id === 'window' && { role: 'window' as const }),
    ...(id === 'help' && { role: 'help' as const }),
    label: plain(label),
    submenu: [...items.map(item), ...(id === 'view' ? developing : [])],
  }));
}
