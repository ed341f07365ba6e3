import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../../src-renderer/palette/entries.ts';

vi.mock('fabric', () => ({ Canvas: class {}, FabricImage: class {}, FabricObject: class {} }));
const { fit } = await import('../../../src-renderer/palette/fuzzy.ts');
const { rank } = await import('../../../src-renderer/palette/rank.ts');
const { allEntries } = await import('../../../src-renderer/palette/entries.ts');
const { initialState } = await import('../../../src-renderer/state/store.ts');
const { phrases } = await import('../../../src-renderer/strings/phrases.ts');
const { speak } = await import('../../../src-renderer/strings/index.ts');
const { imageEdits } = await import('../../../src-main/contract/invocation.ts');
const { planText } = await import('../../../src-main/studio/planner/index.ts');

afterEach(() => speak('en'));

describe('fit', () => {
  it('says which letters were typed', () => {
    const text = 'Blur background';
    expect(fit('bb', text)!.at.map((i) => text[i])).toEqual(['B', 'b']);
    expect(fit('ckg', text)!.at).toEqual([7, 8, 9]);
    expect(fit('blur', text)!.at).toEqual([0, 1, 2, 3]);
  });
  it('wants every word, in any order, small or large, with or without accents', () => {
    expect(fit('background blur', 'Blur background')).not.toBeNull();
    expect(fit('BLUR', 'Blur background')).not.toBeNull();
    expect(fit('vergrossern', 'Vergrößern')).toBeNull(); // ß is not ss
    expect(fit('vergroß', 'Vergrößern')).not.toBeNull();
    expect(fit('cafe', 'Café au lait')).not.toBeNull();
    expect(fit('blur sky', 'Blur background')).toBeNull();
    expect(fit('x', 'Blur background')).toBeNull();
  });
  it('prefers the whole word, its beginning, and the shorter text', () => {
    const score = (query: string, text: string) => fit(query, text)?.score ?? -Infinity;
    expect(score('fit', 'Fit to window')).toBeGreaterThan(score('fit', 'Benefit of it'));
    expect(score('ex', 'Export')).toBeGreaterThan(score('ex', 'Next photo'));
    expect(score('undo', 'Undo')).toBeGreaterThan(score('undo', 'Undo: a very long name of something'));
  });
  it('finds by words that are not shown', () => {
    expect(fit('undo', 'Rückgängig', 'Undo undo')).toMatchObject({ at: [] });
    expect(fit('undo', 'Rückgängig')).toBeNull();
  });
});

describe('rank', () => {
  const entry = (id: string, group: Entry['group'], label: string): Entry => ({
    id,
    group,
    label,
    run: () => undefined,
  });
  const entries = [
    entry('action:undo', 'actions', 'Undo'),
    entry('action:export', 'actions', 'Export'),
    entry('edit:blur', 'edits', 'Blur'),
    entry('photo:1', 'photos', 'Blurry cat'),
  ];
  it('puts what was chosen last on top, once', () => {
    const shown = rank(entries, '', ['edit:blur', 'action:gone']);
    expect(shown.map(({ id }) => id)).toEqual(['edit:blur', 'action:undo', 'action:export', 'photo:1']);
    expect(shown[0]!.group).toBe('recent');
  });
  it('keeps groups together, the best one first', () => {
    expect(rank(entries, 'blurry', []).map(({ id }) => id)).toEqual(['photo:1']);
    expect(rank(entries, 'blur', []).map(({ id }) => id)).toEqual(['edit:blur', 'photo:1']);
    expect(rank(entries, 'zzz', [])).toEqual([]);
  });
  it('prefers what was chosen last among what fits alike', () => {
    const twins = [entry('action:a', 'actions', 'Zoom in'), entry('action:b', 'actions', 'Zoom at')];
    expect(rank(twins, 'zoom', ['action:b'])[0]!.id).toBe('action:b');
    expect(rank(twins, 'zoom', [])[0]!.id).toBe('action:a');
  });
});

describe('entries', () => {
  const media = { hash: 'a'.repeat(64), kind: 'image', type: 'image/png', bytes: 1, width: 8, height: 4 };
  const base = { canvas: 'c1', name: 'cat', kind: 'image', visible: true, start: 0, duration: 0 };
  const version = (id: string, createdAt: number) => ({
    id,
    layer: 'l1',
    media: media.hash,
    parent: null,
    invocation: null,
    label: id,
    createdAt,
  });
  const state = {
    ...initialState,
    app: {
      recents: [{ id: 'p2', name: 'Holiday', openedAt: 5, preview: null }],
    } as never,
    project: {
      id: 'p1',
      canvases: [
        { id: 'c1', name: 'cat', kind: 'image', source: media.hash, createdAt: 1, order: 1, selection: null },
      ],
      layers: [{ id: 'l1', version: 'v2', order: 0, ...base }],
      versions: [version('v1', 1), version('v2', 2)],
      media: [media],
      messages: [],
      active: 'c1',
      undo: 'Import cat',
    } as never,
  };

  it('are actions that are possible, every edit, photos, versions that are not shown, other projects', () => {
    const ids = allEntries(state).map(({ id }) => id);
    for (const id of ['action:undo', 'action:fit', 'photo:c1', 'version:v1', 'project:p2'])
      expect(ids).toContain(id);
    for (const id of ['version:v2', 'action:redo', 'action:palette', 'project:p1'])
      expect(ids).not.toContain(id);
    for (const command of Object.keys(imageEdits)) expect(ids).toContain(`edit:${command}`);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('can’t be done without a photo', () => {
    const ids = allEntries({ ...state, project: null }).map(({ id }) => id);
    expect(ids.filter((id) => /^(edit|photo|version):/.test(id))).toEqual([]);
    expect(ids).not.toContain('action:fit');
  });
  it('speak the language in use, and are found by English words, too', () => {
    speak('de');
    const found = rank(allEntries(state), 'undo', []);
    expect(found[0]).toMatchObject({ id: 'action:undo', label: 'Rückgängig: Import cat' });
    expect(rank(allEntries(state), 'unscharf', [])[0]!.id).toBe('edit:blur-background');
  });
});

describe('phrases', () => {
  it.each(Object.entries(phrases))('%s is understood as what it stands for', (command, { text }) => {
    const turn = planText(text, { hasSelection: true, kind: 'image', size: { width: 600, height: 400 } });
    expect(turn.ok && turn.value.plan?.steps.map((step) => step.invocation.command)).toEqual([command]);
  });
});
