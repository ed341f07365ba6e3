import { useState } from 'react';
import { plan as planSchema, type Invocation, type Plan } from '../../src-main/contract/invocation.ts';

/** A plan that is being changed on its card, until it is run. */
export function usePlanDraft(plan: Plan) {
  const [draft, setDraft] = useState<Plan | null>(null);
  const shown = draft ?? plan;
  return {
    /** `null`: it is as it was. */
    draft,
    shown,
    /** Whether it can be run as it stands. */
    fits: planSchema.safeParse(shown).success,
    change: (index: number, invocation: Invocation) =>
      setDraft({ steps: shown.steps.map((step, i) => (i === index ? { ...step, invocation } : step)) }),
    reset: () => setDraft(null),
  };
}

export type PlanDraft = ReturnType<typeof usePlanDraft>;
