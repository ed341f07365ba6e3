/** What a name may mean, and the plan with what was chosen. */
import type { Doubt } from '../../src-main/contract/document.ts';
import type { Invocation, Plan } from '../../src-main/contract/invocation.ts';
import { t } from '../strings/index.ts';

/** The plan with a mask where it worked on the doubtful name. */
export function settled(plan: Plan, { steps }: Doubt, mask: string): Plan {
  const region = { parts: [{ kind: 'mask' as const, hash: mask, sign: '+' as const }] };
  return {
    steps: plan.steps.map((step, i) =>
      steps.includes(i) ? { ...step, invocation: { ...step.invocation, region } as Invocation } : step,
    ),
  };
}

/** The mask that a plan works on there; `null`: it goes by the name. */
export function maskIn(plan: Plan, { steps }: Doubt): string | null {
  const [part, another] = plan.steps[steps[0]!]?.invocation.region?.parts ?? [];
  return part?.kind === 'mask' && !another ? part.hash : null;
}

/** What a doubtful thing is called in a sentence. */
export function nameOf({ words }: Doubt): string {
  const bare = words.replace(/^the /i, '').toLowerCase();
  const { names, quoted } = t.doubt;
  return Object.hasOwn(names, bare) ? names[bare as keyof typeof names] : quoted(words);
}
