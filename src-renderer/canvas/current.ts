import type { Stage } from './stage.ts';

/** The stage on screen, for actions that zoom and fit; `null` while no picture is shown. */
export const stage: { current: Stage | null } = { current: null };
