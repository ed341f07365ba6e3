/** One plan for many photos. */
import type { Plan } from '../../src-main/contract/invocation.ts';
import { act } from '../state/ask.ts';
import { announce } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { studio } from '../transport/studio.ts';

/** Starts it; answers whether it was taken. */
export async function applyTo(plan: Plan, canvases: readonly string[]): Promise<boolean> {
  const started = await act(studio().chat.batch({ plan, canvases: [...canvases] }));
  if (started) announce(t.batch.started(canvases.length));
  return started !== undefined;
}
