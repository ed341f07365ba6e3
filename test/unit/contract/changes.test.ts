import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterChange,
  changeBetween,
  projectChange,
  type Media,
  type Message,
  type Project,
} from '../../../src-main/contract/index.ts';
import { messageOf } from '../studio/project/support.ts';
import { emptyProject as empty } from './empty-project.ts';

const later = (project: Project, more: Partial<Project>): Project => ({
  ...project,
  revision: project.revision + 1,
  ...more,
});

const messages = fc.uniqueArray(fc.record({ n: fc.nat(12), text: fc.constantFrom('a', 'b') }), {
  selector: ({ n }) => n,
});
const history = fc.uniqueArray(fc.record({ id: fc.nat(9), undone: fc.boolean() }), {
  selector: ({ id }) => id,
});
const media = fc.uniqueArray(fc.constantFrom('0', '1', '2', '3'));
/** Any project of this opening: rows in any order, and nothing said of how one leads to the next. */
const anyProject = fc
  .record({ messages, history, media, draft: fc.string(), undo: fc.option(fc.string()) })
  .map((made): Partial<Project> => ({
    draft: made.draft,
    undo: made.undo,
    messages: made.messages.map(({ n, text }): Message => messageOf(`m${n}`, { text })),
    history: made.history.map((entry) => ({ label: 'x', at: 1, ...entry })),
    media: made.media.map((n): Media => ({ hash: n.repeat(64), kind: 'image', type: 'image/png', bytes: 1 })),
  }));

describe('a change of a project', () => {
  it('leads from any state to any other, as it is told', () => {
    fc.assert(
      fc.property(fc.array(anyProject, { minLength: 1, maxLength: 5 }), (states) => {
        let engine = empty;
        let page: Project | null = structuredClone(empty);
        for (const state of states) {
          const next = later(engine, state);
          const change = changeBetween(engine, next);
          page = afterChange(page, projectChange.parse(JSON.parse(JSON.stringify(change))));
          expect(page).toEqual(next);
          engine = next;
        }
      }),
    );
  });

  it('holds what changed and nothing else, in the order that it has', () => {
    const thread = Array.from({ length: 100 }, (_, n) => messageOf(`m${n}`));
    const before = later(empty, { messages: thread });
    const said = messageOf('new');
    const changed = { ...thread[3]!, text: 'changed' };
    const after = later(before, { messages: [...thread.slice(0, 3), changed, ...thread.slice(4), said] });
    expect(changeBetween(before, after)).toEqual({
      opened: 'o',
      revision: 2,
      fields: {},
      lists: { messages: { put: [changed, said], gone: [] } },
    });
    const page = afterChange(before, changeBetween(before, after))!;
    expect(page.messages[7]).toBe(thread[7]);
    expect(page.media).toBe(before.media);
    const draft = later(after, { draft: 'make it' });
    expect(changeBetween(after, draft)).toMatchObject({ fields: { draft: 'make it' }, lists: {} });
  });

  it('is no use to who missed one, has it already, or has another opening', () => {
    const one = later(empty, { draft: 'a' });
    const two = later(one, { draft: 'b' });
    const change = changeBetween(one, two);
    expect(afterChange(one, change)).toEqual(two);
    expect(afterChange(empty, change)).toBeNull();
    expect(afterChange(two, change)).toBe(two);
    expect(afterChange({ ...one, opened: 'before' }, change)).toBeNull();
    expect(afterChange(null, change)).toBeNull();
  });
});
