/** A plan in the two text forms. Signals are left out: they live in a host and mean nothing outside it. */
import {
  fail,
  modules,
  ok,
  type Invocation,
  type Plan,
  type Result,
  type StepInput,
} from '../../contract/index.ts';
import { formatInstruction, writeInstruction } from './instruction.ts';
import { formatRegion } from './region.ts';

/** `template`: the paper's form; `letters`: the released code's. */
export type TemplateForm = 'template' | 'letters';

/**
 * One line a step. A step reads the result of the one before it, the first what is in focus; a step that doesn't
 * says so with an `<Input>` of its own (`focus`, `media <hash>` or `step <number>`, counted from 1).
 */
export function formatPlan(plan: Plan, form: TemplateForm): Result<string> {
  const lines: string[] = [];
  for (const [i, { invocation, input }] of plan.steps.entries()) {
    const { title, letter } = modules[invocation.module];
    const name = form === 'template' ? title : letter;
    if (name === null)
      return fail(
        'wrong-use',
        `${title} has no letter in the released code's form.`,
        "Use the paper's form instead.",
      );
    const fields: [tag: string, text: string][] = [['Module', name]];
    for (const text of instructionsOf(invocation)) fields.push(['Instruction', text]);
    if (invocation.region) fields.push(['Region', formatRegion(invocation.region)]);
    if (!isChained(input, i)) fields.push(['Input', formatInput(input)]);
    lines.push(form === 'template' ? fields.map(airy).join(' ') : fields.map(dense).join(''));
  }
  return ok(lines.join('\n'));
}

/** What step `i` reads when nothing is said. */
export const chainedInput = (i: number): StepInput =>
  i === 0 ? { from: 'focus' } : { from: 'step', step: i - 1 };

const isChained = (input: StepInput, i: number): boolean =>
  i === 0 ? input.from === 'focus' : input.from === 'step' && input.step === i - 1;

function instructionsOf(invocation: Invocation): string[] {
  if (invocation.module !== 'video-editing') return [formatInstruction(invocation)];
  const { args } = invocation;
  return [
    writeInstruction('foreground', 'foreground', { seed: 'number' }, args),
    writeInstruction('background', 'background', {}, args),
  ];
}

function formatInput(input: StepInput): string {
  if (input.from === 'focus') return 'focus';
  return input.from === 'media' ? `media ${input.hash}` : `step ${input.step + 1}`;
}

const airy = ([tag, text]: [string, string]): string => `<${tag}> ${text} </${tag}>`;
const dense = ([tag, text]: [string, string]): string => {
  const name = tag.toLowerCase();
  return `<${name}>${text}</${name}>`;
};
