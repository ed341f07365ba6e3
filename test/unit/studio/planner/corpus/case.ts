import type { PlanContext } from '../../../../../src-main/studio/planner/index.ts';
import { plan as planSchema, type Plan, type RegionInput } from '../../../../../src-main/contract/index.ts';

/** An editing command by its name, any other as `module/command`; its arguments; its region. */
export type Step = [command: string, args?: Record<string, unknown>, region?: RegionInput];

/** What a sentence should become: steps, an action of the studio, or a refusal (`not-understood`). */
export type Expected = Step[] | 'undo' | 'redo' | 'deselect' | 'select-all' | 'invert-selection' | 'refused';

export type Case = [text: string, expected: Expected, context?: Partial<PlanContext>];

/** One message of several: what it becomes, and whether in place of what was done last. */
export type Message = [text: string, expected: Expected, instead?: 'instead'];

/** Messages one after another, each about what the ones before it did, as the studio hands them to the planner. */
export interface Talk {
  messages: Message[];
  selection?: { region: RegionInput };
  regions?: PlanContext['regions'];
}

/** Something is selected. */
export const pointing: Partial<PlanContext> = { hasSelection: true };
export const onVideo: Partial<PlanContext> = { kind: 'video' };

/** Everything that isn't selected. */
export const rest: RegionInput = { parts: [], inverted: true };
/** The whole picture, whatever is selected. */
export const whole: RegionInput = { parts: [] };
/** What words say, as a region: where a filling is taken from, or everything but it. */
export const at = (text: string): RegionInput => ({ parts: [{ kind: 'words', text }] });
export const but = (text: string): RegionInput => ({ parts: [{ kind: 'words', text }], inverted: true });
/** One thing without another that may be a part of it. */
export const without = (text: string, part: string): RegionInput => ({
  parts: [
    { kind: 'words', text },
    { kind: 'words', text: part, sign: '-' },
  ],
});
/** Another photo in the project. */
export const beach = 'be'.repeat(32);
export const withBeach: Partial<PlanContext> = { photos: [{ name: 'beach.jpg', hash: beach }] };
/** How large the open picture is. */
export const large: Partial<PlanContext> = { size: { width: 4000, height: 3000 } };
/** What was done before. */
export const afterwards = (...steps: Step[]): Partial<PlanContext> => ({ lastPlan: planOf(steps) });

/** The plan that a table's steps stand for: chained, as sentences are. */
export function planOf(steps: Step[]): Plan {
  return planSchema.parse({
    steps: steps.map(([command, args = {}, region], i) => {
      const [module, verb] = command.includes('/') ? command.split('/') : ['image-editing', command];
      const invocation = { module, command: verb, args, ...(region && { region }) };
      return { input: i === 0 ? { from: 'focus' } : { from: 'step', step: i - 1 }, invocation };
    }),
  });
}
