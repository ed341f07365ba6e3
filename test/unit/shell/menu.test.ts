import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { menuTemplate, type MenuOptions } from '../../../src-main/shell/menu.ts';

const base: MenuOptions = {
  name: 'Vitrail',
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

it('sends each command by its id, and no id twice', () => {
  const sent: string[] = [];
  for (const mac of [false, true]) {
    const items = build({ mac, command: (action) => sent.push(action) }).filter(
      (item) => item.id && item.click,
    );
    sent.length = 0;
    items.forEach(click);
    expect(sent).toEqual(items.map((item) => item.id));
    expect(new Set(sent).size).toBe(sent.length);
    for (const id of [
      'undo',
      'redo',
      'open',
      'open-project',
      'export',
      'fit',
      'actual-size',
      'zoom-in',
      'zoom-out',
      'deselect',
      'new-project',
      'close-project',
      'settings',
    ])
      expect(sent, id).toContain(id);
  }
});

it('leaves the keys to the page, and gives none twice', () => {
  const keys = build().filter((item) => item.accelerator);
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.every((item) => item.registerAccelerator === false)).toBe(true);
  expect(new Set(keys.map((item) => item.accelerator)).size).toBe(keys.length);
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

it('has the roles that each system expects', () => {
  const roles = (options: Partial<MenuOptions>) => build(options).map((item) => item.role);
  expect(roles({ mac: true })).toEqual(
    expect.arrayContaining(['about', 'hide', 'quit', 'cut', 'copy', 'paste', 'close']),
  );
  expect(roles({})).toEqual(
    expect.arrayContaining(['about', 'quit', 'cut', 'copy', 'paste', 'togglefullscreen']),
  );
  expect(roles({})).not.toContain('toggleDevTools');
  expect(roles({})).not.toContain('reload');
  expect(roles({ development: true })).toContain('toggleDevTools');
});
