/** What a sentence is said about. */
import type { Plan } from '../../contract/index.ts';
import type { Mentioned } from './mentions.ts';
import type { Thing } from './thing.ts';

export interface PlanContext {
  /** Whether "this" has a meaning. */
  hasSelection: boolean;
  /** What is open. */
  kind: 'image' | 'video' | 'audio' | null;
  /** What "again" and "more" repeat. */
  lastPlan?: Plan;
  /** The other photos of the project, by the names of their files: what a background can be replaced with. */
  photos?: readonly { name: string; hash: string }[];
  /** The regions that are kept of it: `@1`, `@dog`. */
  regions?: readonly Mentioned[];
  /** In pixels; without it, "200 pixels to the left" can't be said as a share. */
  size?: { width: number; height: number };
  /** What "it" is, in a text that goes on with what was said before it. */
  antecedent?: Thing;
}
