/** One plan for many photos. */
import type { Plan } from '../../src-main/contract/invocation.ts';
import { act } from '../state/ask.ts';
import { announce, notify } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { studio } from '../transport/studio.ts';

/** Starts it; answers whether it was taken. */
export async function applyTo(plan: Plan, canvases: readonly string[]): Promise<boolean> {
  const started = await act(studio().chat.batch({ plan, canvases: [...canvases] }));
  if (started) announce(t.batch.started(canvases.length));
  return started !== undefined;
}

/** Does with all of them what these words say about the first. */
export async function sayTo(text: string, canvases: readonly string[]): Promise<boolean> {
  const turn = await act(studio().chat.preview({ text, canvas: canvases[0] ?? null }));
  if (!turn) return false;
  if (turn.plan) return applyTo(turn.plan, canvases);
  notify('warning', {
    code: 'not-understood',
    message: turn.say ?? t.batch.noPlan,
    hint: t.batch.noPlanHint,
  });
  return false;
}
