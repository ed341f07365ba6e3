import { expect, it } from 'vitest';
import { plan as planSchema, type Plan, type Region } from '../../../../src-main/contract/index.ts';
import { fillPlan, seedPlan } from '../../../../src-main/studio/work/fill.ts';

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
    { module: 'image-editing', command: 'remove', args: { target: 'the dog' } },
    { module: 'image-editing', command: 'blur', args: {}, region: own },
    { module: 'image-editing', command: 'rotate', args: { degrees: 90 } },
    { module: 'image-generation', command: 'generate', args: { prompt: 'a car' } },
  );
  expect(regions(fillPlan(plan, { region: selected }))).toEqual([undefined, own, undefined, undefined]);
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
