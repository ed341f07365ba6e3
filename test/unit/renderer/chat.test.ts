import { describe, expect, it } from 'vitest';
import type { Message, Project } from '../../../src-main/contract/document.ts';
import { imageEdits, plan, type Invocation } from '../../../src-main/contract/invocation.ts';
import { planText } from '../../../src-main/studio/planner/index.ts';
import {
  addPoint,
  curvePath,
  movePoint,
  nearestPoint,
  removePoint,
} from '../../../src-renderer/chat/controls/curve.ts';
import { controlsOf, readFigure, withArgument } from '../../../src-renderer/chat/controls/schema.ts';
import { found } from '../../../src-renderer/chat/find.ts';
import { marksIn } from '../../../src-renderer/chat/marks.ts';
import { photosIn, withoutPhoto } from '../../../src-renderer/chat/photos.ts';
import { recall, saidBefore } from '../../../src-renderer/chat/recall.ts';
import { rangeWith } from '../../../src-renderer/chat/window.ts';
import { slashItems, slashQuery } from '../../../src-renderer/chat/slash.ts';
import { useStore } from '../../../src-renderer/state/store.ts';
import { t } from '../../../src-renderer/strings/index.ts';
import { messageOf } from '../studio/project/support.ts';

const edit = (command: string, args: object = {}) =>
  ({ module: 'image-editing', command, args }) as Invocation;
const control = (command: string, name: string) => controlsOf(edit(command)).find((c) => c.name === name);

describe('controls', () => {
  it('fit what the contract says of an argument', () => {
    expect(control('blur', 'amount')).toEqual({
      name: 'amount',
      optional: false,
      kind: 'slider',
      min: 0,
      max: 1,
      step: 0.01,
      unit: 'percent',
    });
    expect(control('adjust', 'temperature')).toMatchObject({
      kind: 'slider',
      min: -1,
      max: 1,
      optional: true,
    });
    expect(control('adjust', 'exposure')).toMatchObject({ kind: 'slider', unit: 'stops' });
    expect(control('film-look', 'look')).toMatchObject({
      kind: 'choice',
      options: expect.arrayContaining(['noir']),
    });
    expect(control('recolour', 'colour')).toEqual({ name: 'colour', optional: false, kind: 'colour' });
    expect(control('replace-background', 'photo')).toMatchObject({ kind: 'photo', optional: true });
    expect(control('curves', 'points')).toMatchObject({ kind: 'curve' });
    expect(control('remove', 'seed')).toMatchObject({ kind: 'number', unit: 'count' });
    expect(control('remove', 'source')).toBeUndefined();
  });

  it('are there for every argument that can be set by hand, and every value they give is one the contract takes', () => {
    for (const command of Object.keys(imageEdits) as (keyof typeof imageEdits)[]) {
      const drawn = ['source', 'corners'];
      const names = Object.keys(imageEdits[command].shape).filter((name) => !drawn.includes(name));
      const controls = controlsOf(edit(command));
      expect(controls.map((c) => c.name)).toEqual(names);
      for (const one of controls) {
        if (one.kind !== 'slider') continue;
        const type = (
          imageEdits[command].shape as Record<string, { safeParse(v: unknown): { success: boolean } }>
        )[one.name]!;
        for (const value of [one.min, one.max])
          expect(type.safeParse(value).success, `${command} ${one.name}`).toBe(true);
      }
    }
  });

  it('change one argument and take it away', () => {
    const one = edit('adjust', { exposure: 1 });
    expect(withArgument(one, 'tint', 0.2).args).toEqual({ exposure: 1, tint: 0.2 });
    expect(withArgument(one, 'exposure', undefined).args).toEqual({});
  });

  it('read figures', () => {
    expect([
      readFigure(-0.256, 'percent'),
      readFigure(1.25, 'stops'),
      readFigure(-90, 'degrees'),
      readFigure(2, 'times'),
      readFigure(7, 'count'),
    ]).toEqual(['−26 %', '+1.3', '−90°', '2×', '7']);
  });
});

describe('a curve', () => {
  const line = [
    [0, 0],
    [0.5, 0.5],
    [1, 1],
  ] as const;
  it('keeps its points in order and in the square', () => {
    expect(movePoint(line, 1, [2, -1])).toEqual([
      [0, 0],
      [0.99, 0],
      [1, 1],
    ]);
    expect(movePoint(line, 0, [-1, 0.2])[0]).toEqual([0, 0.2]);
  });
  it('takes a point where there is room, and keeps two', () => {
    expect(addPoint(line, [0.25, 0.4])).toEqual({
      points: [
        [0, 0],
        [0.25, 0.4],
        [0.5, 0.5],
        [1, 1],
      ],
      index: 1,
    });
    expect(addPoint(line, [0.505, 0.4])).toBeNull();
    expect(removePoint(line, 1)).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(removePoint([line[0], line[2]], 0)).toHaveLength(2);
    expect(nearestPoint(line, [0.52, 0.5], 0.06)).toBe(1);
    expect(nearestPoint(line, [0.3, 0.7], 0.06)).toBe(-1);
  });
  it('is drawn without going past its points', () => {
    expect(
      curvePath([
        [0, 0],
        [1, 1],
      ]),
    ).toBe('M 0 1 L 0 1 C 0.333 0.667 0.667 0.333 1 0 L 1 0');
    const flat = curvePath([
      [0, 0],
      [0.4, 0.8],
      [0.6, 0.8],
      [1, 0],
    ]);
    const highest = Math.min(...[...flat.matchAll(/[\d.]+ ([\d.]+)/g)].map((m) => Number(m[1])));
    expect(highest).toBeCloseTo(0.2); // y is down
  });
  it('gives the contract a plan it takes', () => {
    const points = addPoint(line, [0.25, 0.4])!.points;
    const steps = [{ input: { from: 'focus' }, invocation: edit('curves', { points, channel: 'all' }) }];
    expect(plan.safeParse({ steps }).success).toBe(true);
  });
});

describe('the slash', () => {
  it('asks only at the beginning and before a space', () => {
    expect(['/', '/bl', 'a /bl', '/bl ur', ''].map(slashQuery)).toEqual(['', 'bl', null, null, null]);
  });
  it('lists what begins so first', () => {
    const names = slashItems('bl').map((i) => i.name);
    expect(names.slice(0, 3).sort()).toEqual(['black-and-white', 'blur', 'blur-background']);
    expect(slashItems('zzz')).toEqual([]);
  });
  it('offers phrases that the planner reads as the command they stand for', () => {
    for (const item of slashItems('')) {
      if (item.kind !== 'say') continue;
      const turn = planText(item.phrase, {
        hasSelection: true,
        kind: 'image',
        size: { width: 600, height: 400 },
      });
      expect(turn.ok && turn.value.plan?.steps.map((s) => s.invocation.command), item.phrase).toEqual([
        item.name === 'select' ? 'segment' : item.name,
      ]);
    }
  });
});

describe('what was said before', () => {
  const messages: Message[] = ['a', 'b', 'b', 'c'].map((text, i) => messageOf(`m${i}`, { text }));
  it('comes back newest first, nothing twice in a row', () => {
    expect(saidBefore(messages)).toEqual(['c', 'b', 'a']);
  });
  it('is walked by the arrows, and ends', () => {
    const said = saidBefore(messages);
    expect(recall(said, -1, 'ArrowUp')).toBe(0);
    expect(recall(said, 2, 'ArrowUp')).toBeNull();
    expect(recall(said, 0, 'ArrowDown')).toBe(-1);
    expect(recall(said, -1, 'ArrowDown')).toBeNull();
  });
});

describe('remedies', async () => {
  const { remediesFor } = await import('../../../src-renderer/chat/remedies.ts');
  it('are what a click can do', () => {
    const [asked, answer] = [messageOf('u', { text: 'remove it' }), messageOf('s', { role: 'studio' })];
    useStore.setState({ project: { messages: [asked, answer] } as unknown as Project });
    const names = (code: 'needs-region' | 'not-understood' | 'bad-input' | 'no-space') =>
      remediesFor({ code, message: '' }, answer).map((r) => r.name);
    expect(names('needs-region')).toEqual(['subject', 'rephrase']);
    expect(names('not-understood')).toEqual(['rephrase']);
    expect(names('bad-input')).toEqual([]);
    expect(names('no-space')).toEqual(['settings']); // no plan that could be tried again
    for (const name of ['subject', 'rephrase', 'retry', 'settings'] as const)
      expect(t.chat.remedies[name]).toBeTruthy();
  });
});

describe('a long thread', () => {
  it('keeps what must not go, in the order of the thread', () => {
    expect(rangeWith([40, 41, 42], [3, 99], 100)).toEqual([3, 40, 41, 42, 99]);
    expect(rangeWith([40, 41], [41, -1, 100], 100)).toEqual([40, 41]);
    expect(rangeWith([], [-1], 0)).toEqual([]);
  });

  it('is searched by all that it shows: words, plans, what was set, failures', () => {
    const planned = planText('make it warmer', { hasSelection: false, kind: 'image' });
    const one = { ...messageOf('a', { text: 'Make it WARMER' }) };
    const two = { ...messageOf('b', { text: '' }), plan: planned.ok ? planned.value.plan! : null };
    const three = {
      ...messageOf('c', { text: '' }),
      error: { code: 'needs-region' as const, message: 'Click on a thing first.' },
    };
    const all = [one, two, three];
    expect(found(all, 'warmer')).toEqual(['a']);
    expect(found(all, 'adjust')).toEqual(['b']);
    expect(found(all, 'warmth')).toEqual(['b']);
    expect(found(all, ' click ')).toEqual(['c']);
    expect(found(all, ' ')).toEqual([]);
  });
});

describe('photos named in a message', () => {
  const canvas = (id: string, name: string, kind = 'image') => ({ id, name, kind });
  const project = {
    active: 'open',
    canvases: [
      canvas('open', 'coffee'),
      canvas('a', 'image'),
      canvas('b', 'image 2'),
      canvas('c', 'a+b (1)'),
      canvas('d', 'song', 'audio'),
    ],
  } as unknown as Project;
  const ids = (text: string) => photosIn(text, project).map((c) => c.id);

  it('are those whose whole name is said', () => {
    expect(ids('use the photo image')).toEqual(['a']);
    expect(ids('use the photo image 2')).toEqual(['b']);
    expect(ids('the photo image and the photo image 2')).toEqual(['b', 'a']);
    expect(ids('the photo imagery')).toEqual([]);
    expect(ids('With the Photo A+B (1)!')).toEqual(['c']);
    expect(ids('the photo coffee, the photo song')).toEqual([]);
    expect(photosIn('the photo image', null)).toEqual([]);
  });

  it('can be left out again', () => {
    expect(withoutPhoto('replace it with the photo image please', 'image')).toBe('replace it with please');
    expect(withoutPhoto('the photo a+b (1)', 'a+b (1)')).toBe('');
  });
});

describe('marks', () => {
  const marked = (pieces: readonly string[], words: string) =>
    marksIn(pieces, words).map(({ from, to }) =>
      from.piece === to.piece
        ? pieces[from.piece]!.slice(from.offset, to.offset)
        : [
            pieces[from.piece]!.slice(from.offset),
            ...pieces.slice(from.piece + 1, to.piece),
            pieces[to.piece]!.slice(0, to.offset),
          ].join('|'),
    );
  it('stand wherever the words do, in any case', () => {
    expect(marked(['Make it warmer, then WARMER still'], ' warmer ')).toEqual(['warmer', 'WARMER']);
    expect(marked(['a.b axb'], 'a.b')).toEqual(['a.b']);
    expect(marked(['İstanbul, the photo'], 'photo')).toEqual(['photo']); // a letter that grows when made small
    expect(marked(['anything'], '  ')).toEqual([]);
  });
  it('go over the ends of pieces, and end with the last one that they touch', () => {
    expect(marked(['brightness', ' ', '+20 %'], 'ness +2')).toEqual(['ness| |+2']);
    const [mark] = marksIn(['one', 'two'], 'one');
    expect(mark).toEqual({ from: { piece: 0, offset: 0 }, to: { piece: 0, offset: 3 } });
    expect(marksIn(['one', 'two'], 'two')[0]!.from).toEqual({ piece: 1, offset: 0 });
  });
});
