/** The same plan by chance once more. */
import { imageEdits, type Invocation, type Plan } from '../../contract/index.ts';

/** Whether chance has a say in what comes of it. */
export const takesSeed = ({ module, command }: Invocation): boolean =>
  module === 'image-editing' && 'seed' in imageEdits[command].shape;

/** Every step that takes a seed takes this one. */
export const withSeed = (plan: Plan, seed: number): Plan => ({
  steps: plan.steps.map((step) =>
    takesSeed(step.invocation)
      ? ({
          ...step,
          invocation: { ...step.invocation, args: { ...step.invocation.args, seed } },
        } as typeof step)
      : step,
  ),
});

/** So many seeds that follow the plan's own: the same plan is always compared with the same ones. */
export function seedsAfter(plan: Plan, count: number): number[] {
  const own = plan.steps.map(({ invocation }) =>
    'seed' in invocation.args ? invocation.args.seed : undefined,
  );
  const first = own.find((seed) => seed !== undefined) ?? 1;
  return Array.from({ length: count }, (_, i) => (first + i) % 2 ** 31);
}
