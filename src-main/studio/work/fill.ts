/** Puts what was pointed at into a plan that says "this". */
import type { Invocation, Plan, Region, Selection } from '../../contract/index.ts';

/** Commands that always mean the whole picture. */
const wholePicture = new Set(['rotate', 'flip', 'resize', 'restyle']);

function fillRegion(invocation: Invocation, selected: Region): Region | undefined {
  const { region } = invocation;
  // "everything else": the planner writes an inverted region without parts.
  if (region?.inverted && !region.parts.length) return { ...selected, inverted: !selected.inverted };
  if (region) return region;
  const aimed = invocation.module === 'image-editing' || invocation.module.endsWith('segmentation');
  if (!aimed || wholePicture.has(invocation.command)) return undefined;
  const { target } = invocation.args as { target?: string };
  return target ? undefined : selected;
}

/** The plan with the selection in every step that means it and says nothing else. */
export function fillPlan(plan: Plan, selection: Pick<Selection, 'region'> | null): Plan {
  if (!selection) return plan;
  return {
    steps: plan.steps.map((step) => {
      const region = fillRegion(step.invocation, selection.region);
      return region ? { ...step, invocation: { ...step.invocation, region } as Invocation } : step;
    }),
  };
}

/** The plan with this seed in every command that makes random choices and has none of its own. */
export function seedPlan(plan: Plan, seed: number): Plan {
  const seeded = new Set(['remove', 'replace', 'add', 'restyle', 'generate', 'animate']);
  return {
    steps: plan.steps.map((step) => {
      const { invocation } = step;
      if (!seeded.has(invocation.command) || 'seed' in invocation.args) return step;
      return { ...step, invocation: { ...invocation, args: { ...invocation.args, seed } } as Invocation };
    }),
  };
}
