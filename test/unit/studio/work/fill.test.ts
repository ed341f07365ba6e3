import { expect, it } from 'vitest';
import { plan as planSchema, type Plan, type Region } from '../../../../src-main/contract/index.ts';
import { fillPhoto, fillPlan, seedPlan, sourcePlan } from '../../../../src-main/studio/work/fill.ts';

const selected: Region = { parts: [{ kind: 'point', x: 0.4, y: 0.5, sign: '+' }] };
const planOf = (...invocations: object[]): Plan =>
  planSchema.parse({ steps: invocations.map((invocation) => ({ input: { from: 'focus' }, invocation })) });
const regions = (plan: Plan) => plan.steps.map((step) => step.invocation.region);

it('puts the selection into steps that mean it', () => {
  const plan = planOf(
    { module: 'image-editing', command: 'remove', args: {} },
    { module: 'image-segmentation', command: 'segment', args: {} },
  );
  expect(regions(fillPlan(plan, { region: selected }))).toEqual([selected, selected]);
});

it('leaves steps alone that say what they mean, or that mean the whole picture', () => {
  const own: Region = { parts: [{ kind: 'words', text: 'the left half' }] };
  const plan = planOf(
    { module: 'image-editing', command: 'remove', args: { target: 'the sky' } },
    { module: 'image-editing', command: 'blur', args: {}, region: own },
    { module: 'image-editing', command: 'rotate', args: { degrees: 90 } },
    { module: 'image-generation', command: 'generate', args: { prompt: 'a car' } },
  );
  expect(regions(fillPlan(plan, { region: selected }))).toEqual([undefined, own, undefined, undefined]);
});

it('takes a copy for what the plan makes, not for a name of what is pointed at', () => {
  const copy = { module: 'image-editing', command: 'blur', args: { target: 'copy' } };
  const made = { module: 'image-editing', command: 'duplicate', args: { dx: 0.2 } };
  expect(regions(fillPlan(planOf(made, copy), { region: selected }))).toEqual([selected, undefined]);
  expect(regions(fillPlan(planOf(copy), { region: selected }))).toEqual([selected]);
});

it('reads an inverted region without parts as everything else', () => {
  const plan = planOf({
    module: 'image-editing',
    command: 'blur',
    args: {},
    region: { parts: [], inverted: true },
  });
  expect(regions(fillPlan(plan, { region: selected }))).toEqual([{ ...selected, inverted: true }]);
  expect(regions(fillPlan(plan, { region: { ...selected, inverted: true } }))).toEqual([
    { ...selected, inverted: false },
  ]);
});

/** Steps that follow each other, as sentences do. */
const chainOf = (...commands: [command: string, args?: object, region?: Region][]): Plan =>
  planSchema.parse({
    steps: commands.map(([command, args = {}, region], i) => ({
      input: i === 0 ? { from: 'focus' } : { from: 'step', step: i - 1 },
      invocation: { module: 'image-editing', command, args, ...(region && { region }) },
    })),
  });
const filled = (...commands: Parameters<typeof chainOf>) =>
  regions(fillPlan(chainOf(...commands), { region: selected }));

it.each(['remove', 'cut-out', 'crop'])(
  'means the whole picture after a %s of what is selected',
  (command) => {
    const none = undefined;
    expect(filled([command], ['black-and-white'], ['blur-background'])).toEqual([selected, none, none]);
    expect(filled([command, {}, selected], ['black-and-white'])).toEqual([selected, none]);
  },
);

it('keeps to the selection after what leaves it there', () => {
  expect(filled(['blur'], ['black-and-white'])).toEqual([selected, selected]);
  expect(filled(['remove', { target: 'sky' }], ['adjust'])).toEqual([undefined, selected]);
  expect(filled(['remove'], ['add', { prompt: 'a cat' }])).toEqual([selected, selected]);
  expect(filled(['cut-out'], ['crop'])).toEqual([selected, selected]);
});

it('does not keep to it after a crop to something else', () => {
  expect(filled(['crop', { target: 'sky' }], ['adjust'])).toEqual([undefined, undefined]);
});

it('takes the one name that can’t be looked up for a name of what is pointed at', () => {
  expect(filled(['remove', { target: 'man' }])).toEqual([selected]);
  expect(filled(['adjust', { target: 'man' }], ['blur-background', { target: 'Man' }])).toEqual([
    selected,
    selected,
  ]);
  expect(filled(['adjust', { target: 'man' }], ['blur', { target: 'sky' }], ['sharpen'])).toEqual([
    selected,
    undefined,
    selected,
  ]);
  const looking = planOf({ module: 'image-segmentation', command: 'segment', args: { target: 'man' } });
  expect(regions(fillPlan(looking, { region: selected }))).toEqual([undefined]);
});

it('can’t tell which of two things is pointed at', () => {
  expect(filled(['remove', { target: 'man' }], ['blur', { target: 'dog' }])).toEqual([undefined, undefined]);
  expect(filled(['remove', { target: '@dog' }])).toEqual([undefined]);
});

it('seeds what makes random choices and has no seed yet', () => {
  const plan = planOf(
    { module: 'image-editing', command: 'remove', args: {} },
    { module: 'image-editing', command: 'remove', args: { seed: 3 } },
    { module: 'image-editing', command: 'sharpen', args: {} },
  );
  expect(seedPlan(plan, 9).steps.map((step) => (step.invocation.args as { seed?: number }).seed)).toEqual([
    9,
    3,
    undefined,
  ]);
});

it('puts a photo where a background is to be replaced by nothing else', () => {
  const [photo, own] = ['a'.repeat(64), 'b'.repeat(64)];
  const step = (args: object) => ({ module: 'image-editing', command: 'replace-background', args });
  const plan = planOf(step({ shadow: 0.5 }), step({ colour: '#ffffff' }), step({ photo: own }), {
    module: 'image-editing',
    command: 'sharpen',
    args: {},
  });
  expect(fillPhoto(plan, photo).steps.map(({ invocation }) => invocation.args)).toEqual([
    { shadow: 0.5, photo },
    { colour: '#ffffff' },
    { photo: own },
    { amount: 0.5 },
  ]);
});

it('puts a place to copy from into removals that name none, and says so when there is no removal', () => {
  const own: Region = { parts: [{ kind: 'words', text: 'the left half' }] };
  const plan = planOf(
    { module: 'image-editing', command: 'remove', args: {} },
    { module: 'image-editing', command: 'remove', args: { source: own } },
    { module: 'image-editing', command: 'sharpen', args: {} },
  );
  const sources = sourcePlan(plan, selected).steps.map(
    ({ invocation }) => (invocation.args as { source?: Region }).source,
  );
  expect(sources).toEqual([selected, own, undefined]);
  const nothing = planOf({ module: 'image-editing', command: 'sharpen', args: {} });
  expect(() => sourcePlan(nothing, selected)).toThrow(/nothing is removed/);
});

it('takes a part of what is selected where words speak of one', () => {
  const half: Region = { parts: [{ kind: 'words', text: 'left half of it', sign: '&' }] };
  const plan = planOf({ module: 'image-editing', command: 'blur', args: {}, region: half });
  expect(regions(fillPlan(plan, { region: selected }))).toEqual([
    { parts: [...selected.parts, ...half.parts] },
  ]);
  expect(() => fillPlan(plan, { region: { ...selected, inverted: true } })).toThrow(
    'can’t be meant by words',
  );
});
