/** The built-in planner: a sentence becomes a turn, always the same one, without a model. */
import { ok, plan as planSchema, type Result, type Turn } from '../../contract/index.ts';
import { repeated, saysInstead, whereBefore } from './again.ts';
import { answerTo } from './answers.ts';
import type { PlanContext } from './context.ts';
import { putRight } from './correction.ts';
import { describesRegion, unknownMention, withRegions } from './mentions.ts';
import { best } from './reading.ts';
import { notUnderstood, refused } from './refusal.ts';
import { inPlaceOf, onto } from './revise.ts';
import type { Draft } from './rules/rule.ts';
import { tokenise, type Source } from './text.ts';

/** Longer texts are no instructions. */
const MAX_LENGTH = 4_000;
const MAX_TOKENS = 400;
/**
 * Never guesses: a sentence is understood as a whole or not at all ('not-understood', with examples of what is).
 * "This" stays without a region: the studio fills the selection in. `{ parts: [], inverted: true }` is everything
 * that isn't selected.
 */
export function planText(text: string, context: PlanContext): Result<Turn> {
  if (text.length > MAX_LENGTH) return notUnderstood(text.slice(0, 60), context);
  const source = tokenise(text);
  if (source.tokens.length > MAX_TOKENS) return notUnderstood(text.slice(0, 60), context);
  const nowhere = unknownMention(source, context.regions ?? []);
  if (nowhere) return { ok: false, error: nowhere };
  return putRight(source, context, understand) ?? understand(source, context);
}

function understand(source: Source, context: PlanContext): Result<Turn> {
  const again = repeated(source, context);
  if (again) return again;
  const outcome = best(source, context);
  if (!outcome.ok) {
    const other = context.lastPlan && otherwise(source, context);
    if (other) return other;
    return answerTo(source, context) ?? refused(source, outcome.rest, context);
  }
  if (typeof outcome.value === 'string') return ok({ action: outcome.value });
  const turn = toTurn(outcome.value, source.text, context);
  if (!turn.ok) return turn;
  if (outcome.instead) return ok({ ...turn.value, instead: true });
  const { hasSelection, lastPlan } = context;
  const other =
    (saysInstead(source) && inPlaceOf(lastPlan, turn.value.plan!)) ||
    (!hasSelection && onto(lastPlan, turn.value.plan!));
  if (other) return ok({ plan: other, instead: true });
  return ok({ plan: whereBefore(turn.value.plan!, source, context) });
}

/** "I meant …", "try …", "what about …" */
const leadsToOther =
  /^(?:i|meant|mean|said|wanted|want|try|maybe|perhaps|go|for|with|use|or|what|how|about|make|it|that|in)$/;

/** "Green instead": made so, where that is what was done. */
function otherwise(source: Source, context: PlanContext): Result<Turn> | undefined {
  const { tokens } = source;
  const start = tokens[0]!.start;
  const made = ['make', 'it'].map((norm) => ({ norm, start, end: start }));
  const said = tokens.filter(({ norm }) => !/^(?:instead|no|nah|nope|rather|sorry|actually|,|!)$/.test(norm));
  const told = said.slice(said.findIndex(({ norm }) => !leadsToOther.test(norm)));
  const last = context.lastPlan?.steps.at(-1)?.invocation.args as { target?: string } | undefined;
  const antecedent = last?.target === undefined ? undefined : { kind: 'words' as const, text: last.target };
  const outcome = best(
    { text: source.text, tokens: [...made, ...told] },
    { ...context, ...(antecedent && { antecedent }) },
  );
  if (!outcome.ok || typeof outcome.value === 'string') return undefined;
  const turn = toTurn(outcome.value, source.text, context);
  const plan = turn.ok ? inPlaceOf(context.lastPlan, turn.value.plan!) : undefined;
  return plan && ok({ plan, instead: true });
}

function toTurn(drafts: readonly Draft[], text: string, context: PlanContext): Result<Turn> {
  const steps = drafts.map(({ module, command, args, region }, i) => ({
    input: i === 0 ? { from: 'focus' } : { from: 'step', step: i - 1 },
    invocation: { module, command, args, ...(region && { region }) },
  }));
  const checked = planSchema.safeParse({ steps });
  if (!checked.success) return notUnderstood(text, context);
  const plan = withRegions(checked.data, context.regions ?? []);
  return describesRegion(plan) ? notUnderstood(text, context) : ok({ plan });
}
