import type { PlanContext } from '../../../../../src-main/studio/planner/index.ts';
import type { RegionInput } from '../../../../../src-main/contract/index.ts';

/** An editing command by its name, any other as `module/command`; its arguments; its region. */
export type Step = [command: string, args?: Record<string, unknown>, region?: RegionInput];

/** What a sentence should become: steps, an action of the studio, or a refusal (`not-understood`). */
export type Expected = Step[] | 'undo' | 'redo' | 'deselect' | 'select-all' | 'invert-selection' | 'refused';

export type Case = [text: string, expected: Expected, context?: Partial<PlanContext>];

/** Something is selected. */
export const pointing: Partial<PlanContext> = { hasSelection: true };
export const onVideo: Partial<PlanContext> = { kind: 'video' };

/** Everything that isn't selected. */
export const rest: RegionInput = { parts: [], inverted: true };
/** The whole picture, whatever is selected. */
export const whole: RegionInput = { parts: [] };
