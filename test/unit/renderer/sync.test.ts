import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Project } from '../../../src-main/contract/document.ts';
import { changeBetween } from '../../../src-main/contract/changes.ts';
import { ok, type Result } from '../../../src-main/contract/result.ts';
import type { Studio } from '../../../src-main/contract/studio.ts';
import { emptyProject } from '../contract/empty-project.ts';

vi.mock('fabric', () => ({ Canvas: class {}, FabricImage: class {}, FabricObject: class {} }));
const { follow, refresh } = await import('../../../src-renderer/state/sync.ts');
const { initialState, useStore } = await import('../../../src-renderer/state/store.ts');

const at = (revision: number, more: Partial<Project> = {}): Project => ({
  ...emptyProject,
  revision,
  draft: `draft ${revision}`,
  ...more,
});

/** A studio that is played: what it tells, and answers that come when they are let. */
function playStudio() {
  const listeners = new Map<string, (payload: never) => void>();
  const asked: ((answer: Result<Project | null>) => void)[] = [];
  const studio = {
    on: (name: string, listener: (payload: never) => void) => void listeners.set(name, listener),
    project: { current: () => new Promise((resolve) => asked.push(resolve)) },
    shell: { info: async () => ok({ kind: 'browser', platform: 'linux', version: '1' }) },
    app: { state: async () => ({ ok: false, error: { code: 'cancelled', message: '' } }) },
    jobs: { list: async () => ok([]) },
  } as unknown as Studio;
  return { studio, asked, tell: (name: string, payload: unknown) => listeners.get(name)!(payload as never) };
}

const draft = () => useStore.getState().project?.draft;
const settled = () => new Promise((resolve) => setTimeout(resolve));
let played: ReturnType<typeof playStudio>;
beforeEach(() => {
  useStore.setState(initialState);
  played = playStudio();
  follow(played.studio);
});
afterEach(() => useStore.setState(initialState));

describe('the project on the page', () => {
  it('follows one change after the other, without asking for anything', () => {
    const { tell, asked } = played;
    tell('project', at(4));
    tell('change', changeBetween(at(4), at(5)));
    tell('change', changeBetween(at(5), at(6, { name: 'Summer' })));
    expect(useStore.getState().project).toEqual(at(6, { name: 'Summer' }));
    expect(asked).toHaveLength(0);
  });

  it('is read as a whole where a change is missing, once', async () => {
    const { tell, asked } = played;
    tell('project', at(4));
    tell('change', changeBetween(at(5), at(6)));
    tell('change', changeBetween(at(6), at(7)));
    expect(asked).toHaveLength(1);
    expect(draft()).toBe('draft 4');
    asked[0]!(ok(at(7)));
    await settled();
    expect(draft()).toBe('draft 7');
    tell('change', changeBetween(at(7), at(8)));
    expect(draft()).toBe('draft 8');
    // One missed again is asked for again.
    tell('change', changeBetween(at(9), at(10)));
    expect(asked).toHaveLength(2);
  });

  it('isn’t set back by an answer that is older than what was told meanwhile', async () => {
    const { studio, tell, asked } = played;
    tell('project', at(4));
    void refresh(studio);
    tell('change', changeBetween(at(4), at(5)));
    asked[0]!(ok(at(4)));
    await settled();
    expect(useStore.getState().loaded).toBe(true);
    expect(draft()).toBe('draft 5');
  });

  it('is taken anew after the engine was started again, whose count begins anew', async () => {
    const { studio, tell, asked } = played;
    tell('project', at(40));
    void refresh(studio);
    asked[0]!(ok(at(2, { opened: 'again' })));
    await settled();
    expect(useStore.getState().project).toMatchObject({ opened: 'again', revision: 2 });
    tell('change', changeBetween(at(2, { opened: 'again' }), at(3, { opened: 'again' })));
    expect(draft()).toBe('draft 3');
  });
});
