/** Short names of edits for history, versions and the job list. */
import type { Invocation, Plan } from '../../contract/index.ts';

/** A command as its name says it, but for what is called otherwise. */
export function labelOf({ command }: Invocation): string {
  if (command === 'segment') return 'Select';
  return (command.charAt(0).toUpperCase() + command.slice(1)).replaceAll('-', ' ');
}

/** "Remove, adjust" for a plan of two steps. */
export function labelOfPlan(plan: Plan): string {
  const [first, ...rest] = plan.steps.map((step) => labelOf(step.invocation));
  return [first, ...rest.map((label) => label.toLowerCase())].join(', ');
}
