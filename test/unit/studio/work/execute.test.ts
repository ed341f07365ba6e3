import { expect, it, vi } from 'vitest';
import { plan as planSchema, type Pack } from '../../../../src-main/contract/index.ts';
import * as classic from '../../../../src-main/systems/classic/index.ts';
import { execute } from '../../../../src-main/studio/work/execute.ts';
import type { Bench, Workpiece } from '../../../../src-main/studio/work/picture.ts';

const picture: Workpiece = {
  file: { path: '/photo' },
  kind: 'image',
  width: 8,
  height: 4,
  hash: 'a'.repeat(64),
};
const pack = { id: 'gligen', name: 'GLIGEN' } as Pack;
const catalogue = {
  packs: [pack],
  packsFor: () => [pack],
  whoDoes: (invocation: { command: string }) =>
    (classic.edits as readonly string[]).includes(invocation.command) || invocation.command === 'segment'
      ? ('classic' as const)
      : { packs: [pack] },
};

function bench(found: { bounds: object | null } = { bounds: { x1: 0, y1: 0, x2: 1, y2: 1 } }) {
  const calls: { task: string; input: Record<string, { path: string }> }[] = [];
  let next = 0;
  const value: Bench = {
    hosts: {
      run: vi.fn(async (task: { name: string }, input: Record<string, { path: string }>) => {
        calls.push({ task: task.name, input });
        return task === classic.segment || task === classic.carry
          ? { path: `/mask${next++}`, width: 8, height: 4, area: 0.5, ...found }
          : { path: `/out${next++}` };
      }),
    } as never,
    staging: async () => '/staging',
    release: async () => undefined,
    keepPicture: async (path) => ({ ...picture, file: { path } }),
    keepMask: async (path) => ({ file: { path } }),
    mediaFile: async () => ({ ...picture, file: { path: '/other' } }),
  };
  return { calls, value };
}

const run = (steps: object[], at = bench()) => {
  const seen: string[] = [];
  const progress: number[] = [];
  const result = execute(
    planSchema.parse({
      steps: steps.map((invocation, i) => ({
        input: i ? { from: 'step', step: i - 1 } : { from: 'focus' },
        invocation: { module: 'image-editing', args: {}, ...invocation },
      })),
    }),
    picture,
    at.value,
    {
      watch: { signal: new AbortController().signal, progress: (share) => progress.push(share) },
      catalogue: catalogue as never,
      onStep: (i, state) => seen.push(`${i} ${state === 'running' ? state : 'done'}`),
    },
  );
  return { result, seen, progress, calls: at.calls };
};
const point = { parts: [{ kind: 'point', x: 0.5, y: 0.5 }] };

it('feeds each step with what the step before it made', async () => {
  const { result, seen, calls } = run([{ command: 'sharpen' }, { command: 'black-and-white' }]);
  expect((await result).map((o) => o.picture?.file.path)).toEqual(['/out0', '/out1']);
  expect(calls.map((c) => c.input['image']?.path)).toEqual(['/photo', '/out0']);
  expect(seen).toEqual(['0 running', '0 done', '1 running', '1 done']);
});

it('looks a region up once, on the picture that was pointed at, before any edit', async () => {
  const { result, calls } = run([
    { command: 'sharpen' },
    { command: 'blur', region: point },
    { command: 'pixelate', region: point },
  ]);
  await result;
  expect(calls.map((c) => c.task)).toEqual([
    'classic.segment',
    'classic.edit',
    'classic.edit',
    'classic.edit',
  ]);
  expect(calls[0]!.input['image']?.path).toBe('/photo');
  expect(calls.slice(2).map((c) => c.input['mask']?.path)).toEqual(['/mask0', '/mask0']);
});

it('sends the masks of later steps the same way as a picture that is turned', async () => {
  const { result, calls } = run([
    { command: 'rotate', args: { degrees: 90 } },
    { command: 'blur', region: point },
  ]);
  await result;
  expect(calls.map((c) => [c.task, c.input['image']?.path])).toEqual([
    ['classic.segment', '/photo'],
    ['classic.edit', '/photo'],
    ['classic.carry', '/photo'],
    ['classic.edit', '/out1'],
  ]);
  // What the edit finds out by itself is found in the picture: the mask is only sent along.
  expect(calls[2]!.input).toMatchObject({ mask: { path: '/mask0' }, at: null, edit: { command: 'rotate' } });
  expect(calls[3]!.input['mask']?.path).toBe('/mask2');
});

it('follows a thing that was moved, in later steps and for what is selected', async () => {
  const { result, calls } = run([
    { command: 'transform', args: { dx: 0.2 }, region: point },
    { command: 'transform', args: { scale: 0.5 }, region: point },
  ]);
  const outcomes = await result;
  expect(calls.map((c) => [c.task, c.input['mask']?.path])).toEqual([
    ['classic.segment', undefined],
    ['classic.edit', '/mask0'],
    ['classic.carry', '/mask0'],
    ['classic.edit', '/mask2'],
    ['classic.carry', '/mask2'],
  ]);
  expect(calls[4]!.input['at']?.path).toBe('/mask2');
  expect(outcomes.map((o) => o.moved?.file.path)).toEqual(['/mask2', '/mask4']);
  expect(outcomes[1]!.moved?.from.parts).toMatchObject(point.parts);
});

it('finds a copy where it was put, and the thing itself where it was', async () => {
  const copy = { command: 'blur', args: { target: 'copy' } };
  const { result, calls } = run([
    { command: 'duplicate', args: { dx: 0.2 }, region: point },
    copy,
    { command: 'rotate', args: { degrees: 90 } },
    copy,
    { command: 'pixelate', region: point },
  ]);
  const outcomes = await result;
  expect(outcomes.map((o) => o.moved?.copy)).toEqual([true, undefined, undefined, undefined, undefined]);
  expect(outcomes[0]!.moved?.file.path).toBe('/mask2');
  const carried = calls.filter((c) => c.task === 'classic.carry');
  expect(carried.map((c) => [c.input['mask']?.path, c.input['edit']?.['command' as never]])).toEqual([
    ['/mask0', 'duplicate'],
    ['/mask2', 'rotate'],
    ['/mask0', 'rotate'],
  ]);
  expect(calls.map((c) => [c.task, c.input['mask']?.path])).toEqual([
    ['classic.segment', undefined],
    ['classic.edit', '/mask0'],
    ['classic.carry', '/mask0'],
    ['classic.edit', '/mask2'],
    ['classic.edit', undefined],
    ['classic.carry', '/mask2'],
    ['classic.carry', '/mask0'],
    ['classic.edit', '/mask5'],
    ['classic.edit', '/mask6'],
  ]);
});

it('knows no copy where nothing was duplicated', async () => {
  const { result, calls } = run([{ command: 'blur', args: { target: 'copy' } }]);
  await expect(result).rejects.toMatchObject({ failure: { code: 'needs-region' } });
  expect(calls).toEqual([]);
});

it.each([{ command: 'blur-background' }, { command: 'replace-background', args: { colour: '#ffffff' } }])(
  'looks for the main subject when nothing was pointed at ($command)',
  async (step) => {
    const { result, calls } = run([step]);
    await result;
    expect(calls[0]!.input['parts']).toEqual([{ kind: 'named', name: 'subject' }]);
  },
);

it('pads the masks of later steps where a picture is extended, and copies from all of a box', async () => {
  const { result, calls } = run([
    { command: 'extend', args: { left: 0.5 } },
    {
      command: 'remove',
      region: point,
      args: { source: { parts: [{ kind: 'box', x1: 0.5, y1: 0, x2: 1, y2: 0.5 }] } },
    },
  ]);
  await result;
  expect(calls.map((c) => [c.task, c.input['image']?.path, c.input['mask']?.path])).toEqual([
    ['classic.segment', '/photo', undefined],
    ['classic.segment', '/photo', undefined],
    ['classic.edit', '/photo', undefined],
    ['classic.carry', '/photo', '/mask0'],
    ['classic.carry', '/photo', '/mask1'],
    ['classic.edit', '/out2', '/mask3'],
  ]);
  const corners = [
    [0.5, 0],
    [1, 0],
    [1, 0.5],
    [0.5, 0.5],
  ];
  expect(calls[1]!.input['parts']).toEqual([{ kind: 'polygon', points: corners, sign: '+' }]);
  expect(calls[5]!.input['source']?.path).toBe('/mask4');
});

it.each([
  ['a thing to remove that nobody pointed at', { command: 'remove' }, 'needs-region'],
  ['a thing described in words', { command: 'remove', args: { target: 'the dog' } }, 'needs-region'],
  ['a background without anything to put there', { command: 'replace-background' }, 'wrong-use'],
  ['an edit that only a model can do', { command: 'add', args: { prompt: 'a lighthouse' } }, 'needs-pack'],
])('says what is missing for %s, before any pixel is touched', async (_, step, code) => {
  const { result, calls } = run([{ command: 'sharpen' }, step]);
  await expect(result).rejects.toMatchObject({ failure: { code } });
  expect(calls).toEqual([]);
});

it('refuses an empty region instead of editing everything', async () => {
  const at = bench({ bounds: null });
  await expect(run([{ command: 'remove', region: point }], at).result).rejects.toMatchObject({
    failure: { code: 'bad-input' },
  });
  expect(at.calls.map((c) => c.task)).toEqual(['classic.segment']);
});

it('does not edit sounds as if they were pictures', async () => {
  const at = bench();
  const options = {
    watch: { signal: new AbortController().signal, progress: () => undefined },
    catalogue: catalogue as never,
  };
  const plan = planSchema.parse({
    steps: [
      { input: { from: 'focus' }, invocation: { module: 'image-editing', command: 'sharpen', args: {} } },
    ],
  });
  await expect(execute(plan, { ...picture, kind: 'audio' }, at.value, options)).rejects.toMatchObject({
    failure: { code: 'wrong-use' },
  });
});

it('refuses a region that only says what is not meant', async () => {
  const minus = { parts: [{ kind: 'point', x: 0.1, y: 0.1, sign: '-' }] };
  const { result, calls } = run([{ command: 'remove', region: minus }]);
  await expect(result).rejects.toMatchObject({ failure: { code: 'needs-region' } });
  expect(calls).toEqual([]);
});

it('moves a mask only for the steps whose own picture was moved', async () => {
  const at = bench();
  const options = {
    watch: { signal: new AbortController().signal, progress: () => undefined },
    catalogue: catalogue as never,
  };
  const step = (input: object, invocation: object) => ({
    input,
    invocation: { module: 'image-editing', args: {}, ...invocation },
  });
  const plan = planSchema.parse({
    steps: [
      step({ from: 'focus' }, { command: 'flip', args: { axis: 'vertical' } }),
      step({ from: 'focus' }, { command: 'blur', region: point }),
      step({ from: 'step', step: 0 }, { command: 'blur', region: point }),
    ],
  });
  await execute(plan, picture, at.value, options);
  const edits = at.calls.filter((c) => c.task !== classic.segment.name);
  expect(edits.map((c) => [c.task, c.input['image']?.path, c.input['mask']?.path])).toEqual([
    [classic.edit.name, '/photo', undefined],
    [classic.carry.name, '/photo', '/mask0'],
    [classic.edit.name, '/photo', '/mask0'],
    [classic.edit.name, '/out1', '/mask2'],
  ]);
});

it('hands the photo to the step that names it, and takes nothing but photos', async () => {
  const step = { command: 'replace-background', args: { photo: 'b'.repeat(64) } };
  const { result, calls } = run([step]);
  await result;
  expect(calls.at(-1)!.input['photo']?.path).toBe('/other');
  const clip = bench();
  clip.value.mediaFile = async () => ({ ...picture, kind: 'video' });
  await expect(run([step], clip).result).rejects.toMatchObject({ failure: { code: 'wrong-use' } });
});

it.each([
  [{ degrees: 30 }, 'rotate', { degrees: 30 }],
  [{ mirror: 'vertical' }, 'flip', { axis: 'vertical' }],
  [{ scale: 0.5 }, 'resize', { factor: 0.5 }],
])('means the whole picture by a transform of nothing: %o', async (args, command, own) => {
  const { result, calls } = run([{ command: 'transform', args }]);
  await result;
  expect(calls.map((c) => c.input['edit'])).toEqual([{ module: 'image-editing', command, args: own }]);
});

it.each([[{ dx: 0.2 }], [{ degrees: 30, scale: 2 }]])(
  'says what to do where a picture can’t be transformed whole: %o',
  async (args) => {
    const { result, calls } = run([{ command: 'transform', args }]);
    await expect(result).rejects.toMatchObject({
      failure: { hint: expect.stringContaining('lick on the thing') },
    });
    expect(calls).toEqual([]);
  },
);
