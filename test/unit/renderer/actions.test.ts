import { describe, expect, it, vi } from 'vitest';

// fabric wants a page; the registry only needs to know that there is a stage.
vi.mock('fabric', () => ({ Canvas: class {}, FabricImage: class {}, FabricObject: class {} }));
const { actionIds, actionOf } = await import('../../../src-renderer/actions/registry.ts');
const { actionFor, matches, readable } = await import('../../../src-renderer/actions/shortcuts.ts');
const { isEnabled, labelOf } = await import('../../../src-renderer/actions/perform.ts');
const { initialState } = await import('../../../src-renderer/state/store.ts');
const { menuTemplate } = await import('../../../src-main/shell/menu.ts');
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
          name: 'Vitrail',
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
