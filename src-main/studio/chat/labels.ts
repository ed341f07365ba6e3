/** Short names of edits for history, versions and the job list. */
import type { Invocation, Plan } from '../../contract/index.ts';

const labels: Record<string, string> = {
  remove: 'Remove',
  'cut-out': 'Cut out',
  'blur-background': 'Blur background',
  blur: 'Blur',
  pixelate: 'Pixelate',
  adjust: 'Adjust',
  'black-and-white': 'Black and white',
  recolour: 'Recolour',
  sharpen: 'Sharpen',
  denoise: 'Denoise',
  crop: 'Crop',
  rotate: 'Rotate',
  flip: 'Flip',
  resize: 'Resize',
  segment: 'Select',
  generate: 'Generate',
  animate: 'Animate',
};

export function labelOf(invocation: Invocation): string {
  return (
    labels[invocation.command] ?? invocation.command.charAt(0).toUpperCase() + invocation.command.slice(1)
  );
}

/** "Remove, adjust" for a plan of two steps. */
export function labelOfPlan(plan: Plan): string {
  const [first, ...rest] = plan.steps.map((step) => labelOf(step.invocation));
  return [first, ...rest.map((label) => label.toLowerCase())].join(', ');
}
