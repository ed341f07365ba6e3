import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import type { MenuSection } from '../../../src-main/contract/index.ts';
import { accelerator, menuTemplate, type MenuOptions } from '../../../src-main/shell/menu.ts';

const menu: MenuSection[] = [
  {
    id: 'file',
    label: 'Datei & mehr',
    items: [
      { kind: 'action', action: 'open', label: 'Open photos…', keys: 'mod+o' },
      { kind: 'recents', label: 'Open recent' },
      { kind: 'separator' },
      { kind: 'action', action: 'close-project', label: 'Close project' },
      { kind: 'role', role: 'quit', label: 'Beenden' },
    ],
  },
  {
    id: 'view',
    label: 'View',
    items: [
      { kind: 'action', action: 'zoom-in', label: 'Zoom in', keys: 'mod+=' },
      { kind: 'role', role: 'togglefullscreen', label: 'Full screen' },
    ],
  },
  { id: 'help', label: 'Help', items: [{ kind: 'role', role: 'about', label: 'About' }] },
];

const base: MenuOptions = {
  menu,
  mac: false,
  development: false,
  recents: [],
  command: () => undefined,
  openRecent: () => undefined,
};

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}
const build = (options: Partial<MenuOptions> = {}) => flat(menuTemplate({ ...base, ...options }));
const click = (item: MenuItemConstructorOptions) => (item.click as () => void)();

it('sends each command by its id, under the words that the page gave', () => {
  const sent: string[] = [];
  const items = build({ command: (action) => sent.push(action) }).filter((item) => item.id && item.click);
  items.forEach(click);
  expect(sent).toEqual(['open', 'close-project', 'zoom-in']);
  expect(items.map((item) => item.label)).toEqual(['Open photos…', 'Close project', 'Zoom in']);
  expect(menuTemplate(base)[0]!.label).toBe('Datei && mehr');
});

it('leaves the keys to the page, and writes them as Electron does', () => {
  const keys = build().filter((item) => item.accelerator);
  expect(keys.map((item) => item.accelerator)).toEqual(['CmdOrCtrl+O', 'CmdOrCtrl+=']);
  expect(keys.every((item) => item.registerAccelerator === false)).toBe(true);
  expect(accelerator('mod+shift+z')).toBe('CmdOrCtrl+Shift+Z');
  expect(accelerator('mod++')).toBe('CmdOrCtrl+Plus');
  expect(accelerator('escape')).toBe('Escape');
  expect(accelerator('pagedown')).toBe('PageDown');
});

it('lists recent projects under their names', () => {
  const opened: string[] = [];
  const recents = [
    { id: 'p1', name: 'Salt & pepper' },
    { id: 'p2', name: 'Holiday' },
  ];
  const items = build({ recents, openRecent: (id) => opened.push(id) });
  const found = items.filter((item) => item.id?.startsWith('recent-'));
  expect(found.map((item) => item.label)).toEqual(['Salt && pepper', 'Holiday']);
  found.forEach(click);
  expect(opened).toEqual(['p1', 'p2']);
  expect(build().find((item) => item.id === 'recents')?.enabled).toBe(false);
});

it('has what the system does by itself, before there is a page and after', () => {
  const roles = (options: Partial<MenuOptions>) => build(options).map((item) => item.role);
  expect(roles({})).toEqual(expect.arrayContaining(['quit', 'togglefullscreen', 'about', 'help']));
  expect(roles({ menu: [] })).toEqual(['fileMenu', 'editMenu', 'windowMenu']);
  expect(roles({ menu: [], mac: true })).toEqual(['appMenu', 'editMenu', 'windowMenu']);
  expect(roles({})).not.toContain('toggleDevTools');
  expect(roles({})).not.toContain('reload');
  expect(roles({ development: true })).toContain('toggleDevTools');
});
