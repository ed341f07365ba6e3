import { afterEach, describe, expect, it, vi } from 'vitest';
import { settings } from '../../../src-main/contract/app.ts';

// fabric wants a page; the registry only needs to know that there is a stage.
vi.mock('fabric', () => ({ Canvas: class {}, FabricImage: class {}, FabricObject: class {} }));
const { actionIds, actionOf } = await import('../../../src-renderer/actions/registry.ts');
const { actionFor, isReserved, keysOfPress, matches, readable } =
  await import('../../../src-renderer/actions/shortcuts.ts');
const { isEnabled, labelOf } = await import('../../../src-renderer/actions/perform.ts');
const { initialState, useStore } = await import('../../../src-renderer/state/store.ts');
const { menuOf } = await import('../../../src-renderer/actions/menu.ts');
const { menuTemplate } = await import('../../../src-main/shell/menu.ts');
const { keysOf, firstKeys } = await import('../../../src-renderer/actions/registry.ts');
const { t } = await import('../../../src-renderer/strings/index.ts');

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('actions', () => {
  it('have a label and a string of their own', () => {
    for (const id of actionIds) {
      expect(labelOf(id, initialState)).not.toBe('');
      expect(t.actions[id]).toEqual(expect.any(String));
    }
  });
  it('offer the panels that make sense: the history also without a photo, and beside the sheet', () => {
    const shown = (project: unknown, sheet = false) =>
      actionIds.filter(
        (id) =>
          id.startsWith('panel-') && isEnabled(id, { ...initialState, sheet, project: project as never }),
      );
    const canvases = [{ id: 'c' }];
    expect(shown(null)).toEqual([]);
    expect(shown({ canvases: [], history: [] })).toEqual([]);
    expect(shown({ canvases: [], history: [{ id: 1, undone: true }] })).toEqual(['panel-history']);
    expect(shown({ canvases, history: [] }, true)).toEqual(['panel-history']);
    expect(shown({ canvases, history: [] })).toEqual(['panel-layers', 'panel-regions', 'panel-history']);
  });
  it('say what undo would take back', () => {
    const project = { undo: 'Remove', redo: null } as never;
    expect(labelOf('undo', { ...initialState, project })).toBe('Undo: Remove');
    expect(isEnabled('undo', { ...initialState, project })).toBe(true);
    expect(isEnabled('redo', { ...initialState, project })).toBe(false);
  });
  it('are impossible without what they work on', () => {
    for (const id of ['undo', 'redo', 'export', 'fit', 'close-project', 'deselect', 'tool-brush'] as const)
      expect(isEnabled(id, initialState)).toBe(false);
    for (const id of ['open', 'new-project', 'settings'] as const)
      expect(isEnabled(id, initialState)).toBe(true);
  });
  it('have keys of their own', () => {
    const keys = actionIds.flatMap((id) => actionOf(id).keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('answer every command of the native menu', () => {
    const asked: string[] = [];
    const walk = (items: readonly { click?: unknown; submenu?: unknown }[]) => {
      for (const item of items) {
        if (typeof item.click === 'function') (item.click as () => void)();
        if (Array.isArray(item.submenu)) walk(item.submenu);
      }
    };
    for (const mac of [true, false])
      walk(
        menuTemplate({
          menu: menuOf(mac, {}),
          mac,
          development: false,
          recents: [],
          command: (action) => asked.push(action),
          openRecent: () => undefined,
        }),
      );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((id) => !(actionIds as string[]).includes(id))).toEqual([]);
  });
});

describe('shortcuts', () => {
  it('tell keys apart', () => {
    expect(matches('mod+z', press('z', { ctrlKey: true }), false)).toBe(true);
    expect(matches('mod+z', press('z', { metaKey: true }), true)).toBe(true);
    expect(matches('mod+z', press('z', { metaKey: true }), false)).toBe(false);
    expect(matches('mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matches('mod+shift+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matches('?', press('?', { shiftKey: true }), false)).toBe(true);
    expect(matches('mod++', press('+', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matches('v', press('v', { altKey: true }), false)).toBe(false);
  });
  it('find their action, and leave text alone', () => {
    expect(actionFor(press('b'), false, false)).toBe('tool-brush');
    expect(actionFor(press('b'), true, false)).toBeUndefined();
    expect(actionFor(press('z', { ctrlKey: true }), false, false)).toBe('undo');
    expect(actionFor(press('z', { ctrlKey: true }), true, false)).toBeUndefined();
    expect(actionFor(press('z', { ctrlKey: true }), true, false, false)).toBe('undo'); // an empty box
    expect(actionFor(press('y', { ctrlKey: true }), false, false)).toBe('redo');
    expect(actionFor(press('e', { ctrlKey: true }), true, false)).toBe('export');
    expect(actionFor(press('Escape'), false, false)).toBe('deselect');
  });
  it('are readable', () => {
    expect(readable('mod+shift+z', false)).toBe('Ctrl+Shift+Z');
    expect(readable('mod+shift+z', true)).toBe('⌘⇧Z');
    expect(readable('mod+=', false)).toBe('Ctrl++');
    expect(readable('escape', false)).toBe('Esc');
  });
});

describe('keys that a person has chosen', () => {
  afterEach(() => useStore.setState(initialState, true));
  const choose = (shortcuts: Record<string, string[]>) =>
    useStore.setState({ app: { settings: settings.parse({ shortcuts }) } as never });

  it('replace the first ones, everywhere that keys are read', () => {
    choose({ 'tool-brush': ['k'], fit: [] });
    expect(actionFor(press('k'), false, false)).toBe('tool-brush');
    expect(actionFor(press('b'), false, false)).toBeUndefined();
    expect(actionFor(press('0', { ctrlKey: true }), false, false)).toBeUndefined();
    expect(keysOf('fit')).toEqual([]);
    expect(firstKeys('tool-brush')).toEqual(['b']);
    const view = menuOf(false, { fit: ['mod+9'] }).find(({ id }) => id === 'view');
    expect(view?.items.find((i) => i.kind === 'action' && i.action === 'fit')).toMatchObject({
      keys: 'mod+9',
    });
  });
  it('are read off a press as shortcuts are written, and found again', () => {
    const presses = [
      press('Z', { ctrlKey: true, shiftKey: true }),
      press('?', { shiftKey: true }),
      press('F5'),
      press('PageDown'),
      press('ArrowUp', { ctrlKey: true }),
      press('+', { ctrlKey: true, shiftKey: true }),
      press('q', { shiftKey: true }),
    ];
    for (const one of presses) {
      const keys = keysOfPress(one, false)!;
      expect(matches(keys, one, false), keys).toBe(true);
    }
    expect(keysOfPress(press('Shift', { shiftKey: true }), false)).toBeNull();
    expect(keysOfPress(press('a', { altKey: true }), false)).toBeNull();
    expect(keysOfPress(press('k', { metaKey: true }), true)).toBe('mod+k');
  });
  it('are not those of writing or of the system', () => {
    for (const keys of [
      'mod+c',
      'mod+v',
      'mod+w',
      'tab',
      'shift+tab',
      'enter',
      'space',
      'arrowleft',
      'backspace',
    ])
      expect(isReserved(keys), keys).toBe(true);
    for (const keys of ['mod+b', 'k', 'shift+k', 'f5', 'delete', '?'])
      expect(isReserved(keys), keys).toBe(false);
    expect(actionIds.flatMap(firstKeys).filter(isReserved)).toEqual([]);
  });
});
